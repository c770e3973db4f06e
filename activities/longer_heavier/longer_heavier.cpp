#include "activities/longer_heavier/longer_heavier.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> asks{"longest", "shortest", "order"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::words, 0, 0, asks}, // one of these; order: from short to long
    SettingRule{"ribbons", SettingKind::number, 2, 5},
    SettingRule{"percent", SettingKind::range, 10, 60}, // of the longest possible: how much each is longer
};
constexpr std::array colours{palette::berry, palette::leaf_deep, palette::plum, palette::earth,
                             palette::mirabelle_deep};

/// From short to long, as shares of the longest possible; the longest nearly fills its piece, to be seen
/// well.
std::vector<double> draw_lengths(std::size_t count, double step, Random& random) {
    const double spare = 1 - static_cast<double>(count - 1) * step;
    double length = std::max(0.15, spare - 0.2 * random.share());
    std::vector<double> lengths;
    for (std::size_t i = 0; i < count; ++i, length += step)
        lengths.push_back(std::min(1.0, length));
    return lengths;
}

/// Touch the longest, or the shortest.
void ask_for_end(Exercise& exercise, const std::string& ask, const Content& content) {
    const std::size_t count = exercise.pieces.size();
    exercise.expected = std::to_string(ask == "longest" ? count : 1);
    Choose task;
    for (std::size_t i = 0; i < count; ++i)
        if (exercise.pieces[i].label == exercise.expected)
            task.right = i;
        else
            exercise.errors.push_back(
                {exercise.pieces[i].label, "other_length", {content.voice("not_the_" + ask)}});
    exercise.options = static_cast<int>(count);
    exercise.task = std::move(task);
}

/// Lay all from the shortest to the longest.
void ask_for_order(Exercise& exercise, const Content& content) {
    Order task;
    task.scene = OrderScene::path;
    std::string reversed;
    for (std::size_t i = 1; i <= exercise.pieces.size(); ++i) {
        const std::string label = std::to_string(i);
        task.slots.push_back({label, std::nullopt});
        exercise.expected += (i == 1 ? "" : " ") + label;
        reversed = label + (i == 1 ? "" : " ") + reversed;
    }
    exercise.errors = {{reversed, "from_long_to_short", {content.voice("begin_with_shortest")}},
                       {"", "wrong_order", {content.voice("each_is_longer")}}};
    exercise.task = std::move(task);
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string ask = random.pick(level.settings.words("ask"));
    const auto count = static_cast<std::size_t>(level.settings.number("ribbons"));
    const NumberRange percent = level.settings.range("percent");
    const auto lengths = draw_lengths(count, random.between(percent.low, percent.high) / 100.0, random);
    // All of one colour or each of its own: length is what counts.
    auto drawn = colours;
    random.shuffle(drawn);
    const bool one_colour = random.happens(0.5);

    Exercise exercise;
    for (std::size_t i = 0; i < count; ++i)
        exercise.pieces.push_back({std::to_string(i + 1), BarFace{lengths[i], drawn[one_colour ? 0 : i]}});
    random.shuffle(exercise.pieces);
    if (ask == "order")
        ask_for_order(exercise, content);
    else
        ask_for_end(exercise, ask, content);
    exercise.prompt = {content.voice("lengths_" + ask)};
    exercise.praise = {content.voice("lengths_right_" + ask)};
    exercise.explanation = {content.voice("each_is_longer")};
    exercise.item = ask + " " + std::to_string(count);
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity longer_heavier() { return {"longer_heavier", rules, make_exercise}; }

} // namespace mirabelle
