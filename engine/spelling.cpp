#include "engine/spelling.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mirabelle {

namespace {

struct Rule {
    std::string_view text;
    std::string_view letter;
    std::string_view phoneme; ///< with mid vowels merged
};
/// Longer ones first.
constexpr std::array rules{
    Rule{"ou", "ou", "u"}, Rule{"ch", "ch", "ʃ"},     Rule{"on", "on", "ɔ̃"}, Rule{"an", "an", "ɑ̃"},
    Rule{"in", "in", "ɛ̃"}, Rule{"é", "e_acute", "e"}, Rule{"a", "a", "a"},   Rule{"i", "i", "i"},
    Rule{"o", "o", "o"},   Rule{"u", "u", "y"},       Rule{"l", "l", "l"},   Rule{"m", "m", "m"},
    Rule{"s", "s", "s"},   Rule{"v", "v", "v"},       Rule{"r", "r", "ʁ"},   Rule{"n", "n", "n"},
    Rule{"f", "f", "f"},   Rule{"j", "j", "ʒ"},       Rule{"d", "d", "d"},   Rule{"t", "t", "t"},
    Rule{"p", "p", "p"},   Rule{"b", "b", "b"},       Rule{"c", "c", "k"},   Rule{"g", "g", "ɡ"},
};

} // namespace

std::vector<WrittenSound> spelled(const Word& word) {
    std::vector<WrittenSound> parts;
    std::string_view left = word.text;
    std::size_t sound = 0;
    while (!left.empty()) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& one) {
            return sound < word.phonemes.size() && left.substr(0, one.text.size()) == one.text &&
                   word.phonemes[sound] == one.phoneme;
        });
        if (rule != rules.end()) {
            parts.push_back({std::string(rule->text), std::string(rule->letter), true});
            left.remove_prefix(rule->text.size());
            ++sound;
        } else if (left == "e" && sound == word.phonemes.size()) {
            parts.push_back({"e", "e", false});
            left = {};
        } else {
            return {};
        }
    }
    return sound == word.phonemes.size() ? parts : std::vector<WrittenSound>{};
}

std::size_t heard_parts(const std::vector<WrittenSound>& parts) {
    return static_cast<std::size_t>(
        std::count_if(parts.begin(), parts.end(), [](const WrittenSound& part) { return part.heard; }));
}

} // namespace mirabelle
