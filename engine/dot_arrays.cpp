#include "engine/dot_arrays.h"

#include "engine/ensure.h"

#include <array>
#include <numbers>

namespace mirabelle {

namespace {

constexpr double pattern_radius = 0.095;
constexpr double frame_radius = 0.062;
constexpr double line_radius = 0.068;
constexpr double scattered_radius = 0.068;
constexpr double edge = 0.07; // kept free around scattered dots
// With a sign that is as often one way as the other, the correlation between the logarithms of the number's
// ratio L and of a cue's ratio L / 2 ± spread · L is 1 / √(1 + 4 spread²): below .17.
constexpr double spread = 3.1;
constexpr double middle_radius = 0.13; // for one dot; less for more, so that there is room
constexpr double middle_hull = 0.15;
constexpr double apart = 2.25; // between centres, in radii

std::vector<Point> die_points(int count) {
    constexpr double low = 0.24, middle = 0.5, high = 0.76;
    std::vector<Point> points;
    if (count % 2 == 1)
        points.push_back({middle, middle});
    if (count >= 2)
        points.insert(points.end(), {{low, high}, {high, low}});
    if (count >= 4)
        points.insert(points.end(), {{low, low}, {high, high}});
    if (count == 6)
        points.insert(points.end(), {{low, middle}, {high, middle}});
    return points;
}

std::vector<Point> frame_points(int count) {
    // In the middles of the cells that draw_face draws: five across the whole width, two down.
    std::vector<Point> points;
    for (int i = 0; i < count; ++i)
        points.push_back({0.03 + 0.188 * (i % 5 + 0.5), 0.3 + 0.2 * (i / 5 + 0.5)});
    return points;
}

bool is_apart(Point at, const std::vector<Point>& others, double least) {
    for (const Point other : others)
        if (distance(at, other) < least)
            return false;
    return true;
}

/// At most `reach` to every side of the middle, `least` apart; fewer where no room is found.
std::vector<Point> scattered_points(int count, double reach, double least, Random& random) {
    std::vector<Point> points;
    for (int tries = 0; tries < 300 && static_cast<int>(points.size()) < count; ++tries) {
        const Point offset{(2 * random.share() - 1) * reach, (2 * random.share() - 1) * reach};
        if (is_apart(Point{0.5, 0.5} + offset, points, least))
            points.push_back(Point{0.5, 0.5} + offset);
    }
    return points;
}

DotsFace face_of(const std::vector<Point>& points, double radius, DotGround ground) {
    DotsFace face;
    face.ground = ground;
    for (const Point point : points)
        face.dots.push_back({point, radius});
    return face;
}

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

double hull_of(std::vector<Point> points) {
    std::sort(points.begin(), points.end(),
              [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    // Andrew's monotone chain: the lower side from left to right, then the upper one back.
    std::vector<Point> hull;
    for (const int way : {1, 2}) {
        const std::size_t begun = hull.size();
        for (const Point point : points) {
            while (hull.size() >= begun + 2 && turn(hull[hull.size() - 2], hull.back(), point) <= 0)
                hull.pop_back();
            hull.push_back(point);
        }
        hull.pop_back(); // the next side begins with it
        if (way == 1)
            std::reverse(points.begin(), points.end());
    }
    double doubled = 0;
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point a = hull[i], b = hull[(i + 1) % hull.size()];
        doubled += a.x * b.y - b.x * a.y;
    }
    return std::abs(doubled) / 2;
}

/// `count` dots of `radius` whose hull is `hull` large.
DotsFace array_of(int count, double radius, double hull, Random& random) {
    constexpr double reach = 0.42;
    // Drawn in a square as large as may be, then brought to the hull that is wanted. So far apart at first
    // that they hardly touch afterwards.
    const double usual_hull = 4 * reach * reach * count / (count + 5.0);
    const double least_at_first =
        std::min(0.95 * apart * radius * std::sqrt(usual_hull / hull), 0.7 * 2 * reach / std::sqrt(count));
    for (int tries = 0; tries < 4000; ++tries) {
        std::vector<Point> points = scattered_points(count, reach, least_at_first, random);
        if (static_cast<int>(points.size()) < count)
            continue;
        const double scale = std::sqrt(hull / hull_of(points));
        double least = 1;
        Point low{1, 1}, high{0, 0};
        for (Point& point : points) {
            point = Point{0.5, 0.5} + (point - Point{0.5, 0.5}) * scale;
            low = {std::min(low.x, point.x), std::min(low.y, point.y)};
            high = {std::max(high.x, point.x), std::max(high.y, point.y)};
        }
        for (std::size_t i = 0; i < points.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                least = std::min(least, distance(points[i], points[j]));
        const Point off = Point{0.5, 0.5} - between(low, high, 0.5);
        for (Point& point : points)
            point = point + off;
        const double widest = std::max(high.x - low.x, high.y - low.y) + 2 * radius;
        if (least >= apart * radius && widest <= 0.98)
            return face_of(points, radius, DotGround::card);
    }
    ENSURE(false && "so many dots of this size have no room");
    return {};
}

} // namespace

DotsFace dots_in(DotPattern pattern, int count, Random& random) {
    switch (pattern) {
    case DotPattern::die:
        ENSURE(count >= 1 && count <= 6);
        return face_of(die_points(count), pattern_radius, DotGround::die);
    case DotPattern::line: {
        ENSURE(count >= 1 && count <= 6);
        std::vector<Point> points;
        for (int i = 0; i < count; ++i)
            points.push_back({0.5 + 0.158 * (i - (count - 1) / 2.0), 0.5});
        return face_of(points, line_radius, DotGround::card);
    }
    case DotPattern::ten_frame:
        ENSURE(count >= 1 && count <= 10);
        return face_of(frame_points(count), frame_radius, DotGround::ten_frame);
    case DotPattern::scattered:
        break;
    }
    ENSURE(count >= 1 && count <= 10);
    std::vector<Point> points;
    while (static_cast<int>(points.size()) < count)
        points = scattered_points(count, 0.5 - edge - scattered_radius, 2.6 * scattered_radius, random);
    return face_of(points, scattered_radius, DotGround::card);
}

DotPair dots_to_compare(int fewer, int more, Cues cues, Random& random) {
    ENSURE(fewer >= 4 && more > fewer && more <= 12 && more < 2.05 * fewer);
    const double ratio = std::log(static_cast<double>(more) / fewer);
    const double sign = cues == Cues::congruent ? 1 : -1;
    // Of areas: more dots than a half of L makes up for are smaller; and of hulls.
    const double of_squared_radii = -ratio / 2 + sign * spread * ratio;
    const double of_hulls = ratio / 2 + sign * spread * ratio;
    const double usual = middle_radius / std::pow(static_cast<double>(fewer) * more, 0.25);
    const double radius = usual * std::exp(of_squared_radii / 4);
    const double other_radius = usual * std::exp(-of_squared_radii / 4);
    const double hull = middle_hull * std::exp(of_hulls / 2);
    const double other_hull = middle_hull * std::exp(-of_hulls / 2);
    DotPair pair;
    pair.more = array_of(more, radius, hull, random);
    pair.fewer = array_of(fewer, other_radius, other_hull, random);
    return pair;
}

double hull_area(const DotsFace& dots) {
    std::vector<Point> centres;
    for (const Dot& dot : dots.dots)
        centres.push_back(dot.at);
    return hull_of(std::move(centres));
}

double total_area(const DotsFace& dots) {
    double sum = 0;
    for (const Dot& dot : dots.dots)
        sum += std::numbers::pi * dot.radius * dot.radius;
    return sum;
}

} // namespace mirabelle
