#include "activities/trace_digit/trace_digit.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 5> guides{"wide_path", "narrow_path", "dots", "start_only", "alone"};
constexpr std::array<std::string_view, 10> digits{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
constexpr std::array<std::string_view, 1> alphabets{"digits"};
constexpr std::array rules{
    SettingRule{"alphabet", SettingKind::word, 0, 0, alphabets},
    SettingRule{"digits", SettingKind::glyphs, 0, 0, digits},
    SettingRule{"guide", SettingKind::word, 0, 0, guides},
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string& digit = random.pick(level.settings.words("digits"));
    const auto guide = static_cast<TraceGuide>(
        std::find(guides.begin(), guides.end(), level.settings.word("guide")) - guides.begin());
    const VoiceId name = content.voice("number_" + digit);
    const bool alone = guide == TraceGuide::alone;

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = digit;
    exercise.expected = digit;
    exercise.task = Trace{content.model(Alphabet::digits, digit).glyph, guide, Alphabet::digits, digit};
    exercise.prompt = {content.voice(alone ? "write_number_alone" : "trace_number"), name};
    if (!alone)
        exercise.prompt.push_back(content.voice("start_at_the_dot"));
    exercise.praise = {content.voice(alone ? "well_done_written" : "well_done_traced")};
    exercise.errors = {
        {"", "start", {content.voice("start_at_the_dot")}},
        {"", "direction", {content.voice("other_direction"), content.voice("start_at_the_dot")}},
        {"", "off_path", {content.voice(alone ? "look_at_its_shape" : "stay_on_the_path")}},
    };
    if (alone) {
        exercise.errors.push_back({"", "missing_stroke", {content.voice("a_stroke_is_missing")}});
        exercise.errors.push_back({"", "written_mirrored", {content.voice("it_looks_the_other_way_number")}});
        exercise.errors.push_back(
            {"",
             "other_glyph",
             {content.voice("that_is_another_number"), content.voice("we_look_for"), name}});
    }
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity trace_digit() { return {"trace_digit", rules, make_exercise}; }

} // namespace mirabelle
