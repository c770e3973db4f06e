#include "activities/assemblies/blocks.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double border = 0.04; // of the box, around everything

const Block* block_at(const Building& building, int column, int row) {
    const auto found = std::find_if(building.begin(), building.end(), [&](const Block& block) {
        return block.column == column && block.row == row;
    });
    return found == building.end() ? nullptr : &*found;
}

bool holds(const Building& building, int column, int row, Ground ground) {
    const Block* below = block_at(building, column, row - 1);
    const bool beside =
        block_at(building, column - 1, row) != nullptr || block_at(building, column + 1, row) != nullptr;
    if (ground == Ground::lying)
        return below != nullptr || beside || block_at(building, column, row + 1) != nullptr;
    return row == 0 ? building.empty() || beside : below != nullptr && below->kind == BlockKind::square;
}

/// Its first column and row are used.
void push_into_corner(Building& building) {
    int column = building.front().column, row = building.front().row;
    for (const Block& block : building) {
        column = std::min(column, block.column);
        row = std::min(row, block.row);
    }
    for (Block& block : building) {
        block.column -= column;
        block.row -= row;
    }
}

} // namespace

std::vector<Block> free_squares(const Building& building, int columns, int rows, Ground ground) {
    std::vector<Block> free;
    for (int column = 0; column < columns; ++column)
        for (int row = 0; row < rows; ++row)
            if (block_at(building, column, row) == nullptr && holds(building, column, row, ground))
                free.push_back({column, row});
    return free;
}

bool is_bare(const Building& building, const Block& block, Ground ground) {
    return ground == Ground::lying || block_at(building, block.column, block.row + 1) == nullptr;
}

bool is_loose(const Building& building, const Block& block, Ground ground) {
    return ground == Ground::lying || (is_bare(building, block, ground) && block.row > 0);
}

Block drawn_kind(Block block, Ground ground, Random& random) {
    block.kind = random.pick(all_block_kinds);
    const std::uint32_t turns = ground == Ground::standing ? 2 : 4; // a corner stands on its side
    block.turn = block.kind == BlockKind::corner ? static_cast<int>(random.below(turns)) : 0;
    return block;
}

int columns_of(const Building& building) {
    int columns = 0;
    for (const Block& block : building)
        columns = std::max(columns, block.column + 1);
    return columns;
}
int rows_of(const Building& building) {
    int rows = 0;
    for (const Block& block : building)
        rows = std::max(rows, block.row + 1);
    return rows;
}

Building draw_building(Ground ground, std::size_t count, int side, Random& random) {
    Building building;
    while (building.size() < count) {
        auto free =
            building.empty() ? std::vector<Block>{{side / 2, 0}} : free_squares(building, side, side, ground);
        Block block = random.pick(free);
        block.colour = random.below(block_colours.size());
        building.push_back(block);
    }
    push_into_corner(building);
    for (Block& block : building)
        if (is_bare(building, block, ground))
            block = drawn_kind(block, ground, random);
    return building;
}

PictureId picture_of(const Block& block, const Content& content) {
    constexpr std::array<std::string_view, 4> kinds{"square", "roof", "disc", "corner"};
    std::string name = "block_" + std::string(kinds[static_cast<std::size_t>(block.kind)]);
    if (block.kind == BlockKind::corner)
        name += "_" + std::to_string(block.turn + 1);
    return content.picture(name + "_" + std::string(block_colours[block.colour]));
}

SceneFace scene_of(const Building& building, const Building& whole, const Content& content) {
    const int columns = columns_of(whole), rows = rows_of(whole);
    const double most = std::max({columns, rows, 2});
    const double square = (1 - 2 * border) / most;
    const double left = 0.5 - square * columns / 2, foot = 0.5 + square * rows / 2;
    SceneFace scene;
    for (const Block& block : building)
        scene.pictures.push_back(
            {picture_of(block, content),
             {left + square * block.column, foot - square * (block.row + 1), square, square}});
    return scene;
}

} // namespace mirabelle
