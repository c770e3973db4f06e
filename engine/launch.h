// What a teacher starts for some children at once, and what she is told of the rounds that are played.
#pragma once

#include "engine/activity.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace mirabelle {

inline constexpr std::size_t most_lanes = 4;
/// How many lanes a screen `width` mm wide has room for, 1..4: in narrower ones things are too small for a
/// child's finger. How many are comfortable: suitable_lanes().
std::size_t possible_lanes(double width);

/// How the lanes of one launch play beside each other.
enum class BoardMode : std::uint8_t {
    each,    ///< every lane its own questions, in its own time
    turns,   ///< one question after the other, lane after lane, while the others listen
    together ///< one question for all lanes; the next one when everybody has answered
};

/// One activity, played in 1..4 lanes.
struct Launch {
    const Activity* activity = nullptr; ///< one of the app's; nothing: each child chooses in its garden
    const Level* level = nullptr; ///< stays for the whole round; nothing: what fits each child, and moves
    /// Who plays in each lane: a child's place in the class room, or nothing for the whole class.
    std::vector<std::optional<std::size_t>> lanes;
    int open_lanes = 0; ///< more lanes, whose children touch their own pictures and then play the same
    BoardMode mode = BoardMode::each;
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
