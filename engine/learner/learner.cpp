#include "engine/learner/learner.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

Learner::Learner(const SkillGraph& graph, Band band, const LearnerParameters& parameters)
    : graph_(&graph),
      parameters_(parameters),
      general_{parameters.start[static_cast<std::size_t>(band)], parameters.general_variance},
      states_(graph.size()) {}

void Learner::learn(std::size_t skill, const Evidence& evidence) {
    if (evidence.weight <= 0)
        return;
    const GraphSkill& about = (*graph_)[skill];
    // Not the child's own column: it may change within the year, and what was believed must not.
    if (answers_++ == 0)
        general_.mean = parameters_.start[static_cast<std::size_t>(about.band)];
    SkillState& state = states_[skill];
    if (state.answers == 0)
        state.belief = belief(skill, evidence.day);
    // The first answers in a skill tell of the child; later ones more and more of what it learnt there.
    const Observation seen = observe(state.belief, evidence, parameters_);
    const double blur = 1 + seen.information * parameters_.skill_variance * (1 + state.answers);
    const double share = evidence.weight / (blur * (1 + parameters_.general_fading * state.answers));
    general_.variance = 1 / (1 / general_.variance + share * seen.information);
    general_.mean += general_.variance * share * seen.score;
    const double expected =
        mirabelle::predict(state.belief, evidence.difficulty, evidence.guess, parameters_);
    LearnerParameters own = parameters_;
    own.drift *= pace_;
    mirabelle::learn(state, evidence, about.reference, own);
    // Who does better than expected again and again learns faster than was thought.
    if (state.answers >= parameters_.mastery_answers) {
        const double surprise =
            ((evidence.correct ? 1 : 0) - expected) / std::sqrt(expected * (1 - expected));
        pace_ = std::clamp(pace_ + parameters_.pace_step * evidence.weight * surprise, parameters_.least_pace,
                           parameters_.most_pace);
    }
}

Belief Learner::belief(std::size_t skill, int day) const {
    const SkillState& state = states_[skill];
    if (state.answers == 0)
        return {general_.mean, general_.variance + parameters_.skill_variance};
    return rested(state.belief, day - state.last_day, parameters_);
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
    return mirabelle::mastery(states_[skill], (*graph_)[skill].reference, day, parameters_);
}

} // namespace mirabelle
