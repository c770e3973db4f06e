#include "activities/trace_digit/trace_digit.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 4> guides{"wide_path", "narrow_path", "dots", "start_only"};
constexpr std::array<std::string_view, 10> digits{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
constexpr std::array<std::string_view, 1> alphabets{"digits"};
constexpr std::array rules{
    SettingRule{"alphabet", SettingKind::word, 0, 0, alphabets},
    SettingRule{"digits", SettingKind::glyphs, 0, 0, digits},
    SettingRule{"guide", SettingKind::word, 0, 0, guides},
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string& digit = random.pick(level.settings.words("digits"));
    const auto guide = std::find(guides.begin(), guides.end(), level.settings.word("guide")) - guides.begin();

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = digit;
    exercise.expected = digit;
    exercise.task = Trace{content.model(Alphabet::digits, digit).glyph, static_cast<TraceGuide>(guide),
                          Alphabet::digits, digit};
    exercise.prompt = {content.voice("trace_number"), content.voice("number_" + digit),
                       content.voice("start_at_the_dot")};
    exercise.praise = {content.voice("well_done_traced")};
    exercise.errors = {
        {"", "start", {content.voice("start_at_the_dot")}},
        {"", "direction", {content.voice("other_direction"), content.voice("start_at_the_dot")}},
        {"", "off_path", {content.voice("stay_on_the_path")}},
    };
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity trace_digit() { return {"trace_digit", rules, make_exercise}; }

} // namespace mirabelle
