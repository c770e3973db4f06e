// How a child answered a question the first time: that alone tells what it knows.
#pragma once

#include "engine/records.h"

#include <string>

namespace mirabelle {

/// As much of an Attempt as the learner model and the planner need.
struct FirstAnswer {
    std::string skill;
    std::string activity;
    bool correct = false;
    bool scored = true; ///< something was right or wrong
    HelpLevel help = HelpLevel::none;
    Scaffold scaffold = Scaffold::alone;
    Milliseconds latency = 0; ///< from the question's start to the first touch
    double difficulty = 0;    ///< of what was asked, logits; not a number where nobody wrote it down
    int choices = 0;          ///< equally likely answers for who guesses; 0: none
    UtcMilliseconds when = 0;

    /// Right, and nothing was given away.
    bool right_alone() const {
        return correct && help <= HelpLevel::gesture_shown && scaffold == Scaffold::alone;
    }
};

} // namespace mirabelle
