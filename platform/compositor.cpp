#include "platform/compositor.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

namespace mirabelle {

namespace {

constexpr std::uint32_t whole_opacity = 256;

std::uint32_t faded_pixel(std::uint32_t pixel, std::uint32_t opacity) {
    const std::uint32_t red_blue = ((pixel & 0x00FF00FFu) * opacity >> 8) & 0x00FF00FFu;
    const std::uint32_t alpha_green = ((pixel >> 8) & 0x00FF00FFu) * opacity & 0xFF00FF00u;
    return red_blue | alpha_green;
}

/// Between two pixels, `share` 0..255 of 256 of the way.
std::uint32_t between(std::uint32_t a, std::uint32_t b, std::uint32_t share) {
    const std::uint32_t rest = 256 - share;
    const std::uint32_t red_blue = ((a & 0x00FF00FFu) * rest + (b & 0x00FF00FFu) * share) >> 8 & 0x00FF00FFu;
    const std::uint32_t alpha_green =
        ((a >> 8 & 0x00FF00FFu) * rest + (b >> 8 & 0x00FF00FFu) * share) & 0xFF00FF00u;
    return red_blue | alpha_green;
}
std::uint8_t between(std::uint8_t a, std::uint8_t b, std::uint32_t share) {
    return static_cast<std::uint8_t>((a * (256 - share) + b * share) >> 8);
}

void lay(std::uint32_t& below, std::uint32_t source) {
    const std::uint32_t alpha = source >> 24;
    if (alpha == 0xFF)
        below = source;
    else if (alpha != 0)
        below = over(source, below);
}

/// Steps through a picture while going through the pixels it is stretched over, in 65536ths of its pixels.
/// The place of a pixel depends on nothing but that pixel, so that any part can be painted alone.
class Steps {
  public:
    Steps(int source_size, float start, float size)
        : step_(std::llround(source_size * 65536.0 / size)),
          first_(std::llround(((0.5 - start) * source_size / size - 0.5) * 65536.0)) {}

    std::int64_t at(int pixel) const { return first_ + step_ * pixel; }
    std::int64_t step() const { return step_; }
    /// How many pixels can be stepped over within `count` of the picture's; at least one.
    int within(int count) const {
        return static_cast<int>(
            std::max<std::int64_t>(1, (std::int64_t{count} << 16) / std::max<std::int64_t>(1, step_)));
    }

  private:
    std::int64_t step_, first_;
};

/// How far a place (in 65536ths) lies from its pixel to the next, in 256ths.
std::uint32_t share_of(std::int64_t place) { return static_cast<std::uint32_t>(place & 0xFFFF) >> 8; }

enum class Border : std::uint8_t { fades, repeats };

/// Part of a line between two rows of a picture. It is mixed channel by channel and in one go, which the
/// compiler does for many channels at once.
template <typename Pixel>
class MixedLine {
  public:
    static constexpr int capacity = 1024;

    /// The pixels from `first` to `last` (fewer than `capacity` on) at height `y`, in 65536ths of a row.
    template <typename Picture>
    void mix(const Picture& picture, std::int64_t y, int first, int last, Border border) {
        const auto upper = static_cast<int>(y >> 16);
        const Pixel* const above = row(picture, upper, border);
        const Pixel* const below = row(picture, upper + 1, border);
        const int inner_first = std::min(std::max(first, 0), last + 1);
        const int inner_end = std::max(inner_first, std::min(last + 1, picture.width));
        Pixel* const inner = pixels_.data() + (inner_first - first);
        mix(above == nullptr ? nothing.data() : above + inner_first,
            below == nullptr ? nothing.data() : below + inner_first, inner, inner_end - inner_first,
            share_of(y));
        const bool repeats = border == Border::repeats && inner_end > inner_first;
        std::fill(pixels_.data(), inner, repeats ? *inner : Pixel{0});
        Pixel* const behind = inner + (inner_end - inner_first);
        std::fill(behind, pixels_.data() + (last + 1 - first), repeats ? *(behind - 1) : Pixel{0});
    }

    /// Between the pixel at `place` (counted from the first of the line) and the next.
    Pixel at(int place, std::uint32_t share) const {
        return between(pixels_[static_cast<std::size_t>(place)], pixels_[static_cast<std::size_t>(place) + 1],
                       share);
    }

  private:
    template <typename Picture>
    static const Pixel* row(const Picture& picture, int y, Border border) {
        if (border == Border::repeats)
            return picture.row(std::clamp(y, 0, picture.height - 1));
        return y >= 0 && y < picture.height ? picture.row(y) : nullptr;
    }
    static void mix(const Pixel* above, const Pixel* below, Pixel* mixed, int count, std::uint32_t share) {
        const auto* const a = reinterpret_cast<const unsigned char*>(above);
        const auto* const b = reinterpret_cast<const unsigned char*>(below);
        auto* const to = reinterpret_cast<unsigned char*>(mixed);
        const auto channels = static_cast<std::size_t>(count) * sizeof(Pixel);
        const auto from_above = static_cast<std::uint16_t>(256 - share),
                   from_below = static_cast<std::uint16_t>(share);
        for (std::size_t i = 0; i < channels; ++i)
            to[i] = static_cast<unsigned char>(
                static_cast<std::uint16_t>(a[i] * from_above + b[i] * from_below) >> 8);
    }

