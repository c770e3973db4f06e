#include "engine/learning.h"

#include "engine/learner/school_days.h"

#include <cmath>
#include <set>

namespace mirabelle {

namespace {

constexpr Milliseconds heard_after = 700; // no prompt is understood sooner
constexpr Milliseconds idle_after = 45'000;

} // namespace

double guess_of(int choices) { return choices >= 2 ? 1.0 / choices : 0; }

double weight_of(const Attempt& attempt, const LearnerParameters& parameters) {
    if (attempt.expected.empty() && !attempt.options.empty()) // none of them was right or wrong
        return 0;
    if (attempt.attempt_number != 1 || attempt.help > HelpLevel::gesture_shown ||
        attempt.scaffold == Scaffold::guided || attempt.latency > idle_after)
        return 0;
    return attempt.latency < heard_after ? parameters.rapid_weight : 1;
}

std::optional<JudgedAnswer> judged(const SkillGraph& graph, const Attempt& attempt, Milliseconds day_offset,
                                   const LearnerParameters& parameters) {
    const auto skill = graph.find(attempt.skill);
    if (!skill)
        return std::nullopt;
    // Answers of earlier versions do not tell how hard the question was: as hard as the skill is.
    const bool told = std::isfinite(attempt.difficulty);
    const int choices = attempt.choices >= 0 ? attempt.choices : static_cast<int>(attempt.options.size());
    Evidence evidence;
    evidence.correct = attempt.correct;
    evidence.difficulty = told ? attempt.difficulty : graph[*skill].reference;
    evidence.guess = guess_of(choices);
    evidence.weight = weight_of(attempt, parameters);
    evidence.day = school_day(attempt.when + day_offset);
    return JudgedAnswer{*skill, evidence};
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

} // namespace mirabelle
