// How a child answered the questions of one skill: the first attempts only, as they alone tell what it knows.
#pragma once

#include "engine/records.h"

#include <string>
#include <vector>

namespace mirabelle {

enum class FirstAnswer : std::uint8_t { right, right_with_help, wrong };

struct SkillAnswers {
    std::string skill;
    int answers = 0;                 ///< first attempts in all
    int days = 0;                    ///< of UTC, on which there were some
    UtcMilliseconds last = 0;        ///< of the newest
    std::vector<FirstAnswer> recent; ///< newest first, ten at most
};

} // namespace mirabelle
