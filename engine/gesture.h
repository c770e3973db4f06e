// What a finger does to answer, as data: the helping hand follows it, scripts and tests perform it.
#pragma once

#include "engine/motion.h"

#include <span>
#include <vector>

namespace mirabelle {

struct GestureStep {
    Milliseconds at = 0; ///< since the gesture began
    TouchPhase phase = TouchPhase::down;
    Point point; ///< mm in the lane
};

using Gesture = std::vector<GestureStep>;

/// A child's hand covers about this much a second (mm).
inline constexpr double hand_speed = 120;

/// Adds a tap at `point`, `pause` ms after what the gesture holds so far.
void add_tap(Gesture& gesture, Point point, Milliseconds pause = 400);

/// Adds a drag from `from` to `to` at hand_speed.
void add_drag(Gesture& gesture, Point from, Point to, Milliseconds pause = 400);

/// Adds one stroke along `path` at hand_speed.
void add_stroke(Gesture& gesture, std::span<const Point> path, Milliseconds pause = 400);

inline Milliseconds duration(const Gesture& gesture) { return gesture.empty() ? 0 : gesture.back().at; }

} // namespace mirabelle
