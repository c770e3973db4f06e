#include "platform/surface_canvas.h"

#include "engine/ensure.h"
#include "platform/fingerprint.h"
#include "platform/side_by_side.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mirabelle {

namespace {

// The shadow that every piece casts: wide and faint enough to be felt rather than seen.
constexpr double shadow_share = 0.06;    // of the piece's shorter side: how far its edge fades to each side
constexpr double shadow_least = 0.8;     // mm
constexpr double shadow_most = 3.2;      // mm
constexpr double shadow_drop = 0.6;      // of that width, downwards: the light comes from above
constexpr double shadow_darkness = 0.25; // 0..1

// Pixels: about what is painted while another core is woken up for it.
constexpr int worth_a_thread = 50'000;

constexpr double missing_picture_corner = 0.12; // of its shorter side

float as_float(int value) { return static_cast<float>(value); }

std::uint32_t in_256ths(double opacity) {
    return static_cast<std::uint32_t>(std::lround(std::clamp(opacity, 0.0, 1.0) * 256));
}

Colour at_opacity(Colour colour, double opacity) {
    colour.alpha = static_cast<std::uint8_t>(std::lround(colour.alpha * std::clamp(opacity, 0.0, 1.0)));
    return colour;
}

PixelBox stretched(const PixelBox& box, const Pose& pose) {
    if (pose.stretch_x == 1 && pose.stretch_y == 1)
        return box;
    const auto width = static_cast<float>(box.width * std::abs(pose.stretch_x));
    const auto height = static_cast<float>(box.height * std::abs(pose.stretch_y));
    const PixelPoint centre = box.centre();
    return {centre.x - width / 2, centre.y - height / 2, width, height};
}

} // namespace

SurfaceCanvas::SurfaceCanvas(std::vector<std::filesystem::path> pictures, const std::filesystem::path& fonts,
                             PixelSize size, double pixels_per_millimetre)
    : density_(pixels_per_millimetre),
      pixels_(size),
      sprites_(std::move(pictures), size),
      texts_(fonts),
      tiles_(size),
      painters_(side_by_side_at_most()) {
    reserve_painters();
    begin_frame();
}

void SurfaceCanvas::resize(PixelSize size, double pixels_per_millimetre) {
    density_ = pixels_per_millimetre;
    pixels_ = size;
    sprites_.resize(size);
    tiles_.resize(size);
    reserve_painters();
    begin_frame();
}

void SurfaceCanvas::begin_frame() {
    list_.clear();
    set_area({}, {{}, {}, size().width, size().height});
}

void SurfaceCanvas::reserve_painters() {
    for (Painter& painter : painters_)
        painter.reserve(pixels_.width);
}

/// The same pixels in as many parts as can be painted side by side, each large enough to be worth it.
void SurfaceCanvas::share_out(std::span<const SDL_Rect> changes) {
    const auto area = [](int sum, const SDL_Rect& change) { return sum + change.w * change.h; };
    const int all = std::accumulate(changes.begin(), changes.end(), 0, area);
    const int wished = 2 * static_cast<int>(painters_.size()); // they are not equally hard
    const int each = all < 2 * worth_a_thread ? all : std::max(worth_a_thread, all / wished);
    shares_.clear();
    for (const SDL_Rect& change : changes) {
        const int most = std::max(1, each / change.w); // rows
        for (int top = change.y; top < change.y + change.h; top += most)
            shares_.push_back({change.x, top, change.w, std::min(most, change.y + change.h - top)});
    }
}

std::span<const SDL_Rect> SurfaceCanvas::finish_frame(SDL_Surface& surface) {
    ENSURE(surface.w == pixels_.width && surface.h == pixels_.height && surface.format->BytesPerPixel == 4);
    const std::span<const SDL_Rect> changes = tiles_.compare(list_);
    auto* const memory = static_cast<std::uint32_t*>(surface.pixels);
    const std::ptrdiff_t stride = surface.pitch / static_cast<int>(sizeof(std::uint32_t));
    share_out(changes);
    side_by_side(shares_.size(), [&](std::size_t share, std::size_t worker) {
        painters_[worker].paint(list_, {memory, stride, shares_[share]});
    });
    sprites_.end_frame();
    texts_.end_frame();
    return changes;
}

