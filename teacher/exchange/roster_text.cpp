#include "teacher/exchange/roster_text.h"

#include <array>

namespace mirabelle {

namespace {

constexpr char32_t damaged = 0xFFFD;

struct AccentedLetter {
    char32_t mark;
    std::u32string_view bare, accented; ///< letter by letter
};
constexpr std::array<AccentedLetter, 13> accents{{
    {0x300, U"AEIOUaeiouNn", U"ÀÈÌÒÙàèìòùǸǹ"},
    {0x301, U"AEIOUYaeiouyCcLlNnRrSsZz", U"ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź"},
    {0x302, U"AEIOUaeiouCcGgHhJjSsWwYy", U"ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"},
    {0x303, U"AINOUainou", U"ÃĨÑÕŨãĩñõũ"},
    {0x304, U"AEIOUaeiou", U"ĀĒĪŌŪāēīōū"},
    {0x306, U"AEGIOUaegiou", U"ĂĔĞĬŎŬăĕğĭŏŭ"},
    {0x307, U"CEGIZcegz", U"ĊĖĠİŻċėġż"},
    {0x308, U"AEIOUYaeiouy", U"ÄËÏÖÜŸäëïöüÿ"},
    {0x30A, U"AUau", U"ÅŮåů"},
    {0x30B, U"OUou", U"ŐŰőű"},
    {0x30C, U"CDENRSTZcdenrstz", U"ČĎĚŇŘŠŤŽčďěňřšťž"},
    {0x327, U"CGKLNRSTcgklnrst", U"ÇĢĶĻŅŖŞŢçģķļņŗşţ"},
    {0x328, U"AEIUaeiu", U"ĄĘĮŲąęįų"},
}};

struct Ligature {
    char32_t letter;
    std::u32string_view bare;
};
constexpr std::array<Ligature, 8> ligatures{{{U'œ', U"oe"},
                                             {U'æ', U"ae"},
                                             {U'ø', U"o"},
                                             {U'ł', U"l"},
                                             {U'đ', U"d"},
                                             {U'ß', U"ss"},
                                             {U'ð', U"d"},
                                             {U'ı', U"i"}}};

bool is_mark(char32_t character) { return character >= 0x300 && character <= 0x36F; }

/// `letter` with the mark above or below it, or nothing when there is no such letter.
std::optional<char32_t> with_mark(char32_t letter, char32_t mark) {
    if (!is_mark(mark))
        return std::nullopt;
    for (const AccentedLetter& accent : accents)
        if (accent.mark == mark)
            if (const auto place = accent.bare.find(letter); place != accent.bare.npos)
                return accent.accented[place];
    return std::nullopt;
}

char32_t without_mark(char32_t letter) {
    if (letter < 0xC0)
        return letter;
    for (const AccentedLetter& accent : accents)
        if (const auto place = accent.accented.find(letter); place != accent.accented.npos)
            return accent.bare[place];
    return letter;
}

/// The bytes 0x80 to 0x9F of Windows-1252; 0 where it has none.
constexpr std::array<char32_t, 32> windows_letters{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Takes one character off `bytes`; a damaged one costs one byte and is U+FFFD.
char32_t take_utf8(std::string_view& bytes) {
    const auto byte = [&bytes](std::size_t place) { return static_cast<unsigned char>(bytes[place]); };
    const unsigned char first = byte(0);
    const std::size_t following = first < 0x80                    ? 0
                                  : first >= 0xC2 && first < 0xE0 ? 1
                                  : first >= 0xE0 && first < 0xF0 ? 2
                                  : first >= 0xF0 && first < 0xF5 ? 3
                                                                  : 4;
    char32_t character = following == 0 ? first : first & (0x3Fu >> following);
    bool good = following < 4 && following < bytes.size();
    for (std::size_t place = 1; good && place <= following; ++place) {
        good = (byte(place) & 0xC0) == 0x80;
        character = character << 6 | (byte(place) & 0x3Fu);
    }
    // Written longer than need be, half of a UTF-16 pair, or beyond the last character.
    good = good && !(following == 2 && character < 0x800) && !(following == 3 && character < 0x10000) &&
           !(character >= 0xD800 && character < 0xE000) && character <= 0x10FFFF;
    bytes.remove_prefix(good ? following + 1 : 1);
    return good ? character : damaged;
}

std::u32string decode_utf8(std::string_view bytes) {
    std::u32string text;
    while (!bytes.empty())
        text += take_utf8(bytes);
    return text;
}

std::u32string decode_windows(std::string_view bytes, RosterEncoding& encoding) {
    std::u32string text;
    encoding = RosterEncoding::latin1;
    for (const char raw : bytes) {
        const auto byte = static_cast<unsigned char>(raw);
        const bool own = byte >= 0x80 && byte < 0xA0;
        if (own)
            encoding = RosterEncoding::windows1252;
        const char32_t letter = own ? windows_letters[byte - 0x80u] : byte;
        text += own && letter == 0 ? damaged : letter;
    }
    return text;
}

std::u32string decode_utf16(std::string_view bytes, RosterEncoding encoding) {
    const std::size_t low = encoding == RosterEncoding::utf16_le ? 0 : 1;
    const auto unit = [&](std::size_t place) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[place + low]) |
                                     static_cast<unsigned char>(bytes[place + 1 - low]) << 8);
    };
    std::u32string text;
    for (std::size_t place = 0; place + 1 < bytes.size(); place += 2) {
        char32_t character = unit(place);
        if (character >= 0xD800 && character < 0xE000) {
            const char32_t second = place + 3 < bytes.size() ? unit(place + 2) : 0;
            const bool pair = character < 0xDC00 && second >= 0xDC00 && second < 0xE000;
            character = pair ? 0x10000 + ((character - 0xD800) << 10) + (second - 0xDC00) : damaged;
            place += pair ? 2 : 0;
        }
        text += character;
    }
    return text;
}

