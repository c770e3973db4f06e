#include "activities/how_many_missing/how_many_missing.h"

#include "engine/number_choice.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> answers{"dots", "numeral"};
constexpr std::array<std::string_view, 2> arrangements{"rows", "apart"};
constexpr std::array rules{
    SettingRule{"guests", SettingKind::range, 2, 10},
    SettingRule{"missing", SettingKind::range, 1, 5},
    SettingRule{"laid", SettingKind::word, 0, 0, arrangements}, // one beneath the other, or in two heaps
    SettingRule{"answer", SettingKind::word, 0, 0, answers},
    SettingRule{"choices", SettingKind::number, 2, 4},
};

/// Who comes, and what the first of them eat: its line names the guests.
struct Meal {
    std::string_view guest, food, line;
};
constexpr std::array meals{Meal{"1f430", "1f955", "rabbits"}, Meal{"1f435", "1f34c", "monkeys"},
                           Meal{"1f42d", "1f9c0", "mice"}};

/// Guests above, food beneath them, in lines of at most five. From three on a line goes on on a second face,
/// so that all of them are large.
std::vector<Face> in_rows(PictureId guest, PictureId food, int guests, int served) {
    const int across = std::min(guests, 5);
    const int lines = (guests + across - 1) / across;
    const int on_first = across > 2 ? (across + 1) / 2 : across;
    const double side = std::min(0.98 / on_first, 0.98 / (2 * lines));
    const double first_left = across > 2 ? 0.99 - side * on_first : 0.5 - side * across / 2;
    std::array<SceneFace, 2> halves;
    for (int i = 0; i < guests; ++i) {
        const int column = i % across;
        const bool is_first = column < on_first;
        auto& pictures = halves[is_first ? 0 : 1].pictures;
        const double x = is_first ? first_left + side * column : 0.01 + side * (column - on_first);
        const double y = 0.5 + side * (2 * (i / across) - lines);
        pictures.push_back({guest, {x, y, side * 0.94, side * 0.94}});
        if (i < served)
            pictures.push_back({food, {x + side * 0.07, y + side * 1.06, side * 0.8, side * 0.8}});
    }
    if (across > 2)
        return {halves[0], halves[1]};
    return {halves[0]};
}

SceneFace heap(PictureId picture, int count) {
    SceneFace scene;
    const int across = count <= 4 ? 2 : count <= 9 ? 3 : 4;
    const int down = (count + across - 1) / across;
    const double side = 0.98 / std::max(across, down);
    for (int i = 0; i < count; ++i) {
        const int in_row = std::min(across, count - i / across * across);
        const Point centre{0.5 + (i % across - (in_row - 1) / 2.0) * side,
                           0.5 + (i / across - (down - 1) / 2.0) * side};
        scene.pictures.push_back({picture, square_on(centre, side * 0.92)});
    }
    return scene;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange many = level.settings.range("guests");
    const NumberRange few = level.settings.range("missing");
    const int guests = random.between(many.low, many.high);
    const int missing = random.between(few.low, std::min(few.high, guests - 1));
    const int served = guests - missing;
    const Meal& meal = random.pick(meals);
    const PictureId guest = content.picture(meal.guest), food = content.picture(meal.food);
    const std::string line(meal.line);

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = std::to_string(guests) + " - " + std::to_string(served);
    Choose task;
    const bool in_lines = level.settings.word("laid") == "rows";
    if (in_lines)
        task.model.faces = in_rows(guest, food, guests, served);
    else
        task.model.faces = {heap(guest, guests), heap(food, served)};
    exercise.task = task;
    std::vector<int> traps{served, guests};
    random.shuffle(traps);
    const auto numbers =
        numbers_with(missing, traps, static_cast<std::size_t>(level.settings.number("choices")), {1, 10});
    std::vector<Face> faces;
    for (const int number : numbers)
        faces.push_back(number_as(level.settings.word("answer"), number, content, random));
    choose_number(exercise, numbers, faces, missing, content);
    const VoiceId look = content.voice("who_has_none");
    name_error(exercise, served, "repeats_part", {content.voice("those_are_there"), look});
    name_error(exercise, guests, "repeats_whole", {content.voice("that_is_everyone"), look});
    exercise.prompt = {content.voice("missing_for_" + line)};
    exercise.praise = {content.voice("yes"), content.voice("there_were_missing"),
                       number_voice(content, missing)};
    // Comparing by what is missing: .35 a thing beyond four, .5 more where they do not lie side by side.
    exercise.difficulty = 0.35 * (guests - 4) + (in_lines ? 0 : 0.5);
    return exercise;
}

} // namespace

Activity how_many_missing() { return {"how_many_missing", rules, make_exercise}; }

} // namespace mirabelle
