#include "activities/where_is_the_cat/where_is_the_cat.h"

#include "activities/where_is_the_cat/cat_sights.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 11> places{"inside", "upon",    "under",   "above", "front", "behind",
                                                  "beside", "between", "outside", "left",  "right"};
constexpr std::array<std::string_view, 2> marks{"one", "two"};
constexpr std::array rules{
    SettingRule{"asked", SettingKind::words, 0, 0, places},   // one of these
    SettingRule{"beside", SettingKind::words, 0, 0, places},  // what other pictures may show as well
    SettingRule{"landmarks", SettingKind::word, 0, 0, marks}, // two: right of one and left of the other
    SettingRule{"choices", SettingKind::number, 2, 4},
};

void add(Prompt& prompt, const Prompt& more) { prompt.insert(prompt.end(), more.begin(), more.end()); }

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    auto sights = level.settings.word("landmarks") == "two" ? sights_at_two(level, content, random)
                                                            : sights_at_one(level, content, random);
    const Prompt wanted = sights.front().said;
    Exercise exercise;
    exercise.item = exercise.expected = sights.front().label;
    random.shuffle(sights);
    Choose task;
    for (CatSight& sight : sights) {
        if (sight.error.empty()) {
            task.right = exercise.pieces.size();
        } else {
            // The difference: there it is here, and we look for it there.
            NamedError error{sight.label, sight.error, {content.voice("there_the_cat_is")}};
            add(error.explanation, sight.said);
            error.explanation.push_back(content.voice("we_look_for"));
            add(error.explanation, wanted);
            exercise.errors.push_back(std::move(error));
        }
        exercise.pieces.push_back({sight.label, std::move(sight.face)});
    }
    exercise.prompt = {content.voice("find_the_cat")};
    add(exercise.prompt, wanted);
    exercise.praise = {content.voice("yes")};
    add(exercise.praise, wanted);
    exercise.options = static_cast<int>(exercise.pieces.size());
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.task = task;
    return exercise;
}

} // namespace

Activity where_is_the_cat() { return {"where_is_the_cat", rules, make_exercise}; }

} // namespace mirabelle
