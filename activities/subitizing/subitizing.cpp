#include "activities/subitizing/subitizing.h"

#include "engine/dot_arrays.h"
#include "engine/number_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 5> shown_as{"die", "line", "ten_frame", "scattered", "fingers"};
constexpr std::array<std::string_view, 2> answers{"same", "numeral"};
constexpr int most = 10;
constexpr std::array rules{
    SettingRule{"number", SettingKind::range, 1, most},
    SettingRule{"shown_as", SettingKind::words, 0, 0, shown_as},
    SettingRule{"shown_ms", SettingKind::number, 0, 4000},   // 0: it stays, to be counted
    SettingRule{"answer", SettingKind::word, 0, 0, answers}, // the same number elsewhere, or its numeral
    SettingRule{"choices", SettingKind::number, 2, 4},
};

Face face_of(std::string_view look, int number, const Content& content, Random& random) {
    if (look == "fingers")
        return fingers(content, number);
    const auto place = std::find(shown_as.begin(), shown_as.end(), look) - shown_as.begin();
    return dots_in(static_cast<DotPattern>(place), number, random); // in the order of DotPattern
}

/// Seen at a glance: .9 a thing beyond three, harder here and there, easier on a die, harder when short.
double difficulty_of(int number, std::string_view look, int shown_ms) {
    if (shown_ms == 0) // counting: .35 a thing beyond four, harder here and there
        return 0.35 * (number - 4) + (look == "scattered" ? 0.5 : 0);
    const double of_look = look == "scattered" ? 0.8 : look == "die" || look == "fingers" ? -0.5 : 0;
    return 0.9 * (std::min(number, 6) - 3) + of_look + (shown_ms <= 1000 ? 0.6 : 0);
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("number");
    const int number = random.between(range.low, range.high);
    const std::string look = random.pick(level.settings.words("shown_as"));
    const bool same = level.settings.word("answer") == "same";
    const int shown_ms = level.settings.number("shown_ms");
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = std::to_string(number) + " " + look;
    Choose task;
    task.model = {{face_of(look, number, content, random)}, shown_ms};
    exercise.task = task;
    const std::vector<int> numbers = numbers_around(number, choices, range, random);
    if (same) {
        // Never in the arrangement of the model: the number is to be found again, not the look.
        const std::string_view other = look == "line" ? "die" : "line";
        std::vector<Face> faces;
        for (const int offered : numbers)
            faces.push_back(face_of(other, offered, content, random));
        choose_number(exercise, numbers, faces, number, content);
        for (std::size_t i = numbers.size(); i > 1; --i) { // in no order, so that the place tells nothing
            const std::size_t j = random.below(static_cast<std::uint32_t>(i));
            std::swap(exercise.pieces[i - 1], exercise.pieces[j]);
        }
        auto& chosen = std::get<Choose>(exercise.task);
        for (std::size_t i = 0; i < exercise.pieces.size(); ++i)
            if (exercise.pieces[i].label == exercise.expected)
                chosen.right = i;
    } else {
        choose_numeral(exercise, numbers, number, content);
    }
    exercise.prompt = {content.voice("look_well"),
                       content.voice(same ? "touch_as_many" : "how_many_touch_number")};
    exercise.praise = {content.voice("yes"), content.voice("there_are"), number_voice(content, number)};
    exercise.difficulty = difficulty_of(number, look, shown_ms);
    return exercise;
}

} // namespace

Activity subitizing() { return {"subitizing", rules, make_exercise}; }

} // namespace mirabelle
