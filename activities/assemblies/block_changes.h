// What can be changed in a building of blocks.
#pragma once

#include "activities/assemblies/blocks.h"

#include <optional>
#include <span>

namespace mirabelle {

/// As in the names of errors, labels and lines.
enum class Change : std::uint8_t { shape, turn, place, colour, missing, mirror };
inline constexpr std::array<std::string_view, 6> change_names{"shape",  "turn",    "place",
                                                              "colour", "missing", "mirror"};

/// The same building but for one thing, or nothing where that cannot be changed.
std::optional<Building> changed(const Building& building, Change change, Ground ground, Random& random);

/// As if it had been drawn in another order.
bool same_building(Building one, Building other);

/// Those named, and then those that can always be made.
std::vector<Change> in_drawn_order(std::span<const std::string> names, Random& random);

struct Foil {
    Change change;
    Building building;
};
/// Each is changed in another way, and all differ from `whole` and from one another.
std::vector<Foil> draw_foils(const Building& whole, std::span<const Change> changes, std::size_t count,
                             Ground ground, Random& random);

} // namespace mirabelle
