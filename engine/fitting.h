// What a child's modes make of one question: fewer things to choose from, and targets as large as they find
// room. Pure functions, so that a replay lays out the same stage again.
#pragma once

#include "engine/content/content.h"
#include "engine/mechanic.h"

namespace mirabelle {

/// Where, by whom and at what age a question is played.
struct StageWish {
    Size lane;        ///< mm
    double reach = 0; ///< mm above the lane's bottom edge
    Band band = Band::MS;
    Access access; ///< settled
};

/// The same question for a child that plays so: who needs large targets chooses between fewer.
Exercise eased(Exercise exercise, const Access& access, const TouchSizes& sizes);

/// The stage for `exercise`. Large targets are enlarged by as much as leaves room for all of them, and never
/// feel less than usual ones.
Stage fitting_stage(const StageWish& wish, const Exercise& exercise, const Content& content,
                    MakeMechanic make_mechanic);

} // namespace mirabelle
