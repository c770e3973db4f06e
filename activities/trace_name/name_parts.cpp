#include "activities/trace_name/name_parts.h"

#include "engine/content/content.h"
#include "engine/written_name.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

/// "Jean-", "Baptiste"
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const std::string& one : characters(name)) {
        if (one != " ")
            words.back() += one;
        if ((one == " " || one == "-") && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

void add_evenly(std::vector<std::string>& parts, const std::string& word, std::size_t count) {
    const std::vector<std::string> letters = characters(word);
    for (std::size_t part = 0, at = 0; part < count; ++part) {
        std::string& text = parts.emplace_back();
        for (const std::size_t end = letters.size() * (part + 1) / count; at < end; ++at)
            text += letters[at];
    }
}

} // namespace

double width_of(const WritingModel& word) { return word.glyph.width / word.interline; }

std::vector<std::string> name_parts(std::string_view name, double widest, const Content& content,
                                    WriteWord write) {
    if (width_of(write(name, content)) <= widest)
        return {std::string(name)};
    std::vector<std::string> parts;
    for (const std::string& word : words_of(name)) {
        const double wide = width_of(write(word, content)) / widest;
        add_evenly(
            parts, word,
            std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(wide)), 1, characters(word).size()));
    }
    return parts;
}

} // namespace mirabelle
