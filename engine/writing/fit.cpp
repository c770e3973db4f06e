#include "engine/writing/fit.h"

#include "engine/writing/line.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::size_t points_used = 70; // of each of the two
constexpr int fitting_rounds = 4;
constexpr double stiffness = 0.03; // pull towards leaving it as it is, per pair of points
constexpr double least_stretch = 0.69, most_stretch = 1.45;
constexpr double most_slant = 0.45, most_rise = 0.28;

Stroke thinned(std::span<const Stroke> strokes) {
    const double spacing = std::max(length(strokes) / static_cast<double>(points_used), 1e-9);
    Stroke points;
    for (const Stroke& stroke : strokes) {
        const Stroke even = resampled(stroke, spacing);
        points.insert(points.end(), even.begin(), even.end());
    }
    return points;
}

double squared(Point p) { return p.x * p.x + p.y * p.y; }

const Point& nearest(const Stroke& points, Point p) {
    return *std::min_element(points.begin(), points.end(),
                             [p](Point a, Point b) { return squared(a - p) < squared(b - p); });
}

/// Turns (x, y) into (stretch_x x + slant y, rise x + stretch_y y) + shift.
struct Affine {
    double stretch_x = 1, slant = 0, rise = 0, stretch_y = 1;
    Point shift{};

    Point operator()(Point p) const {
        return Point{stretch_x * p.x + slant * p.y, rise * p.x + stretch_y * p.y} + shift;
    }
};

using Pairs = std::vector<std::pair<Point, Point>>;

Pairs pairs_of(const Stroke& ink, const Stroke& model, const Affine& affine) {
    Stroke moved;
    for (const Point p : ink)
        moved.push_back(affine(p));
    Pairs found;
    for (std::size_t i = 0; i < ink.size(); ++i)
        found.emplace_back(ink[i], nearest(model, moved[i]));
    for (const Point m : model) {
        const auto place = static_cast<std::size_t>(&nearest(moved, m) - moved.data());
        found.emplace_back(ink[place], m);
    }
    return found;
}

/// One row of the best affine map: least squares, pulled towards `as_is`.
std::array<double, 2> best_row(const Pairs& pairs, Point from_mean, double to_mean, bool horizontal,
                               std::array<double, 2> as_is) {
    const double pull = stiffness * static_cast<double>(pairs.size());
    double xx = pull, yy = pull, xy = 0;
    double xt = pull * as_is[0], yt = pull * as_is[1];
    for (const auto& [from, to] : pairs) {
        const Point p = from - from_mean;
        const double target = (horizontal ? to.x : to.y) - to_mean;
        xx += p.x * p.x;
        yy += p.y * p.y;
        xy += p.x * p.y;
        xt += p.x * target;
        yt += p.y * target;
    }
    const double determinant = xx * yy - xy * xy;
    return {(xt * yy - yt * xy) / determinant, (yt * xx - xt * xy) / determinant};
}

Affine best_affine(const Pairs& pairs) {
    Point from_mean, to_mean;
    for (const auto& [from, to] : pairs) {
        from_mean = from_mean + from * (1.0 / static_cast<double>(pairs.size()));
        to_mean = to_mean + to * (1.0 / static_cast<double>(pairs.size()));
    }
    const auto x = best_row(pairs, from_mean, to_mean.x, true, {1, 0});
    const auto y = best_row(pairs, from_mean, to_mean.y, false, {0, 1});
    Affine affine;
    affine.stretch_x = std::clamp(x[0], least_stretch, most_stretch);
    affine.slant = std::clamp(x[1], -most_slant, most_slant);
    affine.rise = std::clamp(y[0], -most_rise, most_rise);
    affine.stretch_y = std::clamp(y[1], least_stretch, most_stretch);
    affine.shift = to_mean - affine(from_mean);
    return affine;
}

} // namespace

std::vector<Stroke> fitted(std::span<const Stroke> ink, std::span<const Stroke> model) {
    const Rect from = box_of(ink);
    const Rect to = box_of(model);
    const double side = std::max(from.width, from.height);
    const double scale = side > 0 ? std::max(to.width, to.height) / side : 1;
    std::vector<Stroke> laid(ink.begin(), ink.end());
    for (Stroke& stroke : laid)
        for (Point& p : stroke)
            p = to.centre() + (p - from.centre()) * scale;
    const Stroke ink_points = thinned(laid);
    const Stroke model_points = thinned(model);
    if (ink_points.empty() || model_points.empty())
        return laid;
    Affine affine;
    for (int round = 0; round < fitting_rounds; ++round)
        affine = best_affine(pairs_of(ink_points, model_points, affine));
    for (Stroke& stroke : laid)
        for (Point& p : stroke)
            p = affine(p);
    return laid;
}

} // namespace mirabelle
