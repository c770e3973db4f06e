#include "teacher/exchange/roster_names.h"

#include "teacher/exchange/roster_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace mirabelle {

namespace {

std::vector<std::u32string> folded_words(std::u32string_view text) {
    std::vector<std::u32string> words{{}};
    for (const char32_t character : folded(text))
        if (character == U' ')
            words.emplace_back();
        else
            words.back() += character;
    return words;
}

/// What stands for an apostrophe or a hyphen on some keyboard or in some program.
char32_t usual_sign(char32_t character) {
    constexpr std::u32string_view apostrophes = U"‘ʼʹ′´`";
    constexpr std::u32string_view hyphens = U"‐‑‒–—−";
    if (apostrophes.find(character) != apostrophes.npos)
        return U'’';
    if (hyphens.find(character) != hyphens.npos)
        return U'-';
    return character == U'\t' || character == U'\n' ? U' ' : character;
}

bool joins(char32_t character) { return character == U'-' || is_apostrophe(character); }

bool has_capitals(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return in_lower_case(c) != c; });
}
bool has_small_letters(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return in_upper_case(c) != c; });
}
std::ptrdiff_t letters_in(std::u32string_view text) {
    return std::count_if(text.begin(), text.end(), is_letter);
}

/// "de" in "Jean de Dieu", "d" in "Jeanne d’Arc".
bool is_particle(std::u32string_view small_word, char32_t after) {
    return small_word == U"de" || small_word == U"du" || small_word == U"des" ||
           (small_word == U"d" && is_apostrophe(after));
}

std::u32string with_usual_capitals(std::u32string_view name) {
    std::u32string usual;
    bool elided = false; // behind "D’", not behind the "Aya’" of one word with a sound between
    for (std::size_t at = 0; at < name.size();) {
        std::u32string word;
        const std::size_t begin = at;
        while (at < name.size() && is_letter(name[at]))
            word += in_lower_case(name[at++]);
        const char32_t before = begin == 0 ? 0 : name[begin - 1];
        const char32_t after = at < name.size() ? name[at] : 0;
        const bool goes_on = is_apostrophe(before) && !elided;
        const bool between = begin > 0 && after != 0 && !is_apostrophe(before);
        if (!word.empty() && !goes_on && !(between && is_particle(word, after)))
            word.front() = in_upper_case(word.front());
        elided = word.size() == 1;
        usual += word;
        if (at < name.size())
            usual += name[at++];
    }
    return usual;
}

} // namespace

std::u32string tidy_first_name(std::u32string_view raw) {
    std::u32string tidy;
    bool gap = false;
    for (const char32_t written : trimmed(raw)) {
        const char32_t sign = usual_sign(written);
        if (sign == U' ') {
            gap = !tidy.empty() && !joins(tidy.back());
            continue;
        }
        if (gap && sign != U'-')
            tidy += U' ';
        gap = false;
        tidy += sign;
    }
    return has_capitals(tidy) == has_small_letters(tidy) ? tidy : with_usual_capitals(tidy);
}

bool is_first_name(std::u32string_view name) {
    constexpr int most_words = 5;
    if (name.empty() || !is_letter(name.front()))
        return false;
    int words = 1;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const char32_t sign = name[at];
        if (is_letter(sign))
            continue;
        if (sign != U' ' && sign != U'.' && !joins(sign))
            return false;
        words += sign == U' ' ? 1 : 0;
    }
    return words <= most_words && name.back() != U'-';
}

std::u32string initial_of(std::u32string_view family_name) {
    for (const char32_t character : family_name)
        if (is_letter(character))
            return std::u32string(1, in_upper_case(character));
    return {};
}

std::u32string shortened(std::u32string_view text, std::size_t most) {
    text = text.substr(0, most);
    while (!text.empty() && (text.back() == U' ' || joins(text.back())))
        text.remove_suffix(1);
    return std::u32string(text);
}

bool in_all_capitals(std::u32string_view text) {
    return letters_in(text) >= 2 && has_capitals(text) && !has_small_letters(text);
}

std::string typed_first_name(std::string_view utf8) {
    const std::u32string name = tidy_first_name(characters_of(utf8));
    return is_first_name(name) ? utf8_of(shortened(name, longest_first_name)) : std::string();
}

std::string typed_initial(std::string_view utf8) { return utf8_of(initial_of(characters_of(utf8))); }

std::string comparable_name(std::string_view utf8) { return utf8_of(folded(characters_of(utf8))); }

RosterLevel level_named(std::u32string_view level) {
    struct Sign {
        std::u32string_view word;
        Band band;
    };
    constexpr std::array<Sign, 13> signs{{{U"ps", Band::PS},
                                          {U"petite", Band::PS},
                                          {U"petites", Band::PS},
                                          {U"petits", Band::PS},
                                          {U"tps", Band::PS},
                                          {U"ms", Band::MS},
                                          {U"moyenne", Band::MS},
                                          {U"moyennes", Band::MS},
                                          {U"moyens", Band::MS},
                                          {U"gs", Band::GS},
                                          {U"grande", Band::GS},
                                          {U"grandes", Band::GS},
                                          {U"grands", Band::GS}}};
    constexpr std::array<std::u32string_view, 8> school{U"cp",  U"ce1",         U"ce2",          U"cm1",
                                                        U"cm2", U"elementaire", U"preparatoire", U"6eme"};
    const auto words = folded_words(level);
    if (words.front().empty())
        return {};
    RosterLevel read{RosterLevel::Kind::unknown};
    bool elementary = false;
    for (const std::u32string& word : words) {
        elementary = elementary || std::find(school.begin(), school.end(), word) != school.end();
        for (const Sign& sign : signs) {
            if (sign.word != word)
                continue;
            if (read.kind == RosterLevel::Kind::maternelle && read.band != sign.band)
                return {RosterLevel::Kind::unknown}; // "PS/MS": two levels tell nothing about one child
            read = {RosterLevel::Kind::maternelle, sign.band};
        }
    }
    if (elementary)
        return {read.kind == RosterLevel::Kind::maternelle ? RosterLevel::Kind::unknown
                                                           : RosterLevel::Kind::elementary};
    const bool youngest = std::any_of(words.begin(), words.end(), [](const std::u32string& word) {
        return word == U"tps" || word == U"toute" || word == U"tres";
    });
    if (read.kind == RosterLevel::Kind::maternelle && read.band == Band::PS && youngest)
        read.kind = RosterLevel::Kind::toute_petite;
    return read;
}

std::optional<Band> band_of_class(std::u32string_view class_name) {
    std::optional<Band> found;
    for (const std::u32string& word : folded_words(class_name))
        for (const Band band : all_bands) {
            if (utf8_of(word) != comparable_name(name_of(band)))
                continue;
            if (found && *found != band)
                return std::nullopt;
            found = band;
        }
    return found;
}

} // namespace mirabelle
