#include "activities/orchestra/orchestra.h"

#include "engine/noises.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> alikes{"far", "near"};
constexpr std::array rules{
    SettingRule{"sounds", SettingKind::number, 2, 4},
    SettingRule{"choices", SettingKind::number, 2, 5}, // instruments that lie there
    SettingRule{"alike", SettingKind::word, 0, 0, alikes},
};

using Row = std::vector<const Noise*>;

/// Those that sound come first.
Row draw_instruments(std::size_t count, const std::string& alike, Random& random) {
    Row drawn;
    for (const Noise& instrument : instruments)
        drawn.push_back(&instrument);
    random.shuffle(drawn);
    if (alike == "near") {
        const NoiseKind kind = random.happens(0.5) ? NoiseKind::rung : NoiseKind::blown;
        std::stable_partition(drawn.begin(), drawn.end(),
                              [&](const Noise* instrument) { return instrument->kind == kind; });
    } else {
        for (std::size_t i = 1; i < count; ++i) // one of each kind
            std::stable_partition(
                drawn.begin() + static_cast<std::ptrdiff_t>(i), drawn.end(), [&](const Noise* instrument) {
                    return std::none_of(
                        drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const Noise* before) { return before->kind == instrument->kind; });
                });
    }
    drawn.resize(count);
    return drawn;
}

std::string text_of(const Row& row) {
    std::string text;
    for (const Noise* noise : row)
        text += (text.empty() ? "" : " ") + std::string(noise->id);
    return text;
}

/// Rows in which only the last one is right.
std::vector<Row> with_last_only(const Row& asked, Row there) {
    std::vector<Row> rows;
    std::sort(there.begin(), there.end());
    do {
        const Row row(there.begin(), there.begin() + static_cast<std::ptrdiff_t>(asked.size()));
        bool last_only = row.back() == asked.back();
        for (std::size_t i = 0; i + 1 < asked.size(); ++i)
            last_only = last_only && row[i] != asked[i];
        if (last_only)
            rows.push_back(row);
    } while (std::next_permutation(there.begin(), there.end()));
    return rows;
}

int arrangements(std::size_t there, std::size_t places) {
    int ways = 1;
    for (std::size_t i = 0; i < places; ++i)
        ways *= static_cast<int>(there - i);
    return ways;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const auto sounds = static_cast<std::size_t>(level.settings.number("sounds"));
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    Row there = draw_instruments(choices, level.settings.word("alike"), random);
    Row asked(there.begin(), there.begin() + static_cast<std::ptrdiff_t>(sounds));
    random.shuffle(asked);
    random.shuffle(there);
    Exercise exercise;
    exercise.skill = level.skill;
    for (const Noise* noise : there)
        exercise.pieces.push_back({std::string(noise->id), PictureFace{content.picture(noise->picture)},
                                   voice_of(*noise, content)});
    Order task;
    task.scene = OrderScene::path;
    exercise.prompt = {content.voice("listen_then_order")};
    exercise.explanation = {content.voice("listen_again")};
    for (const Noise* noise : asked) {
        task.slots.push_back({std::string(noise->id), std::nullopt});
        task.when_built.push_back(voice_of(*noise, content));
        exercise.prompt.push_back(voice_of(*noise, content));
        exercise.explanation.push_back(voice_of(*noise, content));
    }
    exercise.errors.push_back(
        {text_of({asked.rbegin(), asked.rend()}), "order_reversed", exercise.explanation});
    for (const Row& row : with_last_only(asked, there))
        if (const std::string text = text_of(row); error_for(exercise, text) == nullptr)
            exercise.errors.push_back({text, "last_only", exercise.explanation});
    exercise.item = exercise.expected = text_of(asked);
    exercise.praise = {content.voice("yes")};
    exercise.options = arrangements(choices, sounds);
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity orchestra() { return {"orchestra", rules, make_exercise}; }

} // namespace mirabelle
