#include "platform/pixel_box.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

SDL_Rect pixels_of(const PixelBox& box) {
    // Far outside any screen, and still far from the limits of int: sums of such numbers stay exact.
    constexpr float far_away = 1e6F;
    const auto whole = [far_away](float value) {
        return static_cast<int>(std::clamp(value, -far_away, far_away));
    };
    const int left = whole(std::floor(box.x)), top = whole(std::floor(box.y));
    return {left, top, whole(std::ceil(box.right())) - left, whole(std::ceil(box.bottom())) - top};
}

SDL_Rect segment_pixels(PixelPoint from, PixelPoint to, float radius) {
    const PixelBox middle{std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x),
                          std::abs(to.y - from.y)};
    return pixels_of(middle.grown(radius + 1));
}

SDL_Rect intersection(const SDL_Rect& a, const SDL_Rect& b) {
    const int left = std::max(a.x, b.x), top = std::max(a.y, b.y);
    const int right = std::min(a.x + a.w, b.x + b.w), bottom = std::min(a.y + a.h, b.y + b.h);
    return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

bool contains(const SDL_Rect& outer, const SDL_Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
           inner.y + inner.h <= outer.y + outer.h;
}

} // namespace mirabelle
