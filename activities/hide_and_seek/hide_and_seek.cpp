#include "activities/hide_and_seek/hide_and_seek.h"

#include "engine/number_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> asks{"whole", "hidden"};
constexpr std::array<std::string_view, 3> answers{"dots", "fingers", "numeral"};
constexpr std::array rules{
    SettingRule{"whole", SettingKind::range, 2, 10},
    SettingRule{"ask", SettingKind::word, 0, 0, asks}, // both parts are seen, or one is in the box
    SettingRule{"answer", SettingKind::word, 0, 0, answers},
    SettingRule{"choices", SettingKind::number, 2, 4},
};

/// `count` of them on the ground, in rows of at most three.
SceneFace animals(PictureId picture, int count) {
    SceneFace scene;
    const int across = count <= 4 ? 2 : 3;
    const int down = (count + across - 1) / across;
    const double side = 0.98 / std::max(across, down);
    for (int i = 0; i < count; ++i) {
        const int row = i / across;
        const int in_row = std::min(across, count - row * across);
        const Point centre{0.5 + (i % across - (in_row - 1) / 2.0) * side,
                           0.5 + (row - (down - 1) / 2.0) * side};
        scene.pictures.push_back({picture, square_on(centre, side * 0.94)});
    }
    return scene;
}

std::vector<Face> faces_for(std::span<const int> numbers, std::string_view look, const Content& content,
                            Random& random) {
    std::vector<Face> faces;
    for (const int number : numbers)
        faces.push_back(number_as(look, number, content, random));
    return faces;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("whole");
    const int whole = random.between(range.low, range.high);
    const int seen = random.between(1, whole - 1);
    const int hidden = whole - seen;
    const bool all_seen = level.settings.word("ask") == "whole";
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    std::vector<const CountedObject*> known;
    for (const CountedObject& object : content.objects())
        if (object.band <= level.band && !object.food)
            known.push_back(&object);
    const CountedObject& object = *random.pick(known);

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = std::to_string(whole) + " = " + std::to_string(seen) + " + " + std::to_string(hidden);
    const PictureId box = content.picture("1f4e6");
    Choose task;
    task.model.faces = {animals(object.picture, seen), all_seen
                                                           ? animals(object.picture, hidden)
                                                           : SceneFace{{{box, {0.02, 0.02, 0.96, 0.96}}}}};
    exercise.task = task;

    // Who repeats a number that was said or seen shall find it.
    const int right = all_seen ? whole : hidden;
    std::vector<int> traps =
        all_seen ? std::vector{std::max(seen, hidden), right + 1} : std::vector{seen, whole};
    random.shuffle(traps);
    const auto numbers = numbers_with(right, traps, choices, {1, 10});
    choose_number(exercise, numbers, faces_for(numbers, level.settings.word("answer"), content, random),
                  right, content);
    const VoiceId these = content.voice("these_" + object.id);
    if (all_seen) {
        exercise.prompt = {these, content.voice("how_many_altogether")};
        exercise.praise = {content.voice("yes"),        number_voice(content, seen),
                           content.voice("and"),        number_voice(content, hidden),
                           content.voice("that_makes"), number_voice(content, whole)};
        name_error(exercise, std::max(seen, hidden), "repeats_part", {content.voice("count_both_places")});
        name_error(exercise, std::min(seen, hidden), "repeats_part", {content.voice("count_both_places")});
    } else {
        exercise.prompt = {these, content.voice("in_all_there_are"), number_voice(content, whole),
                           content.voice("how_many_in_the_box")};
        exercise.praise = {content.voice("yes"),        number_voice(content, seen),
                           content.voice("and"),        number_voice(content, hidden),
                           content.voice("that_makes"), number_voice(content, whole)};
        if (seen != hidden)
            name_error(exercise, seen, "repeats_part",
                       {content.voice("those_are_seen"), content.voice("how_many_in_the_box")});
        name_error(exercise, whole, "repeats_whole",
                   {content.voice("that_is_all_of_them"), content.voice("how_many_in_the_box")});
    }
    // Taking apart: .5 a thing beyond four, .8 more where a part is hidden.
    exercise.difficulty = 0.5 * (whole - 4) + (all_seen ? 0 : 0.8);
    return exercise;
}

} // namespace

Activity hide_and_seek() { return {"hide_and_seek", rules, make_exercise}; }

} // namespace mirabelle
