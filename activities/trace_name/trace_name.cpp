#include "activities/trace_name/trace_name.h"

#include "activities/trace_name/name_parts.h"
#include "engine/french.h"
#include "engine/writing/capital_row.h"
#include "engine/written_name.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> scripts{"capitals", "cursive"};
constexpr std::array<std::string_view, 5> guides{"wide_path", "narrow_path", "dots", "start_only", "alone"};
constexpr std::array<std::string_view, 2> models{"stays", "none"};
constexpr std::array rules{
    SettingRule{"script", SettingKind::word, 0, 0, scripts},
    SettingRule{"guide", SettingKind::word, 0, 0, guides},
    SettingRule{"model", SettingKind::word, 0, 0, models}, // to look at, where no path is seen
};
constexpr double line_width = 145; // mm, of the slate on the smallest tablet
// Half-widths of the path that a capital is high, or a small letter: less, and neighbouring strokes meet.
constexpr double capital_height = 3.5, small_height = 3;

WritingModel in_capital_row(std::string_view word, const Content& content) {
    return capital_row(word, {content.models(Alphabet::capitals), content.marks()});
}
WritingModel in_cursive(std::string_view word, const Content& content) {
    return joined_cursive(word, {content.models(Alphabet::cursive), content.marks()});
}

/// In small letters where it is joined, as the glyph is.
WritingFace model_face(const std::string& text, Alphabet alphabet) {
    if (alphabet == Alphabet::capitals)
        return {in_capitals(text), Script::capital};
    return {in_small_letters(text), Script::cursive};
}

Exercise make_for_child(const Level& level, const Content& content, const FirstNames& names, Random& random) {
    const Alphabet alphabet =
        level.settings.word("script") == "cursive" ? Alphabet::cursive : Alphabet::capitals;
    const WriteWord write = alphabet == Alphabet::cursive ? in_cursive : in_capital_row;
    const auto guide = static_cast<TraceGuide>(
        std::find(guides.begin(), guides.end(), level.settings.word("guide")) - guides.begin());
    const bool alone = guide == TraceGuide::alone;

    // An example serves who has no name, or one with letters that nobody is taught to write here.
    std::string name = shown_name(names.own);
    const bool own = !name.empty() && has_written_form(name);
    Exercise exercise;
    exercise.item = "own";
    if (!own) {
        const auto example = random.below(static_cast<std::uint32_t>(content.example_names().size()));
        name = content.example_names()[example];
        exercise.item = "example " + std::to_string(example + 1);
    }
    const double height = alphabet == Alphabet::cursive ? small_height : capital_height;
    const double widest = line_width / (height * content.sizes(level.band).corridor);
    const std::vector<std::string> parts = name_parts(name, widest, content, write);
    const std::size_t part = random.below(static_cast<std::uint32_t>(parts.size()));
    const WritingModel word = write(parts[part], content);
    if (parts.size() > 1)
        exercise.item += " part " + std::to_string(part + 1);
    exercise.expected = exercise.item;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;

    Trace task{word.glyph, guide, alphabet};
    task.interline = alphabet == Alphabet::cursive ? word.interline : word.interline / 2;
    // A part, or a name that is another child's, is not known by heart.
    const bool by_heart = own && parts.size() == 1 && level.settings.word("model") == "none";
    if (guide >= TraceGuide::dots && !by_heart)
        task.model.faces = {model_face(parts[part], alphabet)};
    exercise.task = std::move(task);

    const std::string whose = own ? "your_name" : "this_name";
    exercise.prompt = {content.voice((alone ? "write_" : "trace_") + whose)};
    if (parts.size() > 1)
        exercise.prompt.push_back(content.voice(part == 0                  ? "this_is_its_begin"
                                                : part + 1 == parts.size() ? "this_is_its_end"
                                                                           : "this_is_its_middle"));
    if (!alone)
        exercise.prompt.push_back(content.voice("start_at_the_dot"));
    exercise.praise = {content.voice(alone ? "well_done_written" : "well_done_traced")};
    exercise.errors = {
        {"", "start", {content.voice(alone ? "name_begins_elsewhere" : "start_at_the_dot")}},
        {"", "direction", {content.voice("other_direction")}},
        {"", "off_path", {content.voice(alone ? "look_at_each_letter" : "stay_on_the_path")}},
    };
    if (alone) {
        exercise.errors.push_back({"", "missing_stroke", {content.voice("something_is_missing")}});
        exercise.errors.push_back({"", "order", {content.voice("letter_after_letter")}});
        exercise.explanation = {content.voice("look_at_each_letter")};
    }
    return exercise;
}

} // namespace

Activity trace_name() { return {"trace_name", rules, nullptr, make_for_child}; }

} // namespace mirabelle
