#include "engine/writing/written_signs.h"

#include "engine/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace mirabelle {

namespace {

struct Accented {
    std::uint32_t code; ///< of the small letter
    std::string_view letters, mark;
};
constexpr std::array<Accented, 29> accented{{
    {U'à', "a", "grave"},      {U'â', "a", "circumflex"}, {U'ä', "a", "diaeresis"}, {U'á', "a", "acute"},
    {U'ã', "a", "tilde"},      {U'ç', "c", "cedilla"},    {U'é', "e", "acute"},     {U'è', "e", "grave"},
    {U'ê', "e", "circumflex"}, {U'ë', "e", "diaeresis"},  {U'ì', "i", "grave"},     {U'î', "i", "circumflex"},
    {U'ï', "i", "diaeresis"},  {U'í', "i", "acute"},      {U'ñ', "n", "tilde"},     {U'ò', "o", "grave"},
    {U'ô', "o", "circumflex"}, {U'ö', "o", "diaeresis"},  {U'ó', "o", "acute"},     {U'õ', "o", "tilde"},
    {U'ù', "u", "grave"},      {U'û', "u", "circumflex"}, {U'ü', "u", "diaeresis"}, {U'ú', "u", "acute"},
    {U'ý', "y", "acute"},      {U'ÿ', "y", "diaeresis"},  {U'œ', "oe", ""},         {U'æ', "ae", ""},
    {U'ß', "ss", ""},
}};

struct Combining {
    std::uint32_t code;
    std::string_view mark;
};
constexpr std::array<Combining, 6> combining{{{0x300, "grave"},
                                              {0x301, "acute"},
                                              {0x302, "circumflex"},
                                              {0x303, "tilde"},
                                              {0x308, "diaeresis"},
                                              {0x327, "cedilla"}}};

std::uint32_t small(std::uint32_t code) {
    if ((code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7))
        return code + 32;
    return code == U'Œ' ? U'œ' : code == U'Ÿ' ? U'ÿ' : code;
}

/// Adds the sign; false where it has no form.
bool add(std::vector<WrittenSign>& signs, std::uint32_t code) {
    if (code >= 'a' && code <= 'z') {
        signs.push_back({static_cast<char>(code), {}});
        return true;
    }
    if (code == '-' || code == '\'' || code == U'’' || code == ' ') {
        signs.push_back({0, code == '-' ? "hyphen" : code == ' ' ? "" : "apostrophe"});
        return true;
    }
    for (const Accented& sign : accented)
        if (sign.code == code) {
            for (const char letter : sign.letters)
                signs.push_back({letter, sign.mark});
            return true;
        }
    for (const Combining& sign : combining)
        if (sign.code == code && !signs.empty() && signs.back().letter != 0 && signs.back().mark.empty()) {
            signs.back().mark = sign.mark;
            return true;
        }
    return false;
}

} // namespace

std::vector<WrittenSign> signs_of(std::string_view word) {
    std::vector<WrittenSign> signs;
    while (!word.empty())
        add(signs, small(take_character(word)));
    return signs;
}

bool has_written_form(std::string_view word) {
    std::vector<WrittenSign> signs;
    while (!word.empty())
        if (!add(signs, small(take_character(word))))
            return false;
    return !signs.empty();
}

} // namespace mirabelle
