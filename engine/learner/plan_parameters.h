// The numbers of the plan: those of LEARNING.md, and those that were tuned on simulated children.
#pragma once

namespace mirabelle {

/// Where no source is named, tuned on simulated children.
struct PlanParameters {
    double knowing = 0.71;        ///< aimed-at share of answers that are known, not guessed
    double knowing_spread = 0.03; ///< standard deviation of it
    double least_success = 0.71, most_success = 0.86; ///< within which the aimed-at success stays
    double opening = 0.92;                            ///< success of a session's first and last (LEARNING)
    double after_failures = 0.90;                     ///< LEARNING
    int failures_that_ease = 2, failures_that_change = 3; ///< in a row (LEARNING)
    int open_skills = 3;                                  ///< in work at a time; LEARNING allows four
    double review_share = 0.18;                           ///< of answers, at most; LEARNING .2
    double exploration = 0.1; ///< of the rounds offer something else that is new (LEARNING)
    double left_at = 0.78;    ///< certainty at which a skill waits to be confirmed on another day
    double surplus = 0.6;     ///< logits beyond mastery that are aimed at, against forgetting
    double within_reach =
        0.6; ///< least success at the easiest level; below it what a skill needs comes first
    int questions_of_a_look = 2; ///< of a round that reviews or confirms
    // As long as little is known of a child, what it is asked looks for its place, without a test.
    double placed_at = 0.4;        ///< variance of its general level, logits², from which on it is known
    int successes_that_probe = 3;  ///< in a row, of a child that seems above its column
    double probe_above = 0.3;      ///< logits above the column's start: seems above
    double probing = 0.45;         ///< aimed-at share of answers that are known, then
    double least_probed = 0.6;     ///< success that a probe has at least
    double after_a_failure = 0.90; ///< success after a failure, then
};

} // namespace mirabelle
