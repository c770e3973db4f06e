// Where one question is played: the lane, the part of it where pieces may lie, and the sizes small hands
// need.
#pragma once

#include "engine/access.h"
#include "engine/geometry.h"
#include "engine/season.h"
#include "engine/touch_sizes.h"

namespace mirabelle {

struct Stage {
    Rect lane;         ///< the whole lane, its top left corner at 0, 0
    Rect reachable;    ///< the lower part of it that a child's arm reaches
    Rect field;        ///< where pieces lie in company: between ear and door and beside the mascot, where
                       ///< the lane is wide enough for that; else the same as the whole field
    Rect whole_field;  ///< from side to side below ear and door; pieces may need the mascot's place
    Rect ear;          ///< listen again, top left
    Rect door;         ///< leave, top right
    Rect twig;         ///< one bud or leaf per question, along the top
    Rect mascot;       ///< at the lower left (right for the left-handed, whose arm comes over the left);
                       ///< she steps aside when pieces need the room
    double unit = 1.5; ///< mm; 1/100 of the shorter side that a child reaches
    TouchSizes sizes;  ///< shrunk together where the lane is too small for the wished ones
    Access access;     ///< of the child that plays on it
    Season season = Season::summer; ///< what the ground looks like

    /// Between the drawings of two things that feel fingers, mm.
    double clearance() const { return sizes.gap + 2 * sizes.margin; }
    /// Whether there is room beside what lies in the middle.
    bool is_wide() const { return reachable.width >= 1.25 * reachable.height; }
};

/// Lays a stage into a lane of `lane` mm of which a child reaches the lower `reach` mm; `sizes` are eased for
/// that child already.
Stage make_stage(Size lane, const TouchSizes& sizes, double reach, const Access& access);
/// For whoever comes.
inline Stage make_stage(Size lane, const TouchSizes& sizes, double reach, Movement movement) {
    Access access;
    access.movement = movement;
    return make_stage(lane, sizes, reach, access);
}

} // namespace mirabelle
