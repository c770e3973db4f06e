// Where one question is played: the lane, the part of it where pieces may lie, and the sizes small hands
// need.
#pragma once

#include "engine/geometry.h"
#include "engine/touch.h"

namespace mirabelle {

/// The working numbers of one age column (assets/bands.toml); settings, not constants.
struct TouchSizes {
    double target = 20;      ///< smallest side of something to touch, mm
    double margin = 4;       ///< how far beyond its drawing a thing still feels a finger, mm
    double gap = 6;          ///< between what feels fingers, mm
    double snap = 16;        ///< a piece let go within this distance of a place goes there, mm
    double corridor = 9;     ///< half-width of the path to trace, mm
    int questions_least = 6; ///< of a round
    int questions_most = 8;
    Milliseconds session = 600'000; ///< a child's time for one day
    int rounds_per_turn = 2;        ///< before the next child's turn
};

enum class Movement : std::uint8_t { full, reduced };

struct Stage {
    Rect lane;         ///< the whole lane, its top left corner at 0, 0
    Rect reachable;    ///< the lower part of it that a child's arm reaches
    Rect field;        ///< where pieces lie in company: between ear and door and beside the mascot, where
                       ///< the lane is wide enough for that; else the same as the whole field
    Rect whole_field;  ///< from side to side below ear and door; pieces may need the mascot's place
    Rect ear;          ///< listen again, top left
    Rect door;         ///< leave, top right
    Rect twig;         ///< one bud or leaf per question, along the top
    Rect mascot;       ///< at the lower left; she steps aside when pieces need the room
    double unit = 1.5; ///< mm; 1/100 of the shorter side that a child reaches
    TouchSizes sizes;  ///< shrunk together where the lane is too small for the wished ones
    Movement movement = Movement::full;

    /// Between the drawings of two things that feel fingers, mm.
    double clearance() const { return sizes.gap + 2 * sizes.margin; }
    /// Whether there is room beside what lies in the middle.
    bool is_wide() const { return reachable.width >= 1.25 * reachable.height; }
};

/// Lays a stage into a lane of `lane` mm of which a child reaches the lower `reach` mm.
Stage make_stage(Size lane, const TouchSizes& sizes, double reach, Movement movement);

/// Palms and wrists: contacts that start this near an edge are none of ours, unless they land on a control
/// (CHILD: children rest their wrists on the bottom edge; Sesame Workshop's fifty studies).
inline constexpr double palm_zone_bottom = 11; ///< mm
inline constexpr double palm_zone_side = 6;    ///< mm

} // namespace mirabelle
