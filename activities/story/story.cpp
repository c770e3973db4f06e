#include "activities/story/story.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 6> kinds{"who", "what", "where", "order", "feeling", "why"};
constexpr std::array rules{
    SettingRule{"kinds", SettingKind::words, 0, 0, kinds}, // of questions
    SettingRule{"choices", SettingKind::number, 2, 4},
};

struct Asked {
    const Tale* tale = nullptr;
    const TaleQuestion* question = nullptr;
};

Asked draw_question(const Level& level, const Content& content, Random& random) {
    const auto wanted = level.settings.words("kinds");
    std::vector<Asked> known;
    for (const Tale& tale : content.tales())
        for (const TaleQuestion& question : tale.questions)
            if (question.band <= level.band &&
                std::find(wanted.begin(), wanted.end(), question.kind) != wanted.end())
                known.push_back({&tale, &question});
    ENSURE(!known.empty());
    return random.pick(known);
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const auto [tale, question] = draw_question(level, content, random);
    auto choices = question->choices;
    const TaleQuestion::Choice right = choices.front();
    choices.resize(std::min(choices.size(), static_cast<std::size_t>(level.settings.number("choices"))));
    random.shuffle(choices);

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.item = tale->id + " " + question->id;
    exercise.expected = right.label;
    exercise.options = static_cast<int>(choices.size());
    Story task;
    task.pages = tale->pages;
    task.question = {question->asked};
    for (const TaleQuestion::Choice& choice : choices) {
        if (choice.label == right.label)
            task.right = exercise.pieces.size();
        else
            exercise.errors.push_back({choice.label, choice.error, {question->answered}});
        exercise.pieces.push_back({choice.label, choice.face});
    }
    exercise.task = std::move(task);
    exercise.prompt = {content.voice("listen_to_the_story"), content.voice("turn_the_page")};
    exercise.praise = {content.voice("yes"), question->answered};
    return exercise;
}

} // namespace

Activity story() { return {"story", rules, make_exercise}; }

} // namespace mirabelle