bool is_invisible(char32_t character) {
    return character == 0 || character == 0xAD || (character >= 0x200B && character <= 0x200F) ||
           (character >= 0x202A && character <= 0x202E) || (character >= 0x2060 && character <= 0x206F) ||
           character == 0xFEFF;
}

bool is_space(char32_t character) {
    return character == U' ' || character == 0xA0 || character == 0x0B || character == 0x0C ||
           (character >= 0x2000 && character <= 0x200A) || character == 0x202F || character == 0x3000;
}

bool is_control(char32_t character) {
    return (character < 0x20 && character != U'\t' && character != U'\n') ||
           (character >= 0x7F && character < 0xA0);
}

/// Ends lines with \n, composes letters, and drops what cannot be seen; counts what no text contains.
std::u32string cleaned(const std::u32string& text, std::size_t& strange) {
    std::u32string clean;
    clean.reserve(text.size());
    strange = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const char32_t character = text[place];
        if (character == U'\r') {
            if (place + 1 == text.size() || text[place + 1] != U'\n')
                clean += U'\n';
        } else if (character == 0x2028 || character == 0x2029) {
            clean += U'\n';
        } else if (is_space(character)) {
            clean += U' ';
        } else if (is_invisible(character) || is_control(character)) {
            // Zero bytes only pad, or are halves of letters that somebody forgot to mark as UTF-16.
            strange += is_control(character) && character != 0 ? 1 : 0;
        } else if (const auto composed = clean.empty() ? std::nullopt : with_mark(clean.back(), character)) {
            clean.back() = *composed;
        } else {
            strange += character == damaged ? 1 : 0;
            clean += character;
        }
    }
    return clean;
}

/// Capital and small letters of U+0100 to U+017E stand in pairs, but not everywhere on the same foot.
bool pairs_begin_even(char32_t letter) { return letter < 0x138 || (letter >= 0x14A && letter < 0x178); }
bool is_paired(char32_t letter) {
    return letter >= 0x100 && letter <= 0x17E && letter != 0x130 && letter != 0x131 && letter != 0x138 &&
           letter != 0x149 && letter != 0x178;
}

} // namespace

