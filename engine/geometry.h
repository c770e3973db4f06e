// Points and rectangles in millimetres: every layout and every touch in the program is measured with these.
#pragma once

#include <algorithm>
#include <cmath>

namespace mirabelle {

struct Point {
    double x = 0; ///< mm to the right
    double y = 0; ///< mm downwards

    friend constexpr bool operator==(const Point&, const Point&) = default;
};

constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
constexpr Point operator*(Point a, double factor) { return {a.x * factor, a.y * factor}; }

inline double length(Point a) { return std::hypot(a.x, a.y); }
inline double distance(Point a, Point b) { return length(a - b); }

/// The point at `share` (0..1) of the way from `a` to `b`.
constexpr Point between(Point a, Point b, double share) { return a + (b - a) * share; }

/// Distance in mm from `p` to the segment `a`–`b`.
inline double distance_to_segment(Point p, Point a, Point b) {
    const Point along = b - a;
    const double squared = along.x * along.x + along.y * along.y;
    if (squared == 0)
        return distance(p, a);
    const double share = std::clamp(((p.x - a.x) * along.x + (p.y - a.y) * along.y) / squared, 0.0, 1.0);
    return distance(p, between(a, b, share));
}

struct Size {
    double width = 0;  ///< mm
    double height = 0; ///< mm

    friend constexpr bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    double x = 0, y = 0;          ///< top left corner, mm
    double width = 0, height = 0; ///< mm

    constexpr double right() const { return x + width; }
    constexpr double bottom() const { return y + height; }
    constexpr Point centre() const { return {x + width / 2, y + height / 2}; }
    constexpr Size size() const { return {width, height}; }
    constexpr double shorter_side() const { return std::min(width, height); }
    constexpr bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    constexpr bool contains(const Rect& r) const {
        return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom();
    }
    constexpr bool overlaps(const Rect& r) const {
        return r.x < right() && x < r.right() && r.y < bottom() && y < r.bottom();
    }
    /// The same rectangle with every edge moved outwards by `margin` mm (inwards when negative).
    constexpr Rect grown(double margin) const {
        return {x - margin, y - margin, width + 2 * margin, height + 2 * margin};
    }
    constexpr Rect moved(Point by) const { return {x + by.x, y + by.y, width, height}; }

    friend constexpr bool operator==(const Rect&, const Rect&) = default;
};

constexpr Rect centred_on(Point centre, Size size) {
    return {centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height};
}
constexpr Rect square_on(Point centre, double side) { return centred_on(centre, {side, side}); }

/// Distance in mm from `p` to the nearest point of `r`; 0 inside.
inline double distance(Point p, const Rect& r) {
    const Point nearest{std::clamp(p.x, r.x, r.right()), std::clamp(p.y, r.y, r.bottom())};
    return distance(p, nearest);
}

} // namespace mirabelle
