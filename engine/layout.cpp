#include "engine/layout.h"

#include <numbers>
#include <utility>

namespace mirabelle {

namespace {

constexpr double most_freedom = 0.5; // of a box's side: how far it strays inside its cell
constexpr double longest_oval = 6;   // width to height

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

/// A field divided into equal cells, and the largest box of at most the wished side that moves inside one.
struct Cells {
    std::size_t columns = 1;
    std::size_t rows = 1;
    Size room;
    double box = 0;
};

Cells cells_for(const Rect& area, std::size_t count, double side, double gap) {
    Cells best;
    double largest = 0;
    for (std::size_t columns = 1; columns <= count; ++columns) {
        const std::size_t rows = (count + columns - 1) / columns;
        const Size room{area.width / static_cast<double>(columns), area.height / static_cast<double>(rows)};
        const double fits = std::min(room.width, room.height) - gap;
        if (fits > largest) {
            largest = fits;
            best = {columns, rows, room, std::min(side, fits)};
        }
    }
    return best;
}

double distance(const Rect& a, const Rect& b) {
    const double across = std::max({a.x - b.right(), b.x - a.right(), 0.0});
    const double down = std::max({a.y - b.bottom(), b.y - a.bottom(), 0.0});
    return length(Point{across, down});
}

bool all_apart(const std::vector<Rect>& boxes, double gap) {
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (distance(boxes[i], boxes[j]) < gap)
                return false;
    return true;
}

/// `count` boxes with equal ways between them along an oval; the first lies `turn` of such a way after the
/// middle of its upper edge.
std::vector<Rect> ring_of(Point centre, std::size_t count, double box, double across, double down,
                          double turn) {
    constexpr int samples = 360;
    const auto at = [&](int sample) {
        const double angle = 2 * std::numbers::pi * sample / samples - std::numbers::pi / 2;
        return centre + Point{across * std::cos(angle), down * std::sin(angle)};
    };
    double whole = 0;
    for (int i = 0; i < samples; ++i)
        whole += distance(at(i), at(i + 1));
    std::vector<Rect> boxes;
    boxes.reserve(count);
    double walked = 0;
    for (int i = 0; i < samples && boxes.size() < count; ++i) {
        if (walked >= whole * (static_cast<double>(boxes.size()) + turn) / static_cast<double>(count))
            boxes.push_back(square_on(at(i), box));
        walked += distance(at(i), at(i + 1));
    }
    return boxes;
}

/// The oval is `stretch` times as wide as high.
std::vector<Rect> largest_ring(const Rect& field, std::size_t count, double side, double gap,
                               double stretch) {
    for (double box = side;; box *= 0.98) {
        const double down = (field.height - box) / 2;
        const double across = std::min((field.width - box) / 2, down * stretch);
        for (const double turn : {0.0, 0.25, 0.5}) {
            auto boxes = ring_of(field.centre(), count, box, across, std::min(down, across), turn);
            if (box < side / 10 || all_apart(boxes, gap))
                return boxes;
        }
    }
}

/// Two rows whose ends are joined by a box halfway between them: the tightest closed round.
std::vector<Rect> racetrack(const Rect& field, std::size_t count, double side, double gap) {
    const std::size_t above = (count - 1) / 2;
    const std::size_t below = count - 2 - above;
    const auto columns = static_cast<double>(above + 2);
    const double box =
        std::min({side, (field.width - (columns - 1) * gap) / columns, (field.height - gap) / 2});
    const double pitch = box + gap;
    const double rise = std::min((field.height - box) / 2, pitch * 0.75);
    const Point middle = field.centre();
    const double end = (static_cast<double>(above) + 1) / 2 * pitch;
    std::vector<Rect> boxes;
    boxes.reserve(count);
    const auto add_row = [&](std::size_t in_row, double down) {
        for (std::size_t i = 0; i < in_row; ++i) {
            const double across = (static_cast<double>(i) - (static_cast<double>(in_row) - 1) / 2) * pitch;
            boxes.push_back(square_on(middle + Point{across, down}, box));
        }
    };
    add_row(above, -rise);
    boxes.push_back(square_on(middle + Point{end, 0}, box));
    add_row(below, rise);
    boxes.push_back(square_on(middle - Point{end, 0}, box));
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
    if (count == 0)
        return {};
    // Half a gap belongs to every cell's border; that of the field itself needs none.
    const Rect cells_area = field.grown(gap / 2);
    Cells cells = cells_for(cells_area, count + 1, side, gap);
    // One spare cell where there is room, so that the pattern is not a grid.
    if (cells.box < side)
        cells = cells_for(cells_area, count, side, gap);
    std::vector<std::size_t> order(cells.columns * cells.rows);
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    random.shuffle(order);
    std::vector<Rect> boxes;
    boxes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double free_x = std::min(cells.room.width - gap - cells.box, most_freedom * cells.box);
        const double free_y = std::min(cells.room.height - gap - cells.box, most_freedom * cells.box);
        const Point centre{
            cells_area.x + (static_cast<double>(order[i] % cells.columns) + 0.5) * cells.room.width,
            cells_area.y + (static_cast<double>(order[i] / cells.columns) + 0.5) * cells.room.height};
        const Point off{(random.share() - 0.5) * free_x, (random.share() - 0.5) * free_y};
        boxes.push_back(square_on(centre + off, cells.box));
    }
    return boxes;
}

std::vector<Rect> in_circle(const Rect& field, std::size_t count, double side, double gap) {
    if (count < 4)
        return in_one_row(field, count, {side, side}, gap);
    if (field.height > field.width) {
        auto boxes = in_circle({field.y, field.x, field.height, field.width}, count, side, gap);
        for (Rect& box : boxes)
            std::swap(box.x, box.y);
        return boxes;
    }
    // A circle where that leaves the pieces large enough; else an oval that uses the field's width.
    std::vector<Rect> best;
    for (double stretch = 1; stretch <= longest_oval; stretch += 0.2) {
        std::vector<Rect> ring = largest_ring(field, count, side, gap, stretch);
        if (best.empty() || ring.front().width > best.front().width * 1.01)
            best = std::move(ring);
    }
    auto track = racetrack(field, count, side, gap);
    return track.front().width > best.front().width ? track : best;
}

Rect around(const std::vector<Rect>& boxes) {
    Rect all = boxes.front();
    for (const Rect& box : boxes) {
        const double right = std::max(all.right(), box.right());
        const double bottom = std::max(all.bottom(), box.bottom());
        all.x = std::min(all.x, box.x);
        all.y = std::min(all.y, box.y);
        all.width = right - all.x;
        all.height = bottom - all.y;
    }
    return all;
}

} // namespace mirabelle
