#include "engine/learning.h"

#include "engine/learner/school_days.h"

#include <cmath>
#include <set>

namespace mirabelle {

namespace {

constexpr Milliseconds heard_after = 700; // no prompt is understood sooner
constexpr Milliseconds idle_after = 45'000;

FirstAnswer facts_of(const Attempt& attempt) {
    FirstAnswer facts;
    facts.skill = attempt.skill;
    facts.activity = attempt.activity;
    facts.correct = attempt.correct;
    // Chosen from what is never right or wrong.
    facts.scored = !attempt.expected.empty() || attempt.options.empty();
    facts.help = attempt.help;
    facts.scaffold = attempt.scaffold;
    facts.latency = attempt.latency;
    facts.difficulty = attempt.difficulty;
    facts.choices = attempt.choices >= 0 ? attempt.choices : static_cast<int>(attempt.options.size());
    facts.when = attempt.when;
    return facts;
}

} // namespace

double guess_of(int choices) { return choices >= 2 ? 1.0 / choices : 0; }

double weight_of(const FirstAnswer& answer, const LearnerParameters& parameters) {
    if (!answer.scored || answer.help > HelpLevel::gesture_shown || answer.scaffold == Scaffold::guided ||
        answer.latency > idle_after)
        return 0;
    return answer.latency < heard_after ? parameters.rapid_weight : 1;
}

double weight_of(const Attempt& attempt, const LearnerParameters& parameters) {
    return attempt.attempt_number == 1 ? weight_of(facts_of(attempt), parameters) : 0;
}

std::optional<JudgedAnswer> judged(const SkillGraph& graph, const FirstAnswer& answer,
                                   Milliseconds day_offset, const LearnerParameters& parameters) {
    const auto skill = graph.find(answer.skill);
    if (!skill)
        return std::nullopt;
    Evidence evidence;
    evidence.correct = answer.correct;
    // Answers of earlier versions do not tell how hard the question was: as hard as the skill is.
    evidence.difficulty = std::isfinite(answer.difficulty) ? answer.difficulty : graph[*skill].reference;
    evidence.guess = guess_of(answer.choices);
    evidence.weight = weight_of(answer, parameters);
    evidence.day = school_day(answer.when + day_offset);
    return JudgedAnswer{*skill, evidence};
}

std::optional<JudgedAnswer> judged(const SkillGraph& graph, const Attempt& attempt, Milliseconds day_offset,
                                   const LearnerParameters& parameters) {
    auto answer = judged(graph, facts_of(attempt), day_offset, parameters);
    if (answer && attempt.attempt_number != 1)
        answer->evidence.weight = 0;
    return answer;
}

Learner learner_from(const SkillGraph& graph, Band band, std::span<const Attempt> attempts,
                     Milliseconds day_offset, const LearnerParameters& parameters) {
    Learner learner(graph, band, parameters);
    std::set<Uuid> seen;
    for (const Attempt& attempt : attempts)
        if (seen.insert(attempt.id).second)
            if (const auto answer = judged(graph, attempt, day_offset, parameters))
                learner.learn(answer->skill, answer->evidence);
    return learner;
}

Learner learner_from(const SkillGraph& graph, Band band, std::span<const FirstAnswer> answers,
                     Milliseconds day_offset, const LearnerParameters& parameters) {
    Learner learner(graph, band, parameters);
    for (const FirstAnswer& first : answers)
        if (const auto answer = judged(graph, first, day_offset, parameters))
            learner.learn(answer->skill, answer->evidence);
    return learner;
}

} // namespace mirabelle
