#include "activities/counting_rhyme/counting_rhyme.h"

#include "engine/number_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> faults{"wrong", "missing"};
constexpr std::array<std::string_view, 3> ways{"up", "down", "by_twos"};
constexpr std::array rules{
    SettingRule{"from", SettingKind::range, 1, 29},
    SettingRule{"length", SettingKind::number, 4, 12}, // numbers that are said
    SettingRule{"highest", SettingKind::number, 4, 30},
    SettingRule{"fault", SettingKind::word, 0, 0, faults},
    SettingRule{"way", SettingKind::word, 0, 0, ways},
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const bool missing = level.settings.word("fault") == "missing";
    const std::string& way = level.settings.word("way");
    const int step = way == "by_twos" ? 2 : 1;
    const int length = level.settings.number("length");
    const int reach = step * (length - (missing ? 0 : 1)); // from the first to the last number
    const int highest = level.settings.number("highest");
    const NumberRange from = level.settings.range("from");
    const int low = random.between(from.low, std::max(from.low, std::min(from.high, highest - reach)));
    std::vector<int> numbers;
    for (int i = 0; i < length + (missing ? 1 : 0); ++i)
        numbers.push_back(low + step * i);
    if (way == "down")
        std::reverse(numbers.begin(), numbers.end());
    // Never at the very beginning: first one hears that it is counting.
    const auto odd = static_cast<std::size_t>(random.between(2, length - 1));
    const int expected_there = numbers[odd];
    if (missing) {
        numbers.erase(numbers.begin() + static_cast<std::ptrdiff_t>(odd));
    } else {
        int other = expected_there;
        while (std::abs(other - expected_there) < 2 ||
               std::find(numbers.begin(), numbers.end(), other) != numbers.end())
            other = random.between(1, std::min(30, std::max(highest, low + reach) + 4));
        numbers[odd] = other;
    }

    Exercise exercise;
    exercise.skill = level.skill;
    Rhythm task;
    task.odd = odd;
    for (const int number : numbers) {
        task.lines.push_back(number_voice(content, number));
        exercise.item += (exercise.item.empty() ? "" : " ") + std::to_string(number);
    }
    exercise.task = task;
    exercise.expected = std::to_string(odd);
    exercise.prompt = {content.voice(missing ? "listen_to_gap" : "listen_to_mistake")};
    exercise.praise = {content.voice("you_heard_it"), number_voice(content, numbers[odd - 1]),
                       number_voice(content, expected_there)};
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (i != odd)
            exercise.errors.push_back(
                {std::to_string(i),
                 i < odd ? "beaten_early" : "beaten_late",
                 {content.voice(i < odd ? "that_one_was_right" : "mistake_was_before")}});
    exercise.options = static_cast<int>(numbers.size());
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity counting_rhyme() { return {"counting_rhyme", rules, make_exercise}; }

} // namespace mirabelle
