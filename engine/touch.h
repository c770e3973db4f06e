// One thing a finger did. The mouse is a finger too.
#pragma once

#include "engine/geometry.h"

#include <cstdint>

namespace mirabelle {

using Milliseconds = std::int64_t;

enum class FingerId : std::int32_t {};

enum class TouchPhase : std::uint8_t { down, move, up, cancel };

struct Touch {
    Milliseconds time = 0; ///< on the clock of whoever receives it
    FingerId finger{};
    TouchPhase phase = TouchPhase::down;
    Point at; ///< mm from the top left corner of the screen, or of the lane once it is routed

    friend bool operator==(const Touch&, const Touch&) = default;
};

} // namespace mirabelle
