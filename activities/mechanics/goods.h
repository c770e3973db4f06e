// What lies on a market's table and goes to its plate.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "engine/switch_scan.h"

#include <optional>
#include <span>
#include <vector>

namespace mirabelle {

/// One piece of goods.
struct Goods {
    PieceView view;
    std::optional<std::size_t> slot{}; ///< where on the plate; none while it lies on the table
    bool offered = true;
};

/// The piece that a finger at `at` means: the nearest one that feels it, `margin` mm beyond its drawing.
std::optional<std::size_t> goods_at(std::span<const Goods> goods, Point at, double margin);
std::size_t count_on_plate(std::span<const Goods> goods);
std::size_t first_free_slot(std::span<const Goods> goods);
/// What one switch can take of them: first something, then the plate; what lies there, `side_on_plate` mm
/// large, goes home again when it is taken.
std::vector<SwitchStop> stops_of(std::span<const Goods> goods, double side_on_plate);

} // namespace mirabelle
