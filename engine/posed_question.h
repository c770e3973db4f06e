// A question that is to be asked, and where it comes from.
#pragma once

#include "engine/content/level.h"
#include "engine/exercise.h"

namespace mirabelle {

struct PosedQuestion {
    const Level* level = nullptr;
    std::uint64_t seed = 0;
    Exercise exercise;
};

} // namespace mirabelle
