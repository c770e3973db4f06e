#include "platform/painter.h"

#include "engine/palette.h"
#include "platform/shapes.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr int band_height =
    64; // of a stroke's coverage, pixels: small enough to stay in the processor's cache

/// True when nothing below `command` can be seen inside `area`.
bool hides(const Command& command, const SDL_Rect& area) {
    if (!contains(command.bounds, area))
        return false;
    if (command.kind == CommandKind::backdrop)
        return true;
    if (command.kind != CommandKind::box || command.colour.alpha != 255)
        return false;
    const PixelBox& box = command.box;
    const float left = static_cast<float>(area.x), top = static_cast<float>(area.y);
    const float right = left + static_cast<float>(area.w), bottom = top + static_cast<float>(area.h);
    const bool between_sides = left >= box.x + 1 && right <= box.right() - 1;
    const bool between_ends = top >= box.y + 1 && bottom <= box.bottom() - 1;
    const bool between_side_corners =
        left >= box.x + command.radius_x && right <= box.right() - command.radius_x;
    const bool between_end_corners =
        top >= box.y + command.radius_y && bottom <= box.bottom() - command.radius_y;
    return between_sides && between_ends && (between_side_corners || between_end_corners);
}

void paint_sprite(const Command& command, const PixelTarget& target) {
    const auto width = static_cast<float>(command.raster->width);
    const auto height = static_cast<float>(command.raster->height);
    if (command.box.width == width && command.box.height == height)
        paint(target, *command.raster, static_cast<int>(command.box.x), static_cast<int>(command.box.y),
              command.opacity);
    else
        paint_stretched(target, *command.raster, command.box, command.opacity);
}

void paint_text(const Command& command, const PixelTarget& target) {
    const std::uint32_t pixel = premultiplied(command.colour);
    const auto width = static_cast<float>(command.mask->width);
    const auto height = static_cast<float>(command.mask->height);
    if (command.box.width == width && command.box.height == height)
        paint(target, *command.mask, static_cast<int>(command.box.x), static_cast<int>(command.box.y), pixel);
    else
        paint_stretched(target, *command.mask, command.box, pixel);
}

} // namespace

void Painter::reserve(int width) { coverage_.resize(static_cast<std::size_t>(width) * band_height); }

void Painter::paint_stroke(const DisplayList& list, const Command& stroke, const PixelTarget& target) {
    const std::span<const PixelPoint> path = list.points(stroke);
    const std::uint32_t pixel = premultiplied(stroke.colour);
    for (int top = target.clip.y; top < target.clip.y + target.clip.h; top += band_height) {
        const SDL_Rect area = intersection(target.clip, {target.clip.x, top, target.clip.w, band_height});
        const std::size_t needed = static_cast<std::size_t>(area.w) * static_cast<std::size_t>(area.h);
        if (coverage_.size() < needed)
            coverage_.resize(needed);
        const std::span<std::uint8_t> coverage = std::span(coverage_).first(needed);
        bool empty = true;
        for (std::size_t end = path.size() == 1 ? 0 : 1; end < path.size(); ++end) {
            const PixelPoint from = path[end == 0 ? 0 : end - 1], to = path[end];
            const SDL_Rect touched = intersection(area, segment_pixels(from, to, stroke.radius_x));
            if (touched.w == 0 || touched.h == 0)
                continue;
            if (empty)
                std::fill(coverage.begin(), coverage.end(), std::uint8_t{0});
            empty = false;
            cover_segment({area, coverage}, from, to, stroke.radius_x);
        }
        if (empty)
            continue;
        for (int line = 0; line < area.h; ++line) {
            const std::uint8_t* covered = coverage.data() + static_cast<std::ptrdiff_t>(line) * area.w;
            std::uint32_t* row = target.row(area.y + line) + area.x;
            for (int column = 0; column < area.w; ++column)
                if (covered[column] != 0)
                    row[column] = over(scaled(pixel, covered[column]), row[column]);
        }
    }
}

void Painter::paint_command(const DisplayList& list, const Command& command, const PixelTarget& target) {
    switch (command.kind) {
    case CommandKind::backdrop:
    case CommandKind::sprite:
        return paint_sprite(command, target);
    case CommandKind::box:
        return paint_box(target, {command.box, command.radius_x, command.radius_y},
                         premultiplied(command.colour));
    case CommandKind::shadow:
        return paint_soft_box(target, {command.box, command.radius_x, command.radius_y}, command.blur,
                              premultiplied(command.colour));
    case CommandKind::stroke:
        return paint_stroke(list, command, target);
    case CommandKind::text:
        return paint_text(command, target);
    }
}

void Painter::paint(const DisplayList& list, const PixelTarget& target) {
    const std::span<const Command> commands = list.commands();
    std::size_t first = commands.size();
    while (first > 0 && !hides(commands[first - 1], target.clip))
        --first;
    if (first == 0)
        fill(target, premultiplied(palette::paper));
    else
        --first;
    for (const Command& command : commands.subspan(first)) {
        const PixelTarget part = target.clipped(command.bounds);
        if (part.clip.w > 0 && part.clip.h > 0)
            paint_command(list, command, part);
    }
}

} // namespace mirabelle
