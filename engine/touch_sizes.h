// The working numbers of small hands in one age column, and what a child's own modes make of them. All of
// them are settings of assets/bands.toml (from CHILD's table and touch rules), none a constant of the code.
#pragma once

#include "engine/access.h"

namespace mirabelle {

struct TouchSizes {
    double target = 0;     ///< smallest side of something to touch, mm
    double margin = 0;     ///< how far beyond its drawing a thing still feels a finger, mm
    double gap = 0;        ///< between what feels fingers, mm
    double snap = 0;       ///< a piece let go within this distance of a place goes there, mm
    double corridor = 0;   ///< half-width of the path to trace, mm
    int choices_least = 0; ///< things to choose from, for who needs large ones
    int choices_most = 0;  ///< for everyone else

    double palm_bottom = 0;           ///< contacts that begin so near the bottom edge are wrists, mm
    double palm_side = 0;             ///< and so near the other edges palms, unless they land on a control
    double tap_travel = 0;            ///< less is a tap, more is a drag, mm
    Milliseconds guard = 0;           ///< after an answer: touches meant for what was there before
    Milliseconds bounce = 0;          ///< a finger that trembles does not touch twice within this time
    Milliseconds lost_contact = 0;    ///< a finger that returns so soon goes on with what it did,
    double lost_contact_distance = 0; ///< and so near, mm
    Milliseconds resting = 0;         ///< a finger that holds something and lies still so long is a wrist
    Milliseconds idle_step = 0;       ///< without a touch, until more help comes

    int questions_least = 0; ///< of a round
    int questions_most = 0;
    Milliseconds session = 0;     ///< a child's time for one day
    int rounds_per_turn = 0;      ///< before the next child's turn
    Milliseconds instruction = 0; ///< a spoken instruction lasts this long at most

    double enlarged = 1; ///< how much larger than usual for its age; 1 for most children
    double slowed = 1;   ///< how much slower than usual help comes, and the helping hand moves

    /// As long as `time` is for a child with these sizes.
    Milliseconds slow(Milliseconds time) const {
        return static_cast<Milliseconds>(static_cast<double>(time) * slowed);
    }
};

/// How far the modes of a child go, for all ages alike (assets/bands.toml).
struct Easing {
    double large_targets = 1;   ///< times as large
    double slow = 1;            ///< times as long
    Milliseconds scan_step = 0; ///< the ring stays so long on a thing, where the teacher has set nothing else
    Milliseconds scan_step_least = 0;
    Milliseconds scan_step_most = 0;
};

/// `access` on a device whose own movements are `device`: complete, and without what has no effect.
Access settled(Access access, Movement device, const Easing& easing);

/// `sizes` for a child that plays so; `enlarged` (1..easing.large_targets) is how large targets become where
/// they shall be large.
TouchSizes eased(TouchSizes sizes, const Access& access, const Easing& easing, double enlarged);
inline TouchSizes eased(const TouchSizes& sizes, const Access& access, const Easing& easing) {
    return eased(sizes, access, easing, easing.large_targets);
}

} // namespace mirabelle