    static constexpr std::array<Pixel, capacity> nothing{};
    std::array<Pixel, capacity> pixels_;
};

template <typename Pixel, typename Picture, typename Lay>
void stretch(const PixelTarget& target, const Picture& picture, const PixelBox& box, Border border,
             const Lay& lay_sample) {
    if (box.width <= 0 || box.height <= 0)
        return;
    const SDL_Rect area = intersection(target.clip, pixels_of(border == Border::fades ? box.grown(1) : box));
    const Steps across(picture.width, box.x, box.width), down(picture.height, box.y, box.height);
    MixedLine<Pixel> line;
    for (int left = area.x, right = left; left < area.x + area.w; left = right) {
        // As many columns as the line holds the pixels of; one column always fits.
        const auto first = static_cast<int>(across.at(left) >> 16);
        right = std::min(area.x + area.w, left + across.within(MixedLine<Pixel>::capacity - 3));
        const auto last = static_cast<int>(across.at(right - 1) >> 16) + 1;
        for (int y = area.y; y < area.y + area.h; ++y) {
            line.mix(picture, down.at(y), first, last, border);
            std::uint32_t* const row = target.row(y);
            std::int64_t place = across.at(left) - (std::int64_t{first} << 16);
            for (int x = left; x < right; ++x, place += across.step())
                lay_sample(row[x], line.at(static_cast<int>(place >> 16), share_of(place)));
        }
    }
}

} // namespace

PixelTarget PixelTarget::clipped(const SDL_Rect& to) const {
    return {pixels, stride, intersection(clip, to)};
}

std::uint32_t premultiplied(Colour colour) {
    const auto channel = [alpha = colour.alpha](std::uint32_t value) { return (value * alpha + 127) / 255; };
    return static_cast<std::uint32_t>(colour.alpha) << 24 | channel(colour.red) << 16 |
           channel(colour.green) << 8 | channel(colour.blue);
}

void fill_span(const PixelTarget& target, int y, int left, int right, std::uint32_t pixel) {
    if (left >= right)
        return;
    std::uint32_t* row = target.row(y);
    if (pixel >> 24 == 0xFF)
        std::fill(row + left, row + right, pixel);
    else
        for (int x = left; x < right; ++x)
            row[x] = over(pixel, row[x]);
}

void fill(const PixelTarget& target, std::uint32_t pixel) {
    for (int y = target.clip.y; y < target.clip.y + target.clip.h; ++y)
        fill_span(target, y, target.clip.x, target.clip.x + target.clip.w, pixel);
}

void paint(const PixelTarget& target, const Raster& raster, int x, int y, std::uint32_t opacity) {
    const SDL_Rect area = intersection(target.clip, {x, y, raster.width, raster.height});
    const auto columns = static_cast<std::size_t>(area.w);
    for (int line = area.y; line < area.y + area.h; ++line) {
        const std::uint32_t* from = raster.row(line - y) + (area.x - x);
        std::uint32_t* to = target.row(line) + area.x;
        if (opacity < whole_opacity)
            for (std::size_t column = 0; column < columns; ++column)
                lay(to[column], faded_pixel(from[column], opacity));
        else if (raster.coverage == Coverage::opaque)
            std::memcpy(to, from, columns * sizeof(std::uint32_t));
        else
            for (std::size_t column = 0; column < columns; ++column)
                lay(to[column], from[column]);
    }
}

void paint_stretched(const PixelTarget& target, const Raster& raster, const PixelBox& box,
                     std::uint32_t opacity) {
    const Border border = raster.coverage == Coverage::opaque ? Border::repeats : Border::fades;
    stretch<std::uint32_t>(target, raster, box, border,
                           [opacity](std::uint32_t& below, std::uint32_t sample) {
                               lay(below, opacity < whole_opacity ? faded_pixel(sample, opacity) : sample);
                           });
}

Raster enlarged(const Raster& raster, int width, int height) {
    Raster large{width, height, raster.coverage, {}};
    large.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const PixelBox box{0, 0, static_cast<float>(width), static_cast<float>(height)};
    stretch<std::uint32_t>({large.pixels.data(), width, {0, 0, width, height}}, raster, box, Border::repeats,
                           [](std::uint32_t& below, std::uint32_t sample) { below = sample; });
    return large;
}

void paint(const PixelTarget& target, const Mask& mask, int x, int y, std::uint32_t pixel) {
    const SDL_Rect area = intersection(target.clip, {x, y, mask.width, mask.height});
    for (int line = area.y; line < area.y + area.h; ++line) {
        const std::uint8_t* from = mask.row(line - y) + (area.x - x);
        std::uint32_t* to = target.row(line) + area.x;
        for (int column = 0; column < area.w; ++column)
            if (from[column] != 0)
                lay(to[column], scaled(pixel, from[column]));
    }
}

void paint_stretched(const PixelTarget& target, const Mask& mask, const PixelBox& box, std::uint32_t pixel) {
    stretch<std::uint8_t>(target, mask, box, Border::fades,
                          [pixel](std::uint32_t& below, std::uint8_t sample) {
                              if (sample != 0)
                                  lay(below, scaled(pixel, sample));
                          });
}

} // namespace mirabelle
