// Dots on cards: patterns to recognise at a glance, and pairs of arrays to compare, in which nothing but the
// number tells which has more.
#pragma once

#include "engine/face.h"
#include "engine/random.h"

namespace mirabelle {

enum class DotPattern : std::uint8_t { die, line, ten_frame, scattered };

/// `count` dots: 1..6 on a die, 1..6 in a line, 1..10 in a frame of ten, 1..10 here and there.
DotsFace dots_in(DotPattern pattern, int count, Random& random);

/// Whether the array with more dots also has the larger dots, the larger sum of their areas and the larger
/// hull.
enum class Cues : std::uint8_t { congruent, incongruent };

struct DotPair {
    DotsFace fewer, more;
};

/// Two arrays of 4..12 dots, more at most twice as many as fewer, and 10 where they are twice as many. The
/// ratios of areas, radii, hulls and densities vary so much beside that of the numbers that, over as many
/// congruent as incongruent pairs, none of them goes with the number (Pearson, logarithms of the ratios: |r|
/// < .2, see LEARNING's dot comparison).
DotPair dots_to_compare(int fewer, int more, Cues cues, Random& random);

/// Of the convex hull of the dots' centres, in a box 1 by 1.
double hull_area(const DotsFace& dots);
/// Of all dots together, in a box 1 by 1.
double total_area(const DotsFace& dots);

} // namespace mirabelle