std::optional<RosterText> decode_roster(std::string_view bytes) {
    constexpr std::size_t most_strange = 20; // one in so many
    RosterText read;
    std::u32string text;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        read.encoding = bytes[0] == '\xFF' ? RosterEncoding::utf16_le : RosterEncoding::utf16_be;
        text = decode_utf16(bytes.substr(2), read.encoding);
    } else {
        const bool mark = bytes.starts_with("\xEF\xBB\xBF");
        read.encoding = mark ? RosterEncoding::utf8_with_mark : RosterEncoding::utf8;
        text = decode_utf8(bytes.substr(mark ? 3 : 0));
        if (!mark && text.find(damaged) != text.npos)
            text = decode_windows(bytes, read.encoding);
    }
    std::size_t strange = 0;
    read.characters = cleaned(text, strange);
    if (strange * most_strange > text.size())
        return std::nullopt;
    return read;
}

std::u32string characters_of(std::string_view utf8) {
    std::size_t strange = 0;
    return cleaned(decode_utf8(utf8), strange);
}

std::string utf8_of(std::u32string_view characters) {
    std::string text;
    const auto add = [&text](char32_t byte) { text += static_cast<char>(byte); };
    for (const char32_t character : characters) {
        if (character < 0x80) {
            add(character);
        } else if (character < 0x800) {
            add(0xC0 | character >> 6);
            add(0x80 | (character & 0x3F));
        } else if (character < 0x10000) {
            add(0xE0 | character >> 12);
            add(0x80 | (character >> 6 & 0x3F));
            add(0x80 | (character & 0x3F));
        } else {
            add(0xF0 | character >> 18);
            add(0x80 | (character >> 12 & 0x3F));
            add(0x80 | (character >> 6 & 0x3F));
            add(0x80 | (character & 0x3F));
        }
    }
    return text;
}

bool is_letter(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           (c >= 0xC0 && c <= 0x24F && c != U'×' && c != U'÷') || is_mark(c) || (c >= 0x370 && c <= 0x1FFF) ||
           (c >= 0x3041 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

bool is_apostrophe(char32_t character) { return character == U'\'' || character == U'’'; }

char32_t in_lower_case(char32_t letter) {
    if ((letter >= U'A' && letter <= U'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != U'×'))
        return letter + 0x20;
    if (letter == U'Ÿ')
        return U'ÿ';
    if (letter == U'İ')
        return U'i';
    if (is_paired(letter))
        return pairs_begin_even(letter) ? (letter | 1u) : letter + (letter & 1u);
    return letter;
}

char32_t in_upper_case(char32_t letter) {
    if ((letter >= U'a' && letter <= U'z') || (letter >= 0xE0 && letter <= 0xFE && letter != U'÷'))
        return letter - 0x20;
    if (letter == U'ÿ')
        return U'Ÿ';
    if (letter == U'ı')
        return U'I';
    if (is_paired(letter))
        return pairs_begin_even(letter) ? (letter & ~1u) : letter - (1u - (letter & 1u));
    return letter;
}

std::u32string_view trimmed(std::u32string_view text) {
    constexpr std::u32string_view blank = U" \t\n";
    const auto first = text.find_first_not_of(blank);
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::u32string folded(std::u32string_view text) {
    std::u32string plain;
    bool gap = false;
    for (const char32_t character : text) {
        if (is_mark(character))
            continue;
        if (!is_letter(character) && !is_digit(character)) {
            gap = !plain.empty();
            continue;
        }
        if (gap)
            plain += U' ';
        gap = false;
        const char32_t small = in_lower_case(character);
        std::u32string_view bare;
        for (const Ligature& ligature : ligatures)
            if (ligature.letter == small)
                bare = ligature.bare;
        if (bare.empty())
            plain += without_mark(small);
        else
            plain += bare;
    }
    return plain;
}

} // namespace mirabelle