int SurfaceCanvas::to_pixels(double millimetres) const {
    // Beyond a hundred screens nothing is seen; cut there, sums of places cannot overflow.
    constexpr double far_away = 1e6;
    return static_cast<int>(std::lround(std::clamp(millimetres * density_, -far_away, far_away)));
}

void SurfaceCanvas::set_area(Point origin, Rect clip) {
    origin_x_ = to_pixels(origin.x);
    origin_y_ = to_pixels(origin.y);
    const int left = to_pixels(clip.x), top = to_pixels(clip.y);
    clip_ = intersection({left, top, to_pixels(clip.right()) - left, to_pixels(clip.bottom()) - top},
                         {0, 0, pixels_.width, pixels_.height});
}

// Things at rest lie on whole pixels, so that they are sharp and copied as they are; a shift moves all parts
// of a piece by the same whole number, so that they do not tremble against each other.
PixelBox SurfaceCanvas::at_rest(Point centre, int width, int height, const Pose& pose) const {
    const int x = origin_x_ + to_pixels(centre.x) - width / 2 + to_pixels(pose.shift.x);
    const int y = origin_y_ + to_pixels(centre.y) - height / 2 + to_pixels(pose.shift.y);
    return {as_float(x), as_float(y), as_float(width), as_float(height)};
}

PixelBox SurfaceCanvas::at_rest(Rect where, const Pose& pose) const {
    const int left = to_pixels(where.x), top = to_pixels(where.y);
    const int width = to_pixels(where.right()) - left, height = to_pixels(where.bottom()) - top;
    return {as_float(origin_x_ + left + to_pixels(pose.shift.x)),
            as_float(origin_y_ + top + to_pixels(pose.shift.y)), as_float(width), as_float(height)};
}

void SurfaceCanvas::record(Command command, const PixelBox& extent) {
    const bool unseen = command.opacity == 0 || command.colour.alpha == 0;
    command.bounds = intersection(pixels_of(extent), clip_);
    if (!unseen && command.bounds.w > 0 && command.bounds.h > 0 && command.box.width > 0 &&
        command.box.height > 0)
        list_.add(command);
}

void SurfaceCanvas::backdrop(PictureId picture, Rect where) {
    const PixelBox box = at_rest(where, {});
    const PixelSize room{static_cast<int>(box.width), static_cast<int>(box.height)};
    if (room.width <= 0 || room.height <= 0)
        return;
    Command command{.kind = CommandKind::backdrop, .box = box};
    const SpriteCache::Sprite sprite = sprites_.covering(picture, room);
    if (sprite.raster == nullptr) {
        card(where, 0, palette::stone);
        return;
    }
    command.raster = sprite.raster;
    command.content = sprite.content;
    record(command, box);
}

void SurfaceCanvas::picture(PictureId picture, Rect where, const Pose& pose) {
    const PixelSize room{to_pixels(where.width), to_pixels(where.height)};
    if (room.width <= 0 || room.height <= 0)
        return;
    const SpriteCache::Sprite sprite = sprites_.fitted(picture, room);
    if (sprite.raster == nullptr) {
        card(where, where.shorter_side() * missing_picture_corner, palette::stone, pose);
        return;
    }
    const PixelBox box =
        stretched(at_rest(where.centre(), sprite.raster->width, sprite.raster->height, pose), pose);
    Command command{.kind = CommandKind::sprite, .opacity = in_256ths(pose.opacity), .box = box};
    command.raster = sprite.raster;
    command.content = sprite.content;
    record(command, box.grown(1));
}

