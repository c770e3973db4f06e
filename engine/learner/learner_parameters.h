// The numbers of the learner model: those of LEARNING.md, and those that were tuned on simulated children.
#pragma once

#include "engine/band.h"

#include <array>

namespace mirabelle {

/// Ability and difficulty in logits, variances in logits², time in school days. Where LEARNING gives a number
/// that is not used, the one here served simulated children better.
struct LearnerParameters {
    /// Where a child begins, by the age column of the first skill it meets.
    std::array<double, all_bands.size()> start{-1.5, -0.8, 0};
    /// How far a child may be from its column in all skills at once, and one skill from the child's others:
    /// together about the 1.5 with which LEARNING begins each skill.
    double general_variance = 1.2;
    double skill_variance = 0.26;
    double slip = 0.05;       ///< share of wrong answers by those who know
    double unrest = 0.0013;   ///< variance that an answer adds, as nobody stays the same; LEARNING .05
    double drift = 0.03;      ///< learnt by a right answer; an error never raises what is believed
    double pace_step = 0.016; ///< how soon a child's own pace of learning is noticed
    double least_pace = 0.3, most_pace = 2.5; ///< times the usual drift
    double idle = 0.0005;      ///< variance that a school day without an answer adds; LEARNING .01
    double rapid_weight = 0.3; ///< of an answer that came before the question can have been heard
    double mastery_margin = 1; ///< above a skill's reference difficulty
    double mastery_certainty = 0.90;
    int mastery_answers = 5;
    int mastery_days = 2;
    double forgotten_certainty = 0.38; ///< of what was acquired: below it has been lost
    double ready_certainty = 0.55;     ///< of a prerequisite; LEARNING .6
    double ready_margin = 1;           ///< that it must be above its reference difficulty
};

} // namespace mirabelle
