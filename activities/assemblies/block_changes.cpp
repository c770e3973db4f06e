#include "activities/assemblies/block_changes.h"

#include <algorithm>
#include <tuple>

namespace mirabelle {

namespace {

bool is_open_to(Change change, const Building& building, const Block& block, Ground ground) {
    if (change == Change::turn)
        return block.kind == BlockKind::corner;
    if (change == Change::shape)
        return is_bare(building, block, ground);
    return change == Change::colour || change == Change::mirror || is_loose(building, block, ground);
}

/// Those that can be changed in this way.
std::vector<std::size_t> open_to(const Building& building, Change change, Ground ground) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < building.size(); ++i)
        if (is_open_to(change, building, building[i], ground))
            places.push_back(i);
    return places;
}

/// Another place for the block at `place`, or none where there is no other.
std::optional<Building> moved(Building building, std::size_t place, Ground ground, Random& random) {
    const int columns = columns_of(building), rows = rows_of(building);
    Block block = building[place];
    building.erase(building.begin() + static_cast<std::ptrdiff_t>(place));
    auto free = free_squares(building, columns, rows, ground);
    std::erase_if(free, [&](const Block& at) { return at.column == block.column && at.row == block.row; });
    if (free.empty())
        return std::nullopt;
    const Block at = random.pick(free);
    block.column = at.column;
    block.row = at.row;
    building.push_back(block);
    return building;
}

Building mirrored(Building building) {
    const int last = columns_of(building) - 1;
    for (Block& block : building) {
        block.column = last - block.column;
        block.turn = block.kind == BlockKind::corner ? block.turn ^ 1 : 0;
    }
    return building;
}

void change_block(Block& block, Change change, Ground ground, Random& random) {
    const BlockKind before = block.kind;
    if (change == Change::colour)
        block.colour = (block.colour + 1 + random.below(2)) % block_colours.size();
    else if (change == Change::turn && ground == Ground::standing)
        block.turn ^= 1;
    else if (change == Change::turn)
        block.turn = (block.turn + 1 + static_cast<int>(random.below(3))) % 4;
    else
        while (block.kind == before)
            block = drawn_kind(block, ground, random);
}

} // namespace

std::optional<Building> changed(const Building& building, Change change, Ground ground, Random& random) {
    std::optional<Building> other = building;
    const auto open = open_to(building, change, ground);
    if (change == Change::mirror)
        other = mirrored(building);
    else if (open.empty())
        return std::nullopt;
    else if (const std::size_t place = random.pick(open); change == Change::place)
        other = moved(building, place, ground, random);
    else if (change == Change::missing)
        other->erase(other->begin() + static_cast<std::ptrdiff_t>(place));
    else
        change_block((*other)[place], change, ground, random);
    return other && same_building(building, *other) ? std::nullopt : other;
}

bool same_building(Building one, Building other) {
    const auto before = [](const Block& a, const Block& b) {
        return std::tuple(a.column, a.row) < std::tuple(b.column, b.row);
    };
    std::sort(one.begin(), one.end(), before);
    std::sort(other.begin(), other.end(), before);
    return one == other;
}

std::vector<Change> in_drawn_order(std::span<const std::string> names, Random& random) {
    std::vector<Change> changes;
    for (const std::string& name : names)
        changes.push_back(static_cast<Change>(std::find(change_names.begin(), change_names.end(), name) -
                                              change_names.begin()));
    random.shuffle(changes);
    for (const Change spare : {Change::shape, Change::colour, Change::missing})
        if (std::find(changes.begin(), changes.end(), spare) == changes.end())
            changes.push_back(spare);
    return changes;
}

std::vector<Foil> draw_foils(const Building& whole, std::span<const Change> changes, std::size_t count,
                             Ground ground, Random& random) {
    std::vector<Foil> foils;
    for (const Change change : changes)
        if (auto other = foils.size() < count ? changed(whole, change, ground, random) : std::nullopt)
            if (std::none_of(foils.begin(), foils.end(),
                             [&](const Foil& foil) { return same_building(foil.building, *other); }))
                foils.push_back({change, std::move(*other)});
    return foils;
}

} // namespace mirabelle
