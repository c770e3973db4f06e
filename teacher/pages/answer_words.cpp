#include "teacher/pages/answer_words.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::string_view answer_separators = " +>:,=";

/// One label; where it has no words, those of its parts: "yellow-square" has two.
std::string label_in_words(const Words& words, std::string_view label) {
    const std::string key = "label." + std::string(label);
    if (words.has(key))
        return words(key);
    const std::size_t end = label.find('-');
    if (end == std::string_view::npos || !words.has("label." + std::string(label.substr(0, end))))
        return std::string(label);
    return label_in_words(words, label.substr(0, end)) + " " + label_in_words(words, label.substr(end + 1));
}

std::string_view between(char separator) {
    switch (separator) {
    case '>':
        return " – ";
    case ',':
        return ", ";
    case ':':
        return " : ";
    case '=':
        return " = ";
    default:
        return " ";
    }
}

} // namespace

std::string in_words(const Words& words, std::string_view text) {
    std::string said;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(answer_separators), text.size());
        said += label_in_words(words, text.substr(0, end));
        if (end < text.size())
            said += between(text[end]);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return said;
}

} // namespace mirabelle
