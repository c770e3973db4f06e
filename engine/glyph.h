// The written form of a digit or letter as the strokes of a pen, in the order and direction that are taught.
#pragma once

#include "engine/geometry.h"

#include <span>
#include <vector>

namespace mirabelle {

/// A polyline of evenly spaced points.
using Stroke = std::vector<Point>;

/// Strokes in a box 1 high, x from 0 to `width`, y downwards.
struct Glyph {
    double width = 0.7;
    std::vector<Stroke> strokes;
};

/// A smooth line through `points` (centripetal Catmull–Rom, Yuksel et al. 2011; a point written twice is a
/// corner), resampled every `spacing` of the glyph's height.
Stroke smooth_stroke(std::span<const Point> points, double spacing = 0.02);

/// The same line with a point every `spacing` (same unit as the points); both ends stay.
Stroke resampled(std::span<const Point> line, double spacing);

double length(std::span<const Point> line);

} // namespace mirabelle
