#include "engine/journal/journal_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> modes{"tablet", "board"};
constexpr std::array<std::string_view, 4> clock_checks{"plausible", "before_release", "far_future",
                                                       "behind_last_session"};
constexpr std::array<std::string_view, 5> endings{"completed", "left", "time_up", "stopped_by_teacher",
                                                  "recovered_after_crash"};
constexpr std::array<std::string_view, 5> helps{"none", "gesture_shown", "fewer_choices", "answer_shown",
                                                "solved_together"};
constexpr std::array<std::string_view, 2> scaffolds{"alone", "guided"};

template <typename Enum, std::size_t count>
Enum named(const std::array<std::string_view, count>& words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    return static_cast<Enum>(found == words.end() ? 0 : found - words.begin());
}

constexpr int hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : 0;
}

} // namespace

std::string_view word_of(SessionMode mode) { return modes[static_cast<std::size_t>(mode)]; }
std::string_view word_of(ClockCheck check) { return clock_checks[static_cast<std::size_t>(check)]; }
std::string_view word_of(RunEnding ending) { return endings[static_cast<std::size_t>(ending)]; }
std::string_view word_of(HelpLevel help) { return helps[static_cast<std::size_t>(help)]; }
std::string_view word_of(Scaffold scaffold) { return scaffolds[static_cast<std::size_t>(scaffold)]; }

SessionMode mode_named(std::string_view word) { return named<SessionMode>(modes, word); }
ClockCheck clock_check_named(std::string_view word) { return named<ClockCheck>(clock_checks, word); }
RunEnding ending_named(std::string_view word) { return named<RunEnding>(endings, word); }
HelpLevel help_named(std::string_view word) { return named<HelpLevel>(helps, word); }
Scaffold scaffold_named(std::string_view word) { return named<Scaffold>(scaffolds, word); }

std::string json_array(const std::vector<std::string>& texts) {
    std::string json = "[";
    for (const std::string& text : texts) {
        json += json.size() > 1 ? ",\"" : "\"";
        for (const char letter : text) {
            const auto code = static_cast<unsigned char>(letter);
            if (letter == '"' || letter == '\\')
                json += '\\';
            if (code < 0x20)
                json += fmt::format("\\u{:04x}", code);
            else
                json += letter;
        }
        json += '"';
    }
    return json + "]";
}

std::vector<std::string> texts_of_json_array(std::string_view json) {
    std::vector<std::string> texts;
    enum class Where { outside, inside } where = Where::outside;
    for (std::size_t place = 0; place < json.size(); ++place) {
        const char letter = json[place];
        if (where == Where::outside) {
            if (letter == '"') {
                texts.emplace_back();
                where = Where::inside;
            }
        } else if (letter == '"') {
            where = Where::outside;
        } else if (letter != '\\') {
            texts.back() += letter;
        } else if (++place < json.size() && json[place] != 'u') {
            texts.back() += json[place];
        } else if (place + 4 < json.size()) {
            texts.back() +=
                static_cast<char>(hexadecimal(json[place + 3]) * 16 + hexadecimal(json[place + 4]));
            place += 4;
        }
    }
    return texts;
}

} // namespace mirabelle
