// Pictures of a cat somewhere: on a table, behind a box, between two trees. Left and right are those of who
// looks.
#pragma once

#include "activities/where_is_the_cat/landmarks.h"
#include "engine/content/content.h"
#include "engine/face.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace mirabelle {

enum class Side : std::uint8_t { left, right };

/// The cat at `place` of it; `side` where it can be on either side of it.
SceneFace cat_scene(const Landmark& landmark, std::string_view place, Side side, const Content& content);

/// Three in a row, from left to right; the cat is where there is no landmark.
SceneFace cat_in_row(const std::array<const Landmark*, 3>& row, const Content& content);

} // namespace mirabelle
