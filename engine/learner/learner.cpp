#include "engine/learner/learner.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

Learner::Learner(const SkillGraph& graph, Band band, const LearnerParameters& parameters)
    : graph_(&graph),
      parameters_(parameters),
      general_{parameters.start[static_cast<std::size_t>(band)], parameters.general_variance},
      states_(graph.size()),
      links_(graph.size()) {}

void Learner::learn(std::size_t skill, const Evidence& evidence) {
    if (evidence.weight <= 0)
        return;
    const GraphSkill& about = (*graph_)[skill];
    // Not the child's own column: it may change within the year, and what was believed must not.
    if (answers_++ == 0)
        general_.mean = parameters_.start[static_cast<std::size_t>(about.band)];
    SkillState& state = states_[skill];
    const Belief now = belief(skill, evidence.day);
    const double expected = mirabelle::predict(now, evidence.difficulty, evidence.guess, parameters_);
    LearnerParameters own = parameters_;
    own.drift *= pace_;
    state.belief = as_of_now(skill);
    if (state.answers == 0)
        links_[skill].slope = before_it_is_met(skill).slope;
    tell_general(skill, now, evidence, own);
    mirabelle::learn(state, evidence, about.reference, own);
    links_[skill].general_then = general_;
    // Who does better than expected again and again learns faster than was thought.
    if (state.answers >= parameters_.mastery_answers) {
        const double surprise =
            ((evidence.correct ? 1 : 0) - expected) / std::sqrt(expected * (1 - expected));
        pace_ = std::clamp(pace_ + parameters_.pace_step * evidence.weight * surprise, parameters_.least_pace,
                           parameters_.most_pace);
    }
}

/// Skill and general level as two jointly normal numbers: what is seen of one moves the other as far as they
/// are tied. The more answers a skill has of its own, the looser the tie.
void Learner::tell_general(std::size_t skill, const Belief& now, const Evidence& evidence,
                           const LearnerParameters& own) {
    Link& link = links_[skill];
    const double variance = now.variance + own.unrest;
    const Observation seen = observe(now, evidence, own);
    const double damped = 1 + variance * evidence.weight * seen.information;
    const double shared = link.slope * general_.variance; // covariance
    general_.mean += shared * evidence.weight * seen.score / damped;
    general_.variance -= shared * shared * evidence.weight * seen.information / damped;
    link.slope = shared / damped / general_.variance;
}

/// As the child is in general; better where something that is built on the skill goes well, but never worse.
Learner::Unmet Learner::before_it_is_met(std::size_t skill) const {
    Belief belief{general_.mean, general_.variance + parameters_.skill_variance};
    double slope = 1;
    for (const std::size_t built : graph_->leads_to(skill)) {
        if (states_[built].answers == 0)
            continue;
        const Belief seen = as_of_now(built);
        const double share = belief.variance / (belief.variance + seen.variance + parameters_.skill_variance);
        if (seen.mean > belief.mean) {
            belief.mean += share * (seen.mean - belief.mean);
            belief.variance *= 1 - share;
            slope *= 1 - share;
        }
    }
    return {belief, slope};
}

Belief Learner::as_of_now(std::size_t skill) const {
    const SkillState& state = states_[skill];
    if (state.answers == 0)
        return before_it_is_met(skill).belief;
    // What other skills have told of the child since.
    const Link& link = links_[skill];
    Belief belief = state.belief;
    belief.mean += link.slope * (general_.mean - link.general_then.mean);
    belief.variance += link.slope * link.slope * (general_.variance - link.general_then.variance);
    return belief;
}

Belief Learner::belief(std::size_t skill, int day) const {
    const SkillState& state = states_[skill];
    return state.answers == 0 ? as_of_now(skill)
                              : rested(as_of_now(skill), day - state.last_day, parameters_);
}

double Learner::predict(std::size_t skill, double difficulty, double guess, int day) const {
    return mirabelle::predict(belief(skill, day), difficulty, guess, parameters_);
}

double Learner::certainty(std::size_t skill, int day) const {
    return mirabelle::certainty(belief(skill, day), (*graph_)[skill].reference, parameters_.mastery_margin);
}

bool Learner::has_base(std::size_t skill, int day) const {
    return states_[skill].acquired ||
           mirabelle::certainty(belief(skill, day), (*graph_)[skill].reference, parameters_.ready_margin) >=
               parameters_.ready_certainty;
}

Mastery Learner::mastery(std::size_t skill, int day) const {
    SkillState state = states_[skill];
    state.belief = as_of_now(skill);
    return mirabelle::mastery(state, (*graph_)[skill].reference, day, parameters_);
}

} // namespace mirabelle
