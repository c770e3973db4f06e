// Buildings of blocks in squares.
#pragma once

#include "engine/content/content.h"
#include "engine/face.h"
#include "engine/random.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

enum class BlockKind : std::uint8_t { square, roof, disc, corner };
inline constexpr std::array all_block_kinds{BlockKind::square, BlockKind::roof, BlockKind::disc,
                                            BlockKind::corner};
inline constexpr std::array<std::string_view, 3> block_colours{"red", "blue", "yellow"};

struct Block {
    int column = 0, row = 0; ///< row 0 is on the ground
    BlockKind kind = BlockKind::square;
    int turn = 0; ///< of a corner, 0..3: its right angle is below left, below right, above right, above left
    std::size_t colour = 0;

    friend bool operator==(const Block&, const Block&) = default;
};
using Building = std::vector<Block>;

/// Blocks that stand on one another, or lie side by side in a plane.
enum class Ground : std::uint8_t { standing, lying };

/// `count` blocks that hang together in at most `side` rows and columns.
Building draw_building(Ground ground, std::size_t count, int side, Random& random);

/// Where one more block would hold.
std::vector<Block> free_squares(const Building& building, int columns, int rows, Ground ground);
/// Nothing stands on it: it may be of any kind.
bool is_bare(const Building& building, const Block& block, Ground ground);
/// And nothing leans on it: it may be taken away.
bool is_loose(const Building& building, const Block& block, Ground ground);
/// It becomes a block of a drawn kind, turned as it can lie.
Block drawn_kind(Block block, Ground ground, Random& random);
int columns_of(const Building& building);
int rows_of(const Building& building);

PictureId picture_of(const Block& block, const Content& content);
/// Laid into the box as `whole` is, whose size it shares.
SceneFace scene_of(const Building& building, const Building& whole, const Content& content);

} // namespace mirabelle
