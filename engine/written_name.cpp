#include "engine/written_name.h"

#include "engine/french.h"
#include "engine/utf8.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::size_t longest_shown = 12;
constexpr std::string_view partings = " -";

bool is_combining(std::uint32_t code) { return code >= 0x300 && code <= 0x36F; }
bool is_latin(std::uint32_t code) {
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || (code >= 0xC0 && code <= 0x17F);
}
bool is_apostrophe(std::uint32_t code) { return code == '\'' || code == 0x2019; }

std::size_t letters_in(std::string_view text) {
    const auto all = characters(text);
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_letter));
}

} // namespace

std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) {
        const std::string_view before = text;
        const std::uint32_t code = take_character(text);
        const std::string_view taken = before.substr(0, before.size() - text.size());
        if (is_combining(code) && !all.empty())
            all.back() += taken;
        else
            all.emplace_back(taken);
    }
    return all;
}

bool is_letter(std::string_view character) {
    return !character.empty() && is_latin(take_character(character));
}

std::string first_part(std::string_view name) {
    return std::string(name.substr(0, name.find_first_of(partings)));
}

std::string shown_name(std::string_view name) {
    std::string kept;
    for (const std::string& one : characters(name)) {
        std::string_view rest = one;
        const std::uint32_t code = take_character(rest);
        const bool parts = one.size() == 1 && partings.find(one) != std::string_view::npos;
        if (is_latin(code) || (!kept.empty() && is_apostrophe(code)))
            kept += is_apostrophe(code) ? "'" : one;
        else if (parts && !kept.empty() && partings.find(kept.back()) == std::string_view::npos)
            kept += one;
        else if (!parts && !is_apostrophe(code))
            return {}; // a script of which children learn no letters yet
    }
    while (!kept.empty() && !is_letter(characters(kept).back()))
        kept.pop_back();
    return letters_in(kept) > longest_shown ? first_part(kept) : kept;
}

bool has_cursive(std::string_view name) {
    constexpr std::string_view accented = "ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜàâäæçèéêëîïôöùûüœ";
    const auto all = characters(name);
    return std::all_of(all.begin(), all.end(), [&](const std::string& one) {
        return one.size() == 1 || accented.find(one) != std::string_view::npos;
    });
}

std::string written(const std::string& name, Script script) {
    if (script == Script::capital)
        return in_capitals(name);
    const auto all = characters(name);
    return all.empty() ? name : in_capitals(all.front()) + name.substr(all.front().size());
}

int likeness(std::string_view name, std::string_view other) {
    const auto one = characters(in_capitals(name)), two = characters(in_capitals(other));
    if (one.empty() || two.empty())
        return 0;
    return (one.front() == two.front() ? 2 : 0) + (one.size() == two.size() ? 1 : 0);
}

} // namespace mirabelle
