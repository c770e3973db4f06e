#include "platform/compositor.h"

#include <algorithm>
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

  private:
    std::int64_t step_, first_;
};

enum class Border : std::uint8_t { fades, repeats };

/// Smooth samples of one row of a picture between its rows.
template <typename Pixel>
class RowSampler {
  public:
    template <typename Picture>
    RowSampler(const Picture& picture, std::int64_t y, Border border)
        : width_(picture.width), share_(static_cast<std::uint32_t>(y & 0xFFFF) >> 8), border_(border) {
        const auto upper = static_cast<int>(y >> 16);
        upper_ = row(picture, upper);
        lower_ = row(picture, upper + 1);
        inside_ = upper_ != nullptr && lower_ != nullptr;
    }

    Pixel at(std::int64_t x) const {
        const auto left = static_cast<int>(x >> 16);
        const std::uint32_t share = static_cast<std::uint32_t>(x & 0xFFFF) >> 8;
        if (inside_ && static_cast<unsigned>(left) < static_cast<unsigned>(width_ - 1))
            return between(between(upper_[left], lower_[left], share_),
                           between(upper_[left + 1], lower_[left + 1], share_), share);
        return between(between(pixel(upper_, left), pixel(lower_, left), share_),
                       between(pixel(upper_, left + 1), pixel(lower_, left + 1), share_), share);
    }

  private:
    template <typename Picture>
    const Pixel* row(const Picture& picture, int y) const {
        if (border_ == Border::repeats)
            return picture.row(std::clamp(y, 0, picture.height - 1));
        return y >= 0 && y < picture.height ? picture.row(y) : nullptr;
    }
    Pixel pixel(const Pixel* row, int x) const {
        if (static_cast<unsigned>(x) < static_cast<unsigned>(width_))
            return row == nullptr ? Pixel{0} : row[x];
        return border_ == Border::repeats ? row[std::clamp(x, 0, width_ - 1)] : Pixel{0};
    }

    int width_;
    std::uint32_t share_;
    Border border_;
    const Pixel* upper_ = nullptr;
    const Pixel* lower_ = nullptr;
    bool inside_ = false; ///< both rows exist: away from the sides nothing has to be checked
};

template <typename Pixel, typename Picture, typename Lay>
void stretch(const PixelTarget& target, const Picture& picture, const PixelBox& box, Border border,
             const Lay& lay_sample) {
    if (box.width <= 0 || box.height <= 0)
        return;
    const SDL_Rect area = intersection(target.clip, pixels_of(border == Border::fades ? box.grown(1) : box));
    const Steps across(picture.width, box.x, box.width), down(picture.height, box.y, box.height);
    for (int y = area.y; y < area.y + area.h; ++y) {
        const RowSampler<Pixel> sampler(picture, down.at(y), border);
        std::uint32_t* row = target.row(y);
        for (int x = area.x; x < area.x + area.w; ++x)
            lay_sample(row[x], sampler.at(across.at(x)));
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
    std::uint32_t* to = large.pixels.data();
    const Steps across(raster.width, 0, static_cast<float>(width)),
        down(raster.height, 0, static_cast<float>(height));
    // One line of the picture, with its first and last pixel twice: what lies outside repeats the border.
    std::vector<std::uint32_t> line(static_cast<std::size_t>(raster.width) + 2);
    const auto share_of = [](std::int64_t place) { return static_cast<std::uint32_t>(place & 0xFFFF) >> 8; };
    for (int y = 0; y < height; ++y) {
        const auto above = static_cast<int>(down.at(y) >> 16);
        const std::uint32_t* upper = raster.row(std::clamp(above, 0, raster.height - 1));
        const std::uint32_t* lower = raster.row(std::clamp(above + 1, 0, raster.height - 1));
        for (std::size_t x = 0; x + 2 < line.size(); ++x)
            line[x + 1] = between(upper[x], lower[x], share_of(down.at(y)));
        line.front() = line[1];
        line.back() = line[line.size() - 2];
        for (int x = 0; x < width; ++x) {
            const std::int64_t place = across.at(x);
            const auto left =
                static_cast<std::size_t>(std::clamp<std::int64_t>((place >> 16) + 1, 0, raster.width));
            *to++ = between(line[left], line[left + 1], share_of(place));
        }
    }
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
