#include "engine/learner/skill_state.h"

#include "engine/learner/normal.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mirabelle {

namespace {

// School days after a success until it is seen again (LEARNING).
constexpr std::array review_after{2, 4, 8, 16, 30, 45};
constexpr int longest_rest = 60;
constexpr double on_the_way_certainty = 0.5;
// Logistic and probit agree best so (MacKay 1992): averaging over a normal belief flattens the curve.
constexpr double flattening = 0.392699;

void review(SkillState& state, const Evidence& evidence, double reference,
            const LearnerParameters& parameters) {
    const double sure = certainty(state.belief, reference, parameters.mastery_margin);
    const bool enough = state.answers >= parameters.mastery_answers && state.days >= parameters.mastery_days;
    const auto put_off = [&](int box) {
        state.box = std::clamp(box, 1, static_cast<int>(review_after.size()));
        state.due_day = evidence.day + review_after[static_cast<std::size_t>(state.box - 1)];
    };
    if (!state.acquired) {
        if (enough && sure >= parameters.mastery_certainty) {
            state.acquired = true;
            state.lapsed = false;
            put_off(std::max(1, state.box));
        }
        return;
    }
    if (sure < parameters.forgotten_certainty) {
        state.acquired = false;
        state.lapsed = true;
        state.box = 1;
        return;
    }
    if (!evidence.correct)
        put_off(1);
    else if (evidence.day >= state.due_day)
        put_off(state.box + 1);
}

} // namespace

double success_at(double ability, double difficulty, double guess, const LearnerParameters& parameters) {
    return guess + (1 - guess - parameters.slip) * logistic(ability - difficulty);
}

double predict(const Belief& belief, double difficulty, double guess, const LearnerParameters& parameters) {
    const double flat = std::sqrt(1 + flattening * belief.variance);
    return guess + (1 - guess - parameters.slip) * logistic((belief.mean - difficulty) / flat);
}

Observation observe(const Belief& belief, const Evidence& evidence, const LearnerParameters& parameters) {
    const double z = logistic(belief.mean - evidence.difficulty);
    const double reach = 1 - evidence.guess - parameters.slip;
    const double p = evidence.guess + reach * z;
    const double slope = reach * z * (1 - z);
    const double noise = p * (1 - p);
    return {slope * ((evidence.correct ? 1 : 0) - p) / noise, slope * slope / noise};
}

Belief updated(Belief belief, const Evidence& evidence, const LearnerParameters& parameters) {
    const double weight = evidence.weight;
    if (weight <= 0)
        return belief;
    belief.variance += parameters.unrest;
    const Observation seen = observe(belief, evidence, parameters);
    belief.variance = 1 / (1 / belief.variance + weight * seen.information);
    belief.mean += weight * belief.variance * seen.score;
    if (evidence.correct)
        belief.mean += weight * parameters.drift;
    return belief;
}

Belief rested(Belief belief, int days, const LearnerParameters& parameters) {
    const double most = std::max(belief.variance, parameters.general_variance + parameters.skill_variance);
    belief.variance = std::min(most, belief.variance + parameters.idle * std::clamp(days, 0, longest_rest));
    return belief;
}

double certainty(const Belief& belief, double reference, double margin) {
    return normal_share((belief.mean - reference - margin) / std::sqrt(belief.variance));
}

void learn(SkillState& state, const Evidence& evidence, double reference,
           const LearnerParameters& parameters) {
    if (evidence.weight <= 0)
        return;
    if (state.answers > 0)
        state.belief = rested(state.belief, evidence.day - state.last_day, parameters);
    state.belief = updated(state.belief, evidence, parameters);
    if (state.answers == 0 || evidence.day != state.last_day)
        ++state.days;
    ++state.answers;
    state.last_day = evidence.day;
    state.wrong_in_row = evidence.correct ? 0 : state.wrong_in_row + 1;
    review(state, evidence, reference, parameters);
}

Mastery mastery(const SkillState& state, double reference, int day, const LearnerParameters& parameters) {
    if (state.answers == 0)
        return Mastery::unseen;
    if (state.acquired)
        return day >= state.due_day ? Mastery::to_review : Mastery::acquired;
    if (state.lapsed)
        return Mastery::to_review;
    return certainty(state.belief, reference, parameters.mastery_margin) >= on_the_way_certainty
               ? Mastery::on_the_way
               : Mastery::in_progress;
}

} // namespace mirabelle
