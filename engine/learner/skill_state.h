// What is believed of one child and one skill, and how an answer changes it: a guess-aware Gaussian Elo. Pure
// functions of plain data: the same answers in the same order give the same bits.
#pragma once

#include "engine/learner/learner_parameters.h"

#include <cstdint>

namespace mirabelle {

/// One first answer to a question.
struct Evidence {
    bool correct = false;
    double difficulty = 0; ///< of the item, logits
    double guess = 0;      ///< probability of being right by chance, 0..0.5
    double weight = 1;     ///< 0 (helped, idle) .. 1
    int day = 0;           ///< number of the school day
};

/// Ability as a normal distribution, logits.
struct Belief {
    double mean = 0;
    double variance = 1.5;
};

struct SkillState {
    Belief belief;
    int answers = 0;      ///< that counted
    int days = 0;         ///< on which there were some
    int last_day = 0;     ///< of the newest answer
    int wrong_in_row = 0; ///< newest answers
    int box = 0;          ///< of review: 0 until it was acquired once, then 1..6
    int due_day = 0;      ///< of the next review, when box > 0
    bool acquired = false;
    bool lapsed = false; ///< it was acquired, and has been lost since
};

/// What an answer tells about an ability.
struct Observation {
    double score = 0;       ///< slope of the log-likelihood in the ability, at the mean
    double information = 0; ///< Fisher's
};

/// Probability of a right answer at that ability.
double success_at(double ability, double difficulty, double guess, const LearnerParameters& parameters);
/// The same where the ability is only believed.
double predict(const Belief& belief, double difficulty, double guess, const LearnerParameters& parameters);
Observation observe(const Belief& belief, const Evidence& evidence, const LearnerParameters& parameters);

/// An answer changes the belief. Never raises the mean by a wrong answer.
Belief updated(Belief belief, const Evidence& evidence, const LearnerParameters& parameters);
/// `days` of school without an answer: less is known, but never less than of a stranger.
Belief rested(Belief belief, int days, const LearnerParameters& parameters);

/// Probability that the ability is at least `margin` above `reference`.
double certainty(const Belief& belief, double reference, double margin);

/// The whole step: rest since the last answer, update, days, mastery, review. `reference`: of the skill.
void learn(SkillState& state, const Evidence& evidence, double reference,
           const LearnerParameters& parameters);

enum class Mastery : std::uint8_t { unseen, in_progress, on_the_way, acquired, to_review };
/// On `day`; what is due is to be seen again.
Mastery mastery(const SkillState& state, double reference, int day, const LearnerParameters& parameters);

} // namespace mirabelle
