// Where plate, bell and goods lie when something is dragged from a market table to a plate.
#pragma once

#include "engine/stage.h"

#include <vector>

namespace mirabelle {

struct Market {
    Rect plate;
    Rect bell;
    Rect table_top;
    std::vector<Rect> pieces; ///< where each piece lies at first
    std::vector<Point> slots; ///< centres of the places on the plate; as many as pieces
};

Market lay_market(const Stage& stage, std::size_t piece_count);

} // namespace mirabelle
