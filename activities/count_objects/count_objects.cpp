#include "activities/count_objects/count_objects.h"

#include "engine/number_choice.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> arrangements{"row", "scattered", "circle"};
constexpr std::array<std::string_view, 2> marks{"stay", "vanish"};
constexpr int most = 10;
constexpr std::array rules{
    SettingRule{"number", SettingKind::range, 1, most},
    SettingRule{"arrangement", SettingKind::word, 0, 0, arrangements},
    SettingRule{"marks", SettingKind::word, 0, 0, marks},
    SettingRule{"choices", SettingKind::number, 2, 5},
};

template <std::size_t Count>
auto place_of(std::string_view word, const std::array<std::string_view, Count>& words) {
    return std::find(words.begin(), words.end(), word) - words.begin();
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("number");
    const int count = random.between(range.low, range.high);
    std::vector<const CountedObject*> known;
    for (const CountedObject& object : content.objects())
        if (object.band <= level.band)
            known.push_back(&object);
    const CountedObject& object = *random.pick(known);
    const auto number_voice = [&](int number) { return content.voice("number_" + std::to_string(number)); };

    TapCount task;
    task.arrangement = static_cast<Arrangement>(place_of(level.settings.word("arrangement"), arrangements));
    task.marks = static_cast<Marks>(place_of(level.settings.word("marks"), marks));
    task.layout_seed = random.bits();
    for (int number = 1; number <= count + 1; ++number)
        task.number_words.push_back(number_voice(number));
    task.when_counted = {content.voice("how_many_in_all")};

    Exercise exercise;
    for (const int number : numbers_around(count, static_cast<std::size_t>(level.settings.number("choices")),
                                           {1, most}, random)) {
        if (number == count)
            task.right = task.numerals.size();
        task.numerals.push_back(
            {std::to_string(number), WritingFace{std::to_string(number), Script::script}});
    }
    exercise.options = static_cast<int>(task.numerals.size());
    exercise.errors.push_back(
        {"", "counted_twice", {content.voice("count_again"), content.voice("count_them")}});
    exercise.errors.push_back({"", "skipped", {content.voice("some_left"), content.voice("count_again")}});
    exercise.errors.push_back(
        {"", "last_word_not_answer", {content.voice("count_again"), content.voice("how_many_in_all")}});

    exercise.skill = level.skill;
    exercise.item = std::to_string(count);
    exercise.expected = exercise.item;
    exercise.prompt = {content.voice("count_" + object.id), content.voice("count_them")};
    exercise.praise = {content.voice("well_counted"), content.voice("there_are"), number_voice(count)};
    for (int i = 0; i < count; ++i)
        exercise.pieces.push_back({object.id, PictureFace{object.picture}});
    // Counting: 0.35 a thing beyond four, harder here and there, hardest on a ring without an end.
    constexpr std::array arrangement_difficulty{0.0, 0.5, 0.7};
    exercise.difficulty =
        0.35 * (count - 4) + arrangement_difficulty[static_cast<std::size_t>(task.arrangement)];
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity count_objects() { return {"count_objects", rules, make_exercise}; }

} // namespace mirabelle
