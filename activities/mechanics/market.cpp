#include "activities/mechanics/market.h"

#include "engine/layout.h"

namespace mirabelle {

namespace {

constexpr double piece_units = 19;
constexpr double bell_units = 19;
constexpr double plate_share = 0.5; // of the field's height
constexpr double plate_rim = 0.14;  // of its height

} // namespace

Market lay_market(const Stage& stage, std::size_t piece_count) {
    const Rect& field = stage.field;
    const double gap = std::max(stage.sizes.gap + 2 * stage.sizes.margin, 2 * stage.unit);
    const double plate_height = field.height * plate_share - gap;

    Market market;
    const double bell = std::max(bell_units * stage.unit, stage.sizes.target);
    market.bell = square_on({field.right() - bell / 2, field.y + plate_height / 2}, bell);
    // The plate lies in the middle of the lane when the bell leaves it room there, else beside the bell.
    const double room = market.bell.x - gap - field.x;
    const double width = std::min(room, plate_height * 2.2);
    const double centre = std::min(field.centre().x, market.bell.x - gap - width / 2);
    market.plate = {centre - width / 2, field.y, width, plate_height};

    market.table_top = {field.x, field.y + plate_height + gap, field.width,
                        field.height - plate_height - gap};
    const double side = std::max(piece_units * stage.unit, stage.sizes.target);
    market.pieces = in_rows(market.table_top, piece_count, {side, side}, gap);
    const Rect inside = market.plate.grown(-market.plate.height * plate_rim);
    for (const Rect& slot : in_rows(inside, piece_count, market.pieces.front().size(), stage.unit))
        market.slots.push_back(slot.centre());
    return market;
}

} // namespace mirabelle
