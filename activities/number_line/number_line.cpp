#include "activities/number_line/number_line.h"

#include "engine/number_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> asks{"place", "hop"};
constexpr std::array<std::string_view, 4> marks{"all", "fives", "ends", "ends_and_middle"};
constexpr std::array rules{
    SettingRule{"last", SettingKind::number, 5, 20}, // the line goes from 0, or 1, to here
    SettingRule{"first", SettingKind::number, 0, 1},
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"marks", SettingKind::word, 0, 0, marks},
};

std::vector<int> marked(std::string_view which, int first, int last) {
    std::vector<int> numbers;
    for (int number = first; number <= last; ++number) {
        const bool end = number == first || number == last;
        if (which == "all" || end || (which == "fives" && number % 5 == 0) ||
            (which == "ends_and_middle" && 2 * number == first + last))
            numbers.push_back(number);
    }
    return numbers;
}

/// How far beside is right still: within half a step where every number is marked; else a share of the line.
double tolerance_of(const Level& level, bool all_marked, int length) {
    if (all_marked)
        return 0.5;
    return std::max(0.5, length * (level.band == Band::GS ? 0.10 : 0.15));
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    Strip task;
    task.first = level.settings.number("first");
    task.last = level.settings.number("last");
    const int length = task.last - task.first;
    const std::string& which = level.settings.word("marks");
    task.marked = marked(which, task.first, task.last);
    task.tolerance = tolerance_of(level, which == "all", length);

    Exercise exercise;
    exercise.skill = level.skill;
    int target = 0;
    const auto say = [&](std::string_view line) { return content.voice(line); };
    if (level.settings.word("ask") == "hop") {
        const int most = std::min(level.band == Band::GS ? 4 : 3, length - 1);
        const int hop = random.between(1, most);
        const bool forward = random.happens(level.band == Band::GS ? 0.6 : 1.0);
        const int from =
            random.between(std::max(task.first, 1) + (forward ? 0 : hop), task.last - (forward ? hop : 0));
        target = forward ? from + hop : from - hop;
        task.from = from;
        exercise.item = std::to_string(from) + (forward ? " + " : " - ") + std::to_string(hop);
        exercise.prompt = {say(forward ? "it_hops_forward" : "it_hops_back"), number_voice(content, hop),
                           say("where_does_it_go")};
        const int counted_start = forward ? target - 1 : target + 1;
        const int other_way = forward ? from - hop : from + hop;
        exercise.errors.push_back({std::to_string(counted_start), "counts_start", {say("count_the_steps")}});
        if (other_way != counted_start)
            exercise.errors.push_back(
                {std::to_string(other_way),
                 "wrong_direction",
                 {say(forward ? "it_hops_forward" : "it_hops_back"), number_voice(content, hop)}});
    } else {
        do
            target = random.between(std::max(task.first, 1), task.last);
        while (which != "all" &&
               std::find(task.marked.begin(), task.marked.end(), target) != task.marked.end());
        exercise.item = std::to_string(target);
        exercise.prompt = {say("put_the_snail_on"), number_voice(content, target)};
    }
    task.target = target;
    exercise.expected = std::to_string(target);
    exercise.praise = {say("yes"), say("here_is_number"), number_voice(content, target)};
    for (int number = task.first; number <= task.last; ++number) {
        const std::string response = std::to_string(number);
        if (number == target || error_for(exercise, response) != nullptr)
            continue;
        const bool near = std::abs(number - target) <= task.tolerance + 1.5;
        exercise.errors.push_back({response,
                                   near ? "near_target" : "far_from_target",
                                   {say("we_look_for"), number_voice(content, target),
                                    say(number < target ? "further_on" : "further_back")}});
    }
    exercise.task = std::move(task);
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity number_line() { return {"number_line", rules, make_exercise}; }

} // namespace mirabelle
