// Ink laid over a model, stroke by stroke: how much of each stroke is there, and when and which way it was
// drawn.
#pragma once

#include "engine/writing/line.h"

namespace mirabelle {

struct StrokeMatch {
    double coverage = 0; ///< share of the model's stroke that has ink near it
    double forward = 0;  ///< way drawn along the stroke less way drawn against it, in lengths of the stroke
    double when = 0;     ///< middle of its ink in the whole ink, 0..1
    bool drawn = false;  ///< some ink is nearer to this stroke than to any other
};

struct GlyphMatch {
    std::vector<StrokeMatch> strokes; ///< in the model's order
    double precision = 0;             ///< share of the ink near the model
    double start_apart = 0;           ///< from where the first stroke begins, in the model's unit

    double least_coverage() const;
};

/// `near` is a distance in the model's unit. Ink counts for a stroke where it also runs along it (within
/// 65°).
GlyphMatch match(std::span<const Stroke> ink, std::span<const Stroke> model, double near);

} // namespace mirabelle
