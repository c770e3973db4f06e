// Lines of ink as the judge and the recogniser handle them: cleaned, measured, and sampled at even steps.
#pragma once

#include "engine/glyph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mirabelle {

/// `count` (at least 2) points at even steps along `line`, which has at least one point.
Stroke evenly(std::span<const Point> line, std::size_t count);

/// All strokes as one line, the way of the lifted pen included.
Stroke joined(std::span<const Stroke> strokes);

Rect box_of(std::span<const Stroke> strokes); ///< an empty one for no points

double length(std::span<const Stroke> strokes);

/// The unit vector along the line at each of its points; {0, 0} where it stands still.
std::vector<Point> directions(std::span<const Point> line);

/// A line with a stroke's direction at every point.
struct DirectedLine {
    Stroke points;
    std::vector<Point> along;
};
DirectedLine directed(Stroke points);

/// What a pen left, without specks and trembling: strokes shorter than 4 % of the whole are dropped where
/// others are longer (`keep_dots` keeps them), the rest is resampled every 2.5 % and averaged over three
/// points.
enum class Dots : std::uint8_t { keep, drop };
std::vector<Stroke> cleaned(std::span<const Stroke> ink, Dots dots);

/// The same strokes as a mirror shows them.
std::vector<Stroke> mirrored(std::span<const Stroke> strokes);

} // namespace mirabelle
