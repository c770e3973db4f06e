#include "engine/glyph.h"

namespace mirabelle {

namespace {

constexpr int pieces_per_span = 12;

Point lerp_by_knot(Point a, Point b, double knot_a, double knot_b, double t) {
    return a * ((knot_b - t) / (knot_b - knot_a)) + b * ((t - knot_a) / (knot_b - knot_a));
}

/// The span p1–p2 of a centripetal Catmull–Rom curve (Barry and Goldman's pyramid).
void append_span(Stroke& line, Point p0, Point p1, Point p2, Point p3) {
    const double t0 = 0;
    const double t1 = t0 + std::sqrt(distance(p0, p1));
    const double t2 = t1 + std::sqrt(distance(p1, p2));
    const double t3 = t2 + std::sqrt(distance(p2, p3));
    for (int piece = 1; piece <= pieces_per_span; ++piece) {
        const double t = t1 + (t2 - t1) * piece / pieces_per_span;
        const Point a1 = lerp_by_knot(p0, p1, t0, t1, t);
        const Point a2 = lerp_by_knot(p1, p2, t1, t2, t);
        const Point a3 = lerp_by_knot(p2, p3, t2, t3, t);
        const Point b1 = lerp_by_knot(a1, a2, t0, t2, t);
        const Point b2 = lerp_by_knot(a2, a3, t1, t3, t);
        line.push_back(lerp_by_knot(b1, b2, t1, t2, t));
    }
}

/// A curve without corners through at least two different points.
void append_curve(Stroke& line, std::span<const Point> points) {
    if (line.empty())
        line.push_back(points.front());
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point before = i > 0 ? points[i - 1] : points[i] * 2 - points[i + 1];
        const Point after = i + 2 < points.size() ? points[i + 2] : points[i + 1] * 2 - points[i];
        append_span(line, before, points[i], points[i + 1], after);
    }
}

} // namespace

double length(std::span<const Point> line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += distance(line[i - 1], line[i]);
    return sum;
}

Stroke resampled(std::span<const Point> line, double spacing) {
    Stroke even;
    if (line.empty())
        return even;
    even.push_back(line.front());
    const double whole = length(line);
    const int steps = std::max(1, static_cast<int>(std::lround(whole / spacing)));
    const double step = whole / steps;
    double walked = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double piece = distance(line[i - 1], line[i]);
        while (even.size() < static_cast<std::size_t>(steps) && piece > 0 &&
               walked + piece >= step * static_cast<double>(even.size())) {
            const double share = (step * static_cast<double>(even.size()) - walked) / piece;
            even.push_back(between(line[i - 1], line[i], share));
        }
        walked += piece;
    }
    even.push_back(line.back());
    return even;
}

Stroke smooth_stroke(std::span<const Point> points, double spacing) {
    Stroke line;
    std::size_t from = 0;
    for (std::size_t i = 1; i <= points.size(); ++i) {
        const bool corner = i < points.size() && points[i] == points[i - 1];
        if (!corner && i < points.size())
            continue;
        if (i - from >= 2)
            append_curve(line, points.subspan(from, i - from));
        from = i;
    }
    return resampled(line, spacing);
}

} // namespace mirabelle
