// One question as plain data, the same for every activity: what is asked, what lies on the stage, what is
// right, and what each wrong answer means. It is rebuilt exactly from (activity, level, content version,
// seed).
#pragma once

#include "engine/tasks.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

/// A wrong answer that means something.
struct NamedError {
    std::string response; ///< the answer as the journal writes it
    std::string name;     ///< an id of assets/errors.toml
    Prompt explanation;   ///< spoken: the difference, never a scolding
};

/// Whether there is something to know. Where an answer never counts none is wrong: every piece is right, and
/// no answer says anything about a skill.
enum class Scoring : std::uint8_t { counts, never };

struct Exercise {
    std::string skill;    ///< id of assets/skills.toml
    std::string item;     ///< what is asked, e.g. "b", "5"
    std::string expected; ///< the right answer as the journal writes it
    Prompt prompt;
    Prompt praise; ///< short and informative
    std::vector<Piece> pieces;
    Task task;
    double difficulty = 0; ///< expert prior, logits
    int options = 0;       ///< equally likely answers for a guesser; 0 when the answer is built
    std::vector<NamedError> errors;
    Prompt explanation; ///< for wrong answers without a name of their own
    Scoring scoring = Scoring::counts;
};

/// Everything that is drawn of it: pieces, models, places that are given.
std::vector<Face> faces_shown(const Exercise& exercise);

/// What an answer was chosen from, in the order shown: labels; empty when nothing is chosen.
std::vector<std::string> options_shown(const Exercise& exercise);

/// The named error for `response`, or nullptr.
const NamedError* error_for(const Exercise& exercise, std::string_view response);

} // namespace mirabelle
