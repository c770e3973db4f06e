#include "activities/number_order/number_order.h"

#include "engine/dot_arrays.h"
#include "engine/number_choice.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> looks{"dots", "scattered", "numeral"};
constexpr std::array rules{
    SettingRule{"numbers", SettingKind::range, 1, 10},
    SettingRule{"cards", SettingKind::number, 3, 5},
    SettingRule{"apart", SettingKind::number, 1, 3}, // a card has so many more than the one before, at least
    SettingRule{"look", SettingKind::word, 0, 0, looks},
};

/// From small to large, each at least `apart` from the next.
std::vector<int> draw_numbers(const Level& level, Random& random) {
    const NumberRange range = level.settings.range("numbers");
    const int cards = level.settings.number("cards");
    const int apart = level.settings.number("apart");
    std::vector<int> steps; // numbers as if they lay close together, which then are spread
    for (int number = range.low; number <= range.high - (cards - 1) * (apart - 1); ++number)
        steps.push_back(number);
    random.shuffle(steps);
    steps.resize(static_cast<std::size_t>(cards));
    std::sort(steps.begin(), steps.end());
    for (std::size_t i = 0; i < steps.size(); ++i)
        steps[i] += static_cast<int>(i) * (apart - 1);
    return steps;
}

Face face_of(int number, std::string_view look, Random& random) {
    if (look == "numeral")
        return numeral(number);
    return look == "scattered" ? Face{dots_in(DotPattern::scattered, number, random)}
                               : dots_of(number, random);
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::vector<int> numbers = draw_numbers(level, random);
    const std::string& look = level.settings.word("look");
    const bool written = look == "numeral";
    Exercise exercise;
    Order task;
    task.scene = OrderScene::train;
    std::string reversed;
    for (const int number : numbers) {
        const std::string label = std::to_string(number);
        const VoiceId said = number_voice(content, number);
        exercise.pieces.push_back({label, face_of(number, look, random), written ? said : VoiceId{}});
        task.slots.push_back({label, std::nullopt});
        task.when_built.push_back(said);
        exercise.expected += (exercise.expected.empty() ? "" : " ") + label;
        reversed = label + (reversed.empty() ? "" : " ") + reversed;
    }
    random.shuffle(exercise.pieces);
    exercise.item = exercise.expected;
    exercise.errors = {{reversed, "from_large_to_small", {content.voice("begin_with_fewest")}},
                       {"", "wrong_order", {content.voice("each_has_more")}}};
    exercise.explanation = {content.voice("each_has_more")};
    exercise.prompt = {content.voice(written ? "order_numbers" : "order_collections")};
    exercise.praise = {content.voice("well_ordered")};
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity number_order() { return {"number_order", rules, make_exercise}; }

} // namespace mirabelle
