#include "activities/problems_train/problems_train.h"

#include "engine/number_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 4> asks{"get_on", "get_off", "how_many_got_on", "how_many_got_off"};
constexpr std::array<std::string_view, 2> seen{"stays", "closed"};
constexpr std::array<std::string_view, 2> answers{"dots", "numeral"};
constexpr std::array rules{
    SettingRule{"asks", SettingKind::words, 0, 0, asks},
    SettingRule{"most", SettingKind::number, 2, 10},     // in the wagon
    SettingRule{"wagon", SettingKind::word, 0, 0, seen}, // closed: a leaf soon hides who is in it
    SettingRule{"answer", SettingKind::word, 0, 0, answers},
    SettingRule{"choices", SettingKind::number, 2, 4},
};
constexpr Milliseconds seen_before_closing = 2500;

struct Problem {
    int before = 0, change = 0, after = 0; ///< change > 0: they get on
    bool change_asked = false;
};

Problem draw_problem(std::string_view ask, int most, Random& random) {
    Problem problem;
    const bool on = ask == "get_on" || ask == "how_many_got_on";
    problem.change_asked = ask == "how_many_got_on" || ask == "how_many_got_off";
    const int larger = random.between(2, most);
    const int smaller = random.between(1, larger - 1);
    problem.before = on ? smaller : larger;
    problem.after = on ? larger : smaller;
    problem.change = problem.after - problem.before;
    return problem;
}

/// Who is in the wagon, on its board.
SceneFace wagon_with(PictureId wagon, PictureId animal, int count) {
    SceneFace scene{{{wagon, {0, 0, 1, 1}}}};
    const int across = count <= 2 ? 2 : count <= 6 ? 3 : 4;
    const int down = (count + across - 1) / across;
    const double side = std::min(0.78 / across, 0.54 / down);
    for (int i = 0; i < count; ++i) {
        const int row = i / across;
        const int in_row = std::min(across, count - row * across);
        const Point centre{0.5 + (i % across - (in_row - 1) / 2.0) * side, 0.61 - (row + 0.5) * side};
        scene.pictures.push_back({animal, square_on(centre, side * 0.96)});
    }
    return scene;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const Problem problem =
        draw_problem(random.pick(level.settings.words("asks")), level.settings.number("most"), random);
    const int change = std::abs(problem.change);
    const int right = problem.change_asked ? change : problem.after;
    constexpr std::array<std::string_view, 6> passengers{"1f430", "1f431", "1f43b",
                                                         "1f436", "1f411", "1f43c"};
    const PictureId animal = content.picture(random.pick(passengers));
    const PictureId wagon = content.picture("train_wagon");

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = std::to_string(problem.before) + (problem.change > 0 ? " + " : " - ") +
                    std::to_string(std::abs(problem.change)) + (problem.change_asked ? " ?" : "");
    Choose task;
    task.model.faces = {wagon_with(wagon, animal, problem.before)};
    if (problem.change_asked)
        task.model.faces.push_back(wagon_with(wagon, animal, problem.after));
    else if (level.settings.word("wagon") == "closed")
        task.model.shown_for = seen_before_closing;
    exercise.task = task;

    // What a child says who repeats the last number, or takes away where something comes.
    const int last = problem.change_asked ? problem.after : change;
    const int other_way =
        problem.change_asked ? problem.before + problem.after : problem.before - problem.change;
    std::vector<int> traps{last, other_way};
    random.shuffle(traps);
    const auto numbers =
        numbers_with(right, traps, static_cast<std::size_t>(level.settings.number("choices")), {1, 10});
    std::vector<Face> faces;
    for (const int number : numbers)
        faces.push_back(number_as(level.settings.word("answer"), number, content, random));
    choose_number(exercise, numbers, faces, right, content);

    const auto say = [&](std::string_view line) { return content.voice(line); };
    const bool on = problem.change > 0;
    if (problem.change_asked)
        exercise.prompt = {say("before_there_were"), number_voice(content, problem.before),
                           say("now_there_are"), number_voice(content, problem.after),
                           say(on ? "how_many_got_on" : "how_many_got_off")};
    else
        exercise.prompt = {say("in_the_wagon_there_are"), number_voice(content, problem.before),
                           say(on ? "there_get_on" : "there_get_off"), number_voice(content, change),
                           say("how_many_now")};
    exercise.praise = {say("yes"),
                       number_voice(content, problem.before),
                       say(on ? "and" : "take_away"),
                       number_voice(content, change),
                       say("that_makes"),
                       number_voice(content, problem.after)};
    const Prompt difference{say(on ? "they_get_on_so_more" : "they_get_off_so_fewer")};
    name_error(exercise, other_way, "wrong_operation", difference);
    name_error(exercise, last, "last_number_heard", difference);
    // As for taking apart; .8 more where what has changed is asked, .4 where the wagon is closed.
    exercise.difficulty = 0.5 * (std::max(problem.before, problem.after) - 4) +
                          (problem.change_asked ? 0.8 : 0) + (task.model.shown_for > 0 ? 0.4 : 0);
    return exercise;
}

} // namespace

Activity problems_train() { return {"problems_train", rules, make_exercise}; }

} // namespace mirabelle
