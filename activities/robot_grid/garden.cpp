#include "activities/robot_grid/garden.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr int most_tries = 400;
constexpr double robot_share = 0.82; // of a square
constexpr double goal_share = 0.72;
constexpr double planted = 0.45; // of the squares without a stone

Square moved(Square from, Move move) {
    constexpr std::array columns{1, 0, -1, 0};
    constexpr std::array rows{0, 1, 0, -1};
    const auto i = static_cast<std::size_t>(move);
    return {from.column + columns[i], from.row + rows[i]};
}

bool are_neighbours(Square one, Square other) {
    return std::abs(one.column - other.column) + std::abs(one.row - other.row) == 1;
}

/// Nothing touches but what follows one another: there is no short cut.
bool is_one_way(const StoneGarden& garden) {
    const auto stones = garden.stones();
    const auto inside = [&](int place) { return place >= 0 && place < garden.side; };
    for (std::size_t i = 0; i < stones.size(); ++i) {
        if (!inside(stones[i].column) || !inside(stones[i].row))
            return false;
        for (std::size_t j = i + 2; j < stones.size(); ++j)
            if (stones[i] == stones[j] || are_neighbours(stones[i], stones[j]))
                return false;
    }
    return true;
}

/// Where it bends, and to which side, is drawn.
std::vector<Move> draw_way(int moves, int bends, Random& random) {
    std::vector<std::size_t> turns(static_cast<std::size_t>(moves - 1), 0); // quarters of a circle
    for (int i = 0; i < std::min(bends, moves - 1); ++i)
        turns[static_cast<std::size_t>(i)] = random.happens(0.5) ? 1 : 3;
    random.shuffle(turns);
    std::vector<Move> way{random.pick(all_moves)};
    for (const std::size_t turn : turns)
        way.push_back(all_moves[(static_cast<std::size_t>(way.back()) + turn) % all_moves.size()]);
    return way;
}

Rect in_square(const StoneGarden& garden, Square square, double share) {
    const double side = 1.0 / garden.side;
    return square_on({(square.column + 0.5) * side, (square.row + 0.5) * side}, share * side);
}

} // namespace

std::string_view name_of(Move move) {
    constexpr std::array<std::string_view, 4> names{"move_right", "move_down", "move_left", "move_up"};
    return names[static_cast<std::size_t>(move)];
}

Move opposite(Move move) { return all_moves[(static_cast<std::size_t>(move) + 2) % all_moves.size()]; }

std::vector<Square> StoneGarden::stones() const {
    std::vector<Square> all{from};
    for (const Move move : way)
        all.push_back(moved(all.back(), move));
    return all;
}

Rect StoneGarden::robot() const { return in_square(*this, from, robot_share); }

Point StoneGarden::step(Move move) const {
    const Square by = moved({0, 0}, move);
    return {static_cast<double>(by.column) / side, static_cast<double>(by.row) / side};
}

StoneGarden draw_garden(int side, int moves, int bends, Random& random) {
    const auto most = static_cast<std::uint32_t>(side);
    StoneGarden garden{side, {}, {}};
    for (int tries = 0; tries < most_tries; ++tries) {
        garden.from = {static_cast<int>(random.below(most)), static_cast<int>(random.below(most))};
        garden.way = draw_way(moves, bends, random);
        if (is_one_way(garden))
            return garden;
    }
    // Round a corner there is always room.
    garden.from = {0, 0};
    garden.way.assign(static_cast<std::size_t>(side - 1), Move::right);
    while (static_cast<int>(garden.way.size()) < std::min(moves, 2 * (side - 1)))
        garden.way.push_back(Move::down);
    return garden;
}

SceneFace draw_scene(const StoneGarden& garden, PictureId goal, const Content& content, Random& random) {
    const auto stones = garden.stones();
    SceneFace scene;
    for (int row = 0; row < garden.side; ++row)
        for (int column = 0; column < garden.side; ++column) {
            const Square square{column, row};
            const Rect where = in_square(garden, square, 1);
            if (std::find(stones.begin(), stones.end(), square) != stones.end()) {
                scene.pictures.push_back({content.picture("grid_stone"), where});
                continue;
            }
            scene.pictures.push_back({content.picture("grid_grass"), where});
            if (random.happens(planted))
                scene.pictures.push_back(
                    {content.picture(random.happens(0.7) ? "grid_bush" : "grid_pond"), where});
        }
    scene.pictures.push_back({goal, in_square(garden, stones.back(), goal_share)});
    return scene;
}

} // namespace mirabelle
