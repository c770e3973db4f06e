// What a teacher starts for some children at once, and what she is told of the rounds that are played.
#pragma once

#include "engine/activity.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace mirabelle {

inline constexpr std::size_t most_lanes = 4;

/// One activity, played in 1..4 lanes.
struct Launch {
    const Activity* activity = nullptr; ///< one of the app's
    const Level* level = nullptr; ///< stays for the whole round; nothing: what fits each child, and moves
    /// Who plays in each lane: a child's place in the class room, or nothing for the whole class.
    std::vector<std::optional<std::size_t>> lanes;
};

/// A round that is being played in a lane.
struct RoundView {
    const Activity* activity = nullptr;
    const Level* level = nullptr; ///< of the next question, as far as is known
    bool easier = false;          ///< whether there is an easier level for that age
    bool harder = false;
};

/// All lanes together.
struct Steering {
    int rounds = 0; ///< being played; 0 when there is nothing to steer
    bool paused = false;
    const Activity* activity = nullptr; ///< nothing where the lanes play different ones
    const Level* level = nullptr;       ///< nothing where the lanes are at different ones
    bool easier = false;                ///< in at least one lane
    bool harder = false;
};

} // namespace mirabelle
