// Where a cat can be found: what it sits on, hides behind, stands beside.
#pragma once

#include "engine/geometry.h"

#include <span>
#include <string_view>

namespace mirabelle {

/// Something that the cat can be found at.
struct Landmark {
    std::string_view word;      ///< ends the ids of its voice lines: cat_under_table
    std::string_view places;    ///< where the cat can be: "upon under …"
    std::string_view picture;   ///< what is drawn before the cat, where it is in it: the front
    std::string_view back = {}; ///< what is drawn behind the cat then
    Size size{};                ///< in a picture 1 by 1
    double inset = 0;           ///< how far below its upper edge the cat's feet stand; in it: above the floor
    double under = 0;           ///< size of a cat that fits below
    Rect behind{};              ///< the cat half hidden by it: its middle, its foot above the floor, its size
    bool is_pair = false;       ///< two of them, apart
};

std::span<const Landmark> cat_landmarks();
bool can_be(const Landmark& landmark, std::string_view place);

} // namespace mirabelle
