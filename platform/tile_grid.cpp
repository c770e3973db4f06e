#include "platform/tile_grid.h"

#include "platform/fingerprint.h"

#include <algorithm>

namespace mirabelle {

namespace {

// Beyond this many, one rectangle around all is cheaper to show than each of them.
constexpr std::size_t most_changes = 32;

std::uint64_t mixed(std::uint64_t tile, std::uint64_t command) {
    const std::uint64_t product = (tile ^ command) * 0xBF58476D1CE4E5B9u;
    return product ^ product >> 29;
}

SDL_Rect around(std::span<const SDL_Rect> rectangles) {
    SDL_Rect all = rectangles.front();
    for (const SDL_Rect& rectangle : rectangles) {
        const int right = std::max(all.x + all.w, rectangle.x + rectangle.w);
        const int bottom = std::max(all.y + all.h, rectangle.y + rectangle.h);
        all.x = std::min(all.x, rectangle.x);
        all.y = std::min(all.y, rectangle.y);
        all.w = right - all.x;
        all.h = bottom - all.y;
    }
    return all;
}

} // namespace

void TileGrid::resize(PixelSize size) {
    size_ = size;
    columns_ = (size.width + tile_side - 1) / tile_side;
    rows_ = (size.height + tile_side - 1) / tile_side;
    const std::size_t tiles = tile(0, rows_);
    current_.assign(tiles, 0);
    previous_.assign(tiles, 0);
    last_stroke_.assign(tiles, 0);
    changes_.reserve(tiles + 1);
    forget();
}

std::size_t TileGrid::tile(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
}

TileGrid::TileRange TileGrid::tiles_of(const SDL_Rect& pixels) const {
    const SDL_Rect seen = intersection(pixels, {0, 0, size_.width, size_.height});
    if (seen.w == 0 || seen.h == 0)
        return {0, 0, 0, 0};
    return {seen.x / tile_side, seen.y / tile_side, (seen.x + seen.w - 1) / tile_side + 1,
            (seen.y + seen.h - 1) / tile_side + 1};
}

void TileGrid::mix(const SDL_Rect& bounds, std::uint64_t fingerprint) {
    const TileRange range = tiles_of(bounds);
    for (int row = range.top; row < range.bottom; ++row)
        for (std::size_t place = tile(range.left, row); place < tile(range.right, row); ++place)
            current_[place] = mixed(current_[place], fingerprint);
}

// A finger's trace grows with every frame: were it one command, all of its tiles would change each time. So
// its segments are mixed one by one, and what they share only where the stroke reaches a tile first.
void TileGrid::mix_stroke(const DisplayList& list, const Command& stroke, std::uint32_t number) {
    const std::uint64_t shared = fingerprint(stroke);
    const std::span<const PixelPoint> path = list.points(stroke);
    for (std::size_t end = path.size() == 1 ? 0 : 1; end < path.size(); ++end) {
        const PixelPoint from = path[end == 0 ? 0 : end - 1], to = path[end];
        Fingerprint segment;
        segment.add(from.x, from.y);
        segment.add(to.x, to.y);
        const TileRange range =
            tiles_of(intersection(segment_pixels(from, to, stroke.radius_x), stroke.bounds));
        for (int row = range.top; row < range.bottom; ++row)
            for (std::size_t place = tile(range.left, row); place < tile(range.right, row); ++place) {
                if (last_stroke_[place] != number)
                    current_[place] = mixed(current_[place], shared);
                last_stroke_[place] = number;
                current_[place] = mixed(current_[place], segment.value());
            }
    }
}

void TileGrid::add_run(int left, int right, int row) {
    const SDL_Rect run =
        intersection({left * tile_side, row * tile_side, (right - left) * tile_side, tile_side},
                     {0, 0, size_.width, size_.height});
    const auto above = std::find_if(changes_.begin(), changes_.end(), [&run](const SDL_Rect& change) {
        return change.x == run.x && change.w == run.w && change.y + change.h == run.y;
    });
    if (above == changes_.end())
        changes_.push_back(run);
    else
        above->h += run.h;
}

void TileGrid::collect_changes() {
    changes_.clear();
    for (int row = 0; row < rows_; ++row) {
        int start = -1;
        for (int column = 0; column <= columns_; ++column) {
            const bool changed =
                column < columns_ && (!known_ || current_[tile(column, row)] != previous_[tile(column, row)]);
            if (changed && start < 0)
                start = column;
            if (!changed && start >= 0) {
                add_run(start, column, row);
                start = -1;
            }
        }
    }
    if (changes_.size() > most_changes)
        changes_.assign(1, around(changes_));
}

std::span<const SDL_Rect> TileGrid::compare(const DisplayList& list) {
    std::swap(current_, previous_);
    std::fill(current_.begin(), current_.end(), 0);
    std::fill(last_stroke_.begin(), last_stroke_.end(), 0);
    std::uint32_t strokes = 0;
    for (const Command& command : list.commands()) {
        if (command.kind == CommandKind::stroke)
            mix_stroke(list, command, ++strokes);
        else
            mix(command.bounds, fingerprint(command));
    }
    collect_changes();
    known_ = true;
    return changes_;
}

} // namespace mirabelle