void SurfaceCanvas::card(Rect where, double radius, Colour colour, const Pose& pose) {
    const double corner = std::clamp(radius, 0.0, where.shorter_side() / 2) * density_;
    Command command{.kind = CommandKind::box,
                    .colour = at_opacity(colour, pose.opacity),
                    .box = stretched(at_rest(where, pose), pose),
                    .radius_x = static_cast<float>(corner * std::abs(pose.stretch_x)),
                    .radius_y = static_cast<float>(corner * std::abs(pose.stretch_y))};
    // Rounding to whole pixels may have made the box a little smaller than its corners.
    command.radius_x = std::min(command.radius_x, command.box.width / 2);
    command.radius_y = std::min(command.radius_y, command.box.height / 2);
    record(command, command.box.grown(1));
}

void SurfaceCanvas::shadow(Rect where, double radius, const Pose& pose) {
    const double blur = std::clamp(where.shorter_side() * shadow_share, shadow_least, shadow_most);
    const double corner = std::clamp(std::max(radius, blur), 0.0, where.shorter_side() / 2) * density_;
    Command command{.kind = CommandKind::shadow,
                    .colour = at_opacity(faded(palette::ink, shadow_darkness), pose.opacity),
                    .box = stretched(at_rest(where.moved({0, blur * shadow_drop}), pose), pose),
                    .radius_x = static_cast<float>(corner * std::abs(pose.stretch_x)),
                    .radius_y = static_cast<float>(corner * std::abs(pose.stretch_y)),
                    .blur = static_cast<float>(std::max(1.0, blur * density_))};
    command.radius_x = std::min(command.radius_x, command.box.width / 2);
    command.radius_y = std::min(command.radius_y, command.box.height / 2);
    record(command, command.box.grown(command.blur + 1));
}

void SurfaceCanvas::disc(Point centre, double radius, Colour colour, const Pose& pose) {
    const int side = to_pixels(2 * radius);
    const PixelBox box = stretched(at_rest(centre, side, side, pose), pose);
    record({.kind = CommandKind::box,
            .colour = at_opacity(colour, pose.opacity),
            .box = box,
            .radius_x = box.width / 2,
            .radius_y = box.height / 2},
           box.grown(1));
}

void SurfaceCanvas::stroke(std::span<const Point> path, double width, Colour colour) {
    if (path.empty() || width <= 0 || colour.alpha == 0 || clip_.w == 0 || clip_.h == 0)
        return;
    Command command;
    command.kind = CommandKind::stroke;
    command.colour = colour;
    command.bounds = clip_;
    command.radius_x = static_cast<float>(width * density_ / 2);
    command.first_point = list_.point_count();
    for (const Point& point : path)
        list_.add_point({static_cast<float>(point.x * density_) + as_float(origin_x_),
                         static_cast<float>(point.y * density_) + as_float(origin_y_)});
    command.point_count = list_.point_count() - command.first_point;
    list_.add(command);
}

const TextMask& SurfaceCanvas::rendered(std::string_view text, const TextStyle& style) {
    return texts_.rendered(text, style.script, std::max(1, to_pixels(style.height)));
}

void SurfaceCanvas::text(std::string_view text, Point centre, const TextStyle& style, const Pose& pose) {
    const TextMask& drawn = rendered(text, style);
    if (drawn.mask.pixels.empty())
        return;
    // The pose stretches around the text's own centre, which is not the centre of its mask: letters reach
    // below the baseline, accents above the capitals.
    const PixelBox rest = at_rest(centre, drawn.advance, drawn.capital_height, pose);
    const PixelBox line = stretched(rest, pose);
    const float across = line.width / std::max(1.0F, rest.width);
    const float down = line.height / std::max(1.0F, rest.height);
    const PixelBox box{line.x + as_float(drawn.left) * across,
                       line.bottom() - as_float(drawn.baseline) * down, as_float(drawn.mask.width) * across,
                       as_float(drawn.mask.height) * down};
    Fingerprint content;
    content.add(text);
    content.add(static_cast<int>(style.script), drawn.capital_height);
    Command command{.kind = CommandKind::text, .colour = at_opacity(style.colour, pose.opacity), .box = box};
    command.mask = &drawn.mask;
    command.content = content.value();
    record(command, box.grown(1));
}

double SurfaceCanvas::text_width(std::string_view text, const TextStyle& style) {
    return rendered(text, style).advance / density_;
}

} // namespace mirabelle
