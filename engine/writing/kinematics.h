// How a trace moved: what teachers of writing look at beside its shape. Kept for export, never judged.
#pragma once

#include "engine/glyph.h"
#include "engine/touch.h"

#include <span>
#include <vector>

namespace mirabelle {

struct InkPoint {
    Point at;
    Milliseconds time = 0;
};
using TimedStroke = std::vector<InkPoint>;

struct Kinematics {
    Milliseconds duration = 0; ///< from the first touch to the last
    Milliseconds in_air = 0;   ///< of it, with the pen lifted
    int lifts = 0;
    int pauses = 0;      ///< times the pen rested on the sheet for 150 ms or more
    int speed_peaks = 0; ///< fluent writing has about one for each stroke
    double length = 0;   ///< of the ink, in its own unit
};

Kinematics kinematics_of(std::span<const TimedStroke> strokes);

/// The strokes without their times.
std::vector<Stroke> shapes_of(std::span<const TimedStroke> strokes);

} // namespace mirabelle
