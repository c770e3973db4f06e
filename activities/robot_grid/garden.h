// The garden: squares of grass, and stones on which exactly one way leads from the robot to its goal.
#pragma once

#include "engine/content/content.h"
#include "engine/exercise.h"
#include "engine/random.h"

#include <array>
#include <string_view>
#include <vector>

namespace mirabelle {

enum class Move : std::uint8_t { right, down, left, up };
inline constexpr std::array all_moves{Move::right, Move::down, Move::left, Move::up};

/// Its label, its picture and what is said of it.
std::string_view name_of(Move move);
Move opposite(Move move);

struct Square {
    int column = 0, row = 0;

    friend bool operator==(const Square&, const Square&) = default;
};

struct StoneGarden {
    int side = 4; ///< squares
    Square from;
    std::vector<Move> way;

    std::vector<Square> stones() const; ///< from the robot's to the goal's
    Rect robot() const;                 ///< in shares of the garden
    Point step(Move move) const;        ///< in shares of the garden
};

/// A way of `moves` steps that bends `bends` times, where the garden has room for it. No stone touches
/// another one but those before and after it.
StoneGarden draw_garden(int side, int moves, int bends, Random& random);

SceneFace draw_scene(const StoneGarden& garden, PictureId goal, const Content& content, Random& random);

} // namespace mirabelle
