#include "activities/the_day/the_day.h"

#include "activities/the_day/calendar.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 4> kinds{"moments", "days", "seasons", "months"};
constexpr std::array<std::string_view, 3> asks{"order", "missing", "around_today"};
constexpr std::array rules{
    SettingRule{"kind", SettingKind::word, 0, 0, kinds}, SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"length", SettingKind::range, 2, 7}, // of the row
    SettingRule{"given", SettingKind::number, 0, 6}, // of it are there already, the first one always
    SettingRule{"foils", SettingKind::number, 0, 2}, // that come just before or after the row
};
constexpr std::size_t heard = 4; // so much of the row is said again after an error

/// So many that follow each other: moments may leave out some, all else goes round.
std::vector<Piece> draw_row(std::vector<Piece> all, std::string_view kind, std::size_t length,
                            Random& random) {
    if (kind != "moments") {
        std::rotate(all.begin(), all.begin() + random.below(static_cast<std::uint32_t>(all.size())),
                    all.end());
        return all;
    }
    while (all.size() > length)
        all.erase(all.begin() + random.below(static_cast<std::uint32_t>(all.size())));
    return all;
}

/// Which places of the row are filled already.
std::vector<bool> draw_given(std::string_view ask, std::size_t length, std::size_t count, Random& random) {
    std::vector<bool> given(length, false);
    if (ask == "around_today") {
        given[length / 2] = true;
        return given;
    }
    for (; count > 0; --count) {
        std::size_t place = given.front() ? 1 + random.below(static_cast<std::uint32_t>(length - 1)) : 0;
        while (given[place])
            place = 1 + place % (length - 1);
        given[place] = true;
    }
    return given;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string& kind = level.settings.word("kind");
    const std::string& ask = level.settings.word("ask");
    const NumberRange lengths = level.settings.range("length");
    const auto length = static_cast<std::size_t>(random.between(lengths.low, lengths.high));
    const auto row = draw_row(calendar(kind, content), kind, length, random);
    const auto given =
        draw_given(ask, length, static_cast<std::size_t>(level.settings.number("given")), random);

    Exercise exercise;
    Order task;
    task.scene = OrderScene::path;
    for (std::size_t i = 0; i < length; ++i) {
        task.slots.push_back({row[i].label, given[i] ? std::optional(row[i].face) : std::nullopt});
        task.when_built.push_back(row[i].said);
        exercise.expected += (i == 0 ? "" : " ") + row[i].label;
        if (!given[i])
            exercise.pieces.push_back(row[i]);
    }
    // The open places filled from the last to the first.
    std::string reversed;
    auto next = exercise.pieces.rbegin();
    for (std::size_t i = 0; i < length; ++i)
        reversed += (i == 0 ? "" : " ") + (given[i] ? row[i].label : (next++)->label);
    const std::size_t open = exercise.pieces.size();
    for (std::size_t i = 0; i < static_cast<std::size_t>(level.settings.number("foils")); ++i)
        exercise.pieces.push_back(i == 0 ? row[length] : row.back());
    random.shuffle(exercise.pieces);

    exercise.explanation = {content.voice("listen_to_row")};
    exercise.explanation.insert(exercise.explanation.end(), task.when_built.begin(),
                                task.when_built.begin() +
                                    static_cast<std::ptrdiff_t>(std::min(heard, length)));
    if (reversed != exercise.expected)
        exercise.errors.push_back({reversed, "time_reversed", exercise.explanation});
    for (const char* const name : {"wrong_order", "wrong_piece"})
        exercise.errors.push_back({"", name, exercise.explanation});
    exercise.prompt = {content.voice("time_" + ask + "_" + kind)};
    if (ask == "around_today")
        exercise.prompt.insert(exercise.prompt.begin(), {content.voice("today_it_is"), row[length / 2].said});
    exercise.praise = {content.voice("time_in_order")};
    exercise.item = exercise.expected;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.options = open == 1 ? static_cast<int>(exercise.pieces.size()) : 0;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity the_day() { return {"the_day", rules, make_exercise}; }

} // namespace mirabelle
