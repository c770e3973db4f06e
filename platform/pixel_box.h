// Places on a surface, in pixels; with fractions, because what is stretched or drawn by a finger lies
// between.
#pragma once

#include <SDL2/SDL_rect.h>

namespace mirabelle {

struct PixelPoint {
    float x = 0, y = 0;
};

struct PixelBox {
    float x = 0, y = 0, width = 0, height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    PixelPoint centre() const { return {x + width / 2, y + height / 2}; }
    PixelBox grown(float by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
};

/// Every pixel that `box` touches.
SDL_Rect pixels_of(const PixelBox& box);

/// Every pixel that a line of half-width `radius` with round ends touches.
SDL_Rect segment_pixels(PixelPoint from, PixelPoint to, float radius);

/// Empty when they do not overlap.
SDL_Rect intersection(const SDL_Rect& a, const SDL_Rect& b);

/// True when every pixel of `inner` is one of `outer`.
bool contains(const SDL_Rect& outer, const SDL_Rect& inner);

} // namespace mirabelle
