#include "engine/layout.h"

#include <numbers>

namespace mirabelle {

namespace {

struct Grid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    double scale = 0; ///< of the wished size
};

/// How large boxes of `wish` become in a grid of so many columns.
Grid grid_with(const Rect& field, std::size_t count, std::size_t columns, Size wish, double gap) {
    Grid grid;
    grid.columns = columns;
    grid.rows = (count + columns - 1) / columns;
    const auto across = static_cast<double>(grid.columns);
    const auto down = static_cast<double>(grid.rows);
    const double widest = (field.width - (across - 1) * gap) / across;
    const double highest = (field.height - (down - 1) * gap) / down;
    grid.scale = std::max(0.0, std::min({1.0, widest / wish.width, highest / wish.height}));
    return grid;
}

Grid best_grid(const Rect& field, std::size_t count, Size wish, double gap) {
    Grid best;
    for (std::size_t columns = count; columns >= 1; --columns) {
        const Grid grid = grid_with(field, count, columns, wish, gap);
        // Fewer rows win unless more rows make the pieces clearly bigger.
        if (grid.scale > best.scale * 1.1)
            best = grid;
    }
    return best;
}

std::vector<Rect> fill(const Rect& field, std::size_t count, const Grid& grid, Size wish, double gap) {
    const Size box{wish.width * grid.scale, wish.height * grid.scale};
    std::vector<Rect> boxes;
    boxes.reserve(count);
    const double whole_height = static_cast<double>(grid.rows) * (box.height + gap) - gap;
    for (std::size_t row = 0; row < grid.rows; ++row) {
        const std::size_t in_row = std::min(grid.columns, count - row * grid.columns);
        const double row_width = static_cast<double>(in_row) * (box.width + gap) - gap;
        for (std::size_t column = 0; column < in_row; ++column)
            boxes.push_back(
                {field.centre().x - row_width / 2 + static_cast<double>(column) * (box.width + gap),
                 field.centre().y - whole_height / 2 + static_cast<double>(row) * (box.height + gap),
                 box.width, box.height});
    }
    return boxes;
}

} // namespace

std::vector<Rect> in_rows(const Rect& field, std::size_t count, Size wish, double gap) {
    if (count == 0)
        return {};
    Grid grid = best_grid(field, count, wish, gap);
    // Even rows look composed: four lie as two and two rather than three and one.
    grid.columns = (count + grid.rows - 1) / grid.rows;
    return fill(field, count, grid, wish, gap);
}

std::vector<Rect> in_one_row(const Rect& field, std::size_t count, Size wish, double gap) {
    if (count == 0)
        return {};
    return fill(field, count, grid_with(field, count, count, wish, gap), wish, gap);
}

std::vector<Rect> scattered(const Rect& field, std::size_t count, double side, double gap, Random& random) {
    // One spare cell where there is room, so that the pattern is not a grid.
    std::size_t columns = 1;
    double cell = 0;
    for (std::size_t tried = 1; tried <= count + 1; ++tried) {
        const std::size_t rows = (count + 1 + tried - 1) / tried;
        const double fits =
            std::min(field.width / static_cast<double>(tried), field.height / static_cast<double>(rows));
        if (fits > cell) {
            cell = fits;
            columns = tried;
        }
    }
    const std::size_t rows = (count + 1 + columns - 1) / columns;
    const Size room{field.width / static_cast<double>(columns), field.height / static_cast<double>(rows)};
    const double box = std::min({side, room.width - gap, room.height - gap});
    std::vector<std::size_t> cells(columns * rows);
    for (std::size_t i = 0; i < cells.size(); ++i)
        cells[i] = i;
    random.shuffle(cells);
    std::vector<Rect> boxes;
    boxes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double free_x = room.width - gap - box;
        const double free_y = room.height - gap - box;
        const double x = field.x + static_cast<double>(cells[i] % columns) * room.width + gap / 2;
        const double y = field.y + static_cast<double>(cells[i] / columns) * room.height + gap / 2;
        boxes.push_back({x + random.share() * free_x, y + random.share() * free_y, box, box});
    }
    return boxes;
}

std::vector<Rect> in_circle(const Rect& field, std::size_t count, double side, double gap) {
    if (count < 4)
        return in_one_row(field, count, {side, side}, gap);
    const double half_angle = std::numbers::pi / static_cast<double>(count);
    // Neighbours on the ring are 2 r sin(π/n) apart, and square boxes on a diagonal need √2 of their side.
    double box = side;
    double radius = 0;
    for (; box > 1; box *= 0.97) {
        radius = std::min(field.width, field.height) / 2 - box / 2;
        if (2 * radius * std::sin(half_angle) >= (box + gap) * std::numbers::sqrt2)
            break;
    }
    std::vector<Rect> boxes;
    boxes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double angle = 2 * half_angle * static_cast<double>(i) - std::numbers::pi / 2;
        boxes.push_back(
            square_on(field.centre() + Point{radius * std::cos(angle), radius * std::sin(angle)}, box));
    }
    return boxes;
}

} // namespace mirabelle
