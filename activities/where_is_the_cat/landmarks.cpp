#include "activities/where_is_the_cat/landmarks.h"

#include <array>
#include <string>

namespace mirabelle {

namespace {

constexpr std::array landmarks{
    Landmark{"table", "upon under above beside left right", "place_table", "", {0.66, 0.46}, 0.045, 0.33},
    Landmark{"bed", "upon under", "place_bed", "", {0.72, 0.508}, 0.16, 0.25},
    Landmark{"box",
             "upon front behind above beside left right",
             "place_box",
             "",
             {0.5, 0.396},
             0.04,
             0,
             {0.5, 0.04, 0.52, 0}},
    Landmark{"box", "inside beside front", "place_open_box_front", "place_open_box_back", {0.6, 0.471}, 0.16},
    Landmark{"basket",
             "inside front behind",
             "place_basket_front",
             "place_basket_back",
             {0.58, 0.493},
             0.14,
             0,
             {0.5, 0.12, 0.5, 0}},
    Landmark{
        "house", "front behind beside left right", "1f3e0", "", {0.62, 0.62}, 0, 0, {0.26, 0.05, 0.5, 0}},
    Landmark{"tree", "left right", "1f333", "", {0.62, 0.62}},
    Landmark{"boxes", "between outside front", "place_box", "", {0.3, 0.238}, 0.02, 0, {}, true},
    Landmark{"trees", "between outside front", "1f333", "", {0.4, 0.4}, 0, 0, {}, true},
    Landmark{"tables", "between outside upon", "place_table", "", {0.34, 0.237}, 0.025, 0, {}, true},
};

} // namespace

std::span<const Landmark> cat_landmarks() { return landmarks; }

bool can_be(const Landmark& landmark, std::string_view place) {
    return (" " + std::string(landmark.places) + " ").find(" " + std::string(place) + " ") !=
           std::string::npos;
}

} // namespace mirabelle
