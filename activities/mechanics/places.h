// Places above and pieces below: where both lie when pieces are brought to places, as large as the lane
// allows.
#pragma once

#include "engine/geometry.h"
#include "engine/stage.h"

#include <cstddef>
#include <vector>

namespace mirabelle {

struct PlacesWish {
    std::size_t places = 1; ///< squares, in the order of reading
    std::size_t pieces = 1;
    double side = 1;   ///< of a place, in sides of a piece; becomes smaller, down to 1, where room is short
    double ahead = 0;  ///< what stands before the first place, in sides of a place
    bool apart = true; ///< somewhere two neighbouring places feel fingers
    double model = 0;  ///< width of what is looked at, in its heights; 0 where there is nothing
};

struct Places {
    std::vector<Rect> places, pieces; ///< mm
    Rect ahead;                       ///< what stands before the first place; may reach beyond the field
    Rect model;
    std::size_t per_line = 1; ///< places in the first line
    double gap = 0;           ///< between what feels fingers, mm
};

Places lay_places(const Stage& stage, const PlacesWish& wish);
/// The same where what is looked at is to be as large as can be.
Places lay_with_large_model(const Stage& stage, const PlacesWish& wish);

} // namespace mirabelle
