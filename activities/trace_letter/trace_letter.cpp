#include "activities/trace_letter/trace_letter.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> alphabets{"capitals", "script", "cursive"};
constexpr std::array<std::string_view, 5> guides{"wide_path", "narrow_path", "dots", "start_only", "alone"};
constexpr std::array rules{
    SettingRule{"alphabet", SettingKind::word, 0, 0, alphabets},
    SettingRule{"letters", SettingKind::glyphs},
    SettingRule{"guide", SettingKind::word, 0, 0, guides},
};

/// What is said when the hand wrote alone and something is missing, beside, or another letter.
void add_errors_of_writing(Exercise& exercise, const Content& content, VoiceId name) {
    exercise.errors.push_back({"", "missing_stroke", {content.voice("a_stroke_is_missing")}});
    exercise.errors.push_back({"", "written_mirrored", {content.voice("it_looks_the_other_way")}});
    exercise.errors.push_back(
        {"", "other_glyph", {content.voice("that_is_another_letter"), content.voice("we_look_for"), name}});
    exercise.errors.push_back({"", "order", {content.voice("first_stroke_first")}});
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string& letter = random.pick(level.settings.words("letters"));
    const Alphabet alphabet = *alphabet_named(level.settings.word("alphabet"));
    const auto guide = static_cast<TraceGuide>(
        std::find(guides.begin(), guides.end(), level.settings.word("guide")) - guides.begin());
    // Letters are named by their small form; a capital's is 32 further on in ASCII.
    const char small = alphabet == Alphabet::capitals ? static_cast<char>(letter[0] + 32) : letter[0];
    const VoiceId name = content.voice("letter_" + std::string(1, small));
    const bool alone = guide == TraceGuide::alone;

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = letter;
    exercise.expected = letter;
    exercise.task = Trace{content.model(alphabet, letter).glyph, guide, alphabet, letter};
    exercise.prompt = {content.voice(alone ? "write_letter_alone" : "trace_letter"), name};
    if (!alone)
        exercise.prompt.push_back(content.voice("start_at_the_dot"));
    exercise.praise = {content.voice(alone ? "well_done_written" : "well_done_traced")};
    exercise.errors = {
        {"", "start", {content.voice(alone ? "begin_elsewhere" : "start_at_the_dot")}},
        {"", "direction", {content.voice("other_direction")}},
        {"", "off_path", {content.voice(alone ? "look_at_its_shape" : "stay_on_the_path")}},
    };
    if (alone)
        add_errors_of_writing(exercise, content, name);
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity trace_letter() { return {"trace_letter", rules, make_exercise}; }

} // namespace mirabelle
