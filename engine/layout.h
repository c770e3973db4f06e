// Ways to lay pieces on a field so that they are as big as wished where there is room, and never overlap.
#pragma once

#include "engine/geometry.h"
#include "engine/random.h"

#include <cstddef>
#include <vector>

namespace mirabelle {

/// `count` equal boxes of `wish` mm or, where that does not fit, as big as fits with the same proportions, in
/// as few rows as need be, `gap` mm apart, centred in `field`.
std::vector<Rect> in_rows(const Rect& field, std::size_t count, Size wish, double gap);

/// The same in one row.
std::vector<Rect> in_one_row(const Rect& field, std::size_t count, Size wish, double gap);

/// `count` boxes here and there: each in a cell of its own, moved about inside it.
std::vector<Rect> scattered(const Rect& field, std::size_t count, double side, double gap, Random& random);

/// `count` boxes on a circle, or on an oval where a circle would make them too small.
std::vector<Rect> in_circle(const Rect& field, std::size_t count, double side, double gap);

/// The smallest rectangle that holds all of `boxes`; there is at least one.
Rect around(const std::vector<Rect>& boxes);

} // namespace mirabelle
