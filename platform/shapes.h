// Shapes with smooth edges, painted from their geometry: nothing to keep in memory, sharp at any size.
#pragma once

#include "platform/compositor.h"
#include "platform/pixel_box.h"

#include <cstdint>
#include <span>

namespace mirabelle {

/// A rectangle whose corners are quarters of an ellipse; a disc is one without straight edges. In pixels.
struct RoundedBox {
    PixelBox box;
    float radius_x = 0, radius_y = 0;
};

/// `pixel` is premultiplied.
void paint_box(const PixelTarget& target, const RoundedBox& shape, std::uint32_t pixel);

/// The same shape with an edge that fades over `blur` pixels to both sides.
void paint_soft_box(const PixelTarget& target, const RoundedBox& shape, float blur, std::uint32_t pixel);

/// How much of each pixel a part of a stroke covers, for the rectangle `area` of a surface.
struct CoverageBand {
    SDL_Rect area;
    std::span<std::uint8_t> coverage; ///< area.w × area.h, row by row
};

/// Adds a line of half-width `radius` with round ends; what several lines cover counts once.
void cover_segment(const CoverageBand& band, PixelPoint from, PixelPoint to, float radius);

} // namespace mirabelle
