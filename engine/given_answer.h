// What comes out of a question: answers with the circumstances they were given in, and how it ended.
#pragma once

#include "engine/mechanic.h"

#include <cstdint>
#include <string>

namespace mirabelle {

enum class QuestionMode : std::uint8_t {
    example, ///< the hand shows it all; nothing is asked
    guided,  ///< the hand first shows the movement, then the child tries
    alone
};

struct GivenAnswer {
    Response response;
    std::string error; ///< named error, empty when correct or unknown
    int attempt_number = 1;
    HelpLevel help = HelpLevel::none;
    Milliseconds latency = 0;
    Milliseconds duration = 0;
    int prompts_replayed = 0;
    int touches = 0;
    int stray_touches = 0;
    TouchTrace trace; ///< since the answer before, times since the question began
};

enum class QuestionOutcome : std::uint8_t {
    playing,
    answered,        ///< the child gave the right answer
    solved_together, ///< the hand did it in the end
    unattended       ///< nobody touched it
};

/// What an onlooker sees happening.
enum class Moment : std::uint8_t { asking, help, success };

} // namespace mirabelle
