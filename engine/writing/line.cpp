#include "engine/writing/line.h"

#include <limits>

namespace mirabelle {

namespace {

constexpr double speck_share = 0.04;    // of the larger side
constexpr double spacing_share = 0.025; // of the larger side

Stroke smoothed(const Stroke& line) {
    Stroke smooth = line;
    for (std::size_t i = 1; i + 1 < line.size(); ++i)
        smooth[i] = (line[i - 1] + line[i] + line[i + 1]) * (1.0 / 3);
    return smooth;
}

} // namespace

Stroke evenly(std::span<const Point> line, std::size_t count) {
    const double whole = length(line);
    if (whole <= 0)
        return Stroke(count, line.front());
    const double step = whole / static_cast<double>(count - 1);
    Stroke even{line.front()};
    even.reserve(count);
    double walked = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double piece = distance(line[i - 1], line[i]);
        while (even.size() + 1 < count && piece > 0 &&
               walked + piece >= step * static_cast<double>(even.size()))
            even.push_back(
                between(line[i - 1], line[i], (step * static_cast<double>(even.size()) - walked) / piece));
        walked += piece;
    }
    even.resize(count, line.back());
    return even;
}

Stroke joined(std::span<const Stroke> strokes) {
    Stroke line;
    for (const Stroke& stroke : strokes)
        line.insert(line.end(), stroke.begin(), stroke.end());
    return line;
}

Rect box_of(std::span<const Stroke> strokes) {
    constexpr double far = std::numeric_limits<double>::max();
    Point low{far, far};
    Point high{-far, -far};
    for (const Stroke& stroke : strokes)
        for (const Point p : stroke) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
    return low.x > high.x ? Rect{} : Rect{low.x, low.y, high.x - low.x, high.y - low.y};
}

double length(std::span<const Stroke> strokes) {
    double sum = 0;
    for (const Stroke& stroke : strokes)
        sum += length(std::span<const Point>(stroke));
    return sum;
}

std::vector<Point> directions(std::span<const Point> line) {
    std::vector<Point> along;
    along.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point step = line[std::min(i + 1, line.size() - 1)] - line[i > 0 ? i - 1 : 0];
        const double size = length(step);
        along.push_back(size > 0 ? step * (1 / size) : Point{});
    }
    return along;
}

DirectedLine directed(Stroke points) {
    std::vector<Point> along = directions(points);
    return {std::move(points), std::move(along)};
}

std::vector<Stroke> cleaned(std::span<const Stroke> ink, Dots dots) {
    const Rect box = box_of(ink);
    const double side = std::max(box.width, box.height);
    std::vector<Stroke> clean;
    if (side <= 0)
        return clean;
    for (const Stroke& stroke : ink) {
        const double ink_length = length(std::span<const Point>(stroke));
        if (stroke.empty() || (dots == Dots::drop && ink_length < speck_share * side))
            continue;
        clean.push_back(smoothed(resampled(stroke, spacing_share * side)));
    }
    return clean;
}

std::vector<Stroke> mirrored(std::span<const Stroke> strokes) {
    std::vector<Stroke> image(strokes.begin(), strokes.end());
    for (Stroke& stroke : image)
        for (Point& p : stroke)
            p.x = -p.x;
    return image;
}

} // namespace mirabelle
