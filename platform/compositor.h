// Painting pixels over pixels: copies, blends and stretches, each cut at a rectangle.
#pragma once

#include "engine/palette.h"
#include "platform/pixel_box.h"
#include "platform/raster.h"

#include <SDL2/SDL.h>

#include <cstddef>
#include <cstdint>

namespace mirabelle {

/// Part of a surface that may be painted. `clip` lies inside the surface.
struct PixelTarget {
    std::uint32_t* pixels = nullptr;
    std::ptrdiff_t stride = 0; ///< pixels from one row to the next
    SDL_Rect clip{};

    std::uint32_t* row(int y) const { return pixels + y * stride; }
    PixelTarget clipped(const SDL_Rect& to) const;
};

/// `colour` as a pixel, multiplied by its alpha.
std::uint32_t premultiplied(Colour colour);

/// `pixel` (premultiplied) at `coverage` 0..255.
inline std::uint32_t scaled(std::uint32_t pixel, std::uint32_t coverage) {
    const std::uint32_t factor = coverage + (coverage >> 7);
    const std::uint32_t red_blue = ((pixel & 0x00FF00FFu) * factor >> 8) & 0x00FF00FFu;
    const std::uint32_t alpha_green = ((pixel >> 8) & 0x00FF00FFu) * factor & 0xFF00FF00u;
    return red_blue | alpha_green;
}

/// `source` (premultiplied) laid over `below`.
inline std::uint32_t over(std::uint32_t source, std::uint32_t below) {
    const std::uint32_t alpha = source >> 24;
    const std::uint32_t rest = 256 - alpha - (alpha >> 7);
    const std::uint32_t red_blue = ((below & 0x00FF00FFu) * rest >> 8) & 0x00FF00FFu;
    const std::uint32_t alpha_green = ((below >> 8) & 0x00FF00FFu) * rest & 0xFF00FF00u;
    return source + (red_blue | alpha_green);
}

/// Columns left..right-1 of row `y`, without clipping.
void fill_span(const PixelTarget& target, int y, int left, int right, std::uint32_t pixel);

void fill(const PixelTarget& target, std::uint32_t pixel);

/// `raster` with its top left corner at x, y; `opacity` 0..256.
void paint(const PixelTarget& target, const Raster& raster, int x, int y, std::uint32_t opacity);

/// `raster` stretched over `box`, smoothly.
void paint_stretched(const PixelTarget& target, const Raster& raster, const PixelBox& box,
                     std::uint32_t opacity);

/// `raster` drawn smoothly at another size, up to its borders.
Raster enlarged(const Raster& raster, int width, int height);

/// `mask` in the colour of `pixel` (premultiplied).
void paint(const PixelTarget& target, const Mask& mask, int x, int y, std::uint32_t pixel);
void paint_stretched(const PixelTarget& target, const Mask& mask, const PixelBox& box, std::uint32_t pixel);

} // namespace mirabelle
