// From answers as the journal keeps them to what is believed of a child: the only bridge between the two, so
// that working it out again gives the same to the last bit.
#pragma once

#include "engine/journal/first_answer.h"
#include "engine/learner/learner.h"
#include "engine/records.h"

#include <optional>
#include <span>

namespace mirabelle {

struct JudgedAnswer {
    std::size_t skill = 0; ///< place in the graph
    Evidence evidence;
};

/// Chance of being right by guessing.
double guess_of(int choices);

/// How much an answer counts: 0 when it was chosen from what is never right or wrong, when it is not the
/// first to its question, was helped beyond the gesture, was guided, or came after most of a minute;
/// `rapid_weight` when it came before the question can have been heard.
double weight_of(const Attempt& attempt, const LearnerParameters& parameters);
double weight_of(const FirstAnswer& answer, const LearnerParameters& parameters);

/// Nothing where the skill is in no list any more. `day_offset`: local time minus UTC, ms.
std::optional<JudgedAnswer> judged(const SkillGraph& graph, const Attempt& attempt, Milliseconds day_offset,
                                   const LearnerParameters& parameters);
std::optional<JudgedAnswer> judged(const SkillGraph& graph, const FirstAnswer& answer,
                                   Milliseconds day_offset, const LearnerParameters& parameters);

/// From all of a child's answers, in the order in which they were written down; one that stands there twice
/// counts once. `band`: of a child that has answered nothing.
Learner learner_from(const SkillGraph& graph, Band band, std::span<const Attempt> attempts,
                     Milliseconds day_offset, const LearnerParameters& parameters = {});
/// The same from the first answers alone: no other counts.
Learner learner_from(const SkillGraph& graph, Band band, std::span<const FirstAnswer> answers,
                     Milliseconds day_offset, const LearnerParameters& parameters = {});

} // namespace mirabelle
