// Where somebody walks over what is looked at, that has a part of the field to itself: beside places and
// pieces, or above them.
#include "activities/mechanics/places.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array shares{0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65}; // of the field, for the model
constexpr double between_units = 6;
constexpr double large_enough = 15; // pieces that fingers can take, and apart, come first
constexpr double model_worth = 2;
/// What a large piece is worth beside the model, and when it is large.
struct PieceWorth {
    double worth = 1.5;
    double units = 17;
};
constexpr PieceWorth usual, for_large_targets{6, 26};
constexpr double mascot_worth = 0.15; // things may be so much smaller where she need not step aside

struct Split {
    Rect model, rest;
};

Split split(const Rect& field, double share, double between, bool beside) {
    if (beside) {
        const double width = share * field.width;
        return {{field.x, field.y, width, field.height},
                {field.x + width + between, field.y, field.width - width - between, field.height}};
    }
    const double height = share * field.height;
    return {{field.x, field.y, field.width, height},
            {field.x, field.y + height + between, field.width, field.height - height - between}};
}

/// What of `room` lies above the mascot, where she stands in it: she only steps aside for what is touched.
Rect above_mascot(Rect room, const Stage& stage) {
    if (room.overlaps(stage.mascot))
        room.height = std::max(0.0, stage.mascot.y - room.y);
    return room;
}

} // namespace

Places lay_with_large_model(const Stage& stage, const PlacesWish& wish) {
    PlacesWish without = wish;
    without.model = 0;
    const bool large = stage.access.targets == TargetSize::large;
    const PieceWorth& worth = large ? for_large_targets : usual;
    Places best;
    double best_score = -1;
    for (const Rect& field : {stage.field, stage.whole_field})
        for (const bool beside : {true, false})
            for (const double share : shares) {
                const Split parts = split(field, share, between_units * stage.unit, beside);
                Stage there = stage;
                there.field = there.whole_field = parts.rest;
                Places laid = lay_places(there, without);
                const Rect room = above_mascot(parts.model, stage);
                const double high = std::min(room.height, room.width / wish.model);
                laid.model = centred_on(room.centre(), {high * wish.model, high});
                const double piece = laid.pieces.front().width;
                const double score = large_enough * std::min(1.0, piece / stage.sizes.target) +
                                     large_enough * std::min(1.0, laid.gap / stage.clearance()) +
                                     model_worth * high / stage.reachable.height +
                                     worth.worth * std::min(1.0, piece / (worth.units * stage.unit)) -
                                     (field == stage.field ? 0 : mascot_worth);
                if (score > best_score) {
                    best_score = score;
                    best = std::move(laid);
                }
            }
    return best;
}

} // namespace mirabelle
