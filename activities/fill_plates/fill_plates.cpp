#include "activities/fill_plates/fill_plates.h"

#include "engine/number_choice.h"
#include "engine/sort_text.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> looks{"dots", "fingers", "numeral"};
constexpr std::array rules{
    SettingRule{"plates", SettingKind::number, 1, 2},
    SettingRule{"numbers", SettingKind::range, 1, 6}, // for each plate another one
    SettingRule{"more", SettingKind::number, 1, 3},   // things that nobody needs
    SettingRule{"sign", SettingKind::word, 0, 0, looks},
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("numbers");
    std::vector<int> numbers;
    for (int number = range.low; number <= range.high; ++number)
        numbers.push_back(number);
    random.shuffle(numbers);
    numbers.resize(static_cast<std::size_t>(level.settings.number("plates")));
    std::vector<const CountedObject*> known;
    for (const CountedObject& object : content.objects())
        if (object.band <= level.band && object.food)
            known.push_back(&object);
    const CountedObject& object = *random.pick(known);

    Exercise exercise;
    Sort task;
    task.check = SortCheck::at_bell;
    int wanted = 0;
    constexpr std::array<std::string_view, 2> sides{"left", "right"};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto count = static_cast<std::size_t>(numbers[i]);
        task.baskets.push_back({"plate_" + std::string(sides[i]),
                                number_as(level.settings.word("sign"), numbers[i], content, random),
                                number_voice(content, numbers[i]),
                                std::vector<std::string>(count, object.id)});
        wanted += numbers[i];
    }
    const int there = wanted + level.settings.number("more");
    exercise.pieces.assign(static_cast<std::size_t>(there), {object.id, PictureFace{object.picture}});
    const auto say = [&](std::string_view line) { return content.voice(line); };
    exercise.errors = {{"", "one_more", {say("look_at_its_number"), say("take_one_off")}},
                       {"", "one_less", {say("look_at_its_number"), say("add_one")}},
                       {"", "too_many", {say("look_at_its_number"), say("take_some_off")}},
                       {"", "not_enough", {say("look_at_its_number"), say("add_some")}}};
    exercise.explanation = {say("look_at_its_number")};
    exercise.prompt = {say(numbers.size() > 1 ? "fill_each_plate" : "fill_the_plate"), say("ring_when_done")};
    exercise.praise = {say("yes")};
    exercise.item = object.id;
    for (const int number : numbers) {
        if (exercise.praise.size() > 1)
            exercise.praise.push_back(say("and"));
        exercise.praise.push_back(number_voice(content, number));
        exercise.item += " " + std::to_string(number);
    }
    exercise.expected = sort_text(task);
    exercise.skill = level.skill;
    // Giving: .8 a thing beyond three, .4 above five.
    const int larger = *std::max_element(numbers.begin(), numbers.end());
    exercise.difficulty = 0.8 * (larger - 3) + (larger > 5 ? 0.4 : 0);
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity fill_plates() { return {"fill_plates", rules, make_exercise}; }

} // namespace mirabelle
