#include "engine/writing/stroke_match.h"

#include <limits>
#include <optional>

namespace mirabelle {

namespace {

constexpr double match_spacing_share = 0.5; // of the distance that is near
constexpr double least_alike = 0.42;        // cosine between ink and model
constexpr double dot_share = 1.0; // of the distance that is near: a stroke as short as this is a dot
constexpr double most_jump = 0.5; // of a stroke: a closed line starts anew there

double cosine(Point a, Point b) { return a.x * b.x + a.y * b.y; }

double alike(Point a, Point b) {
    const bool still = (a.x == 0 && a.y == 0) || (b.x == 0 && b.y == 0);
    return still ? 1 : std::abs(cosine(a, b));
}

double squared_length(Point p) { return p.x * p.x + p.y * p.y; }

bool meets(const DirectedLine& line, Point p, Point along, double near) {
    for (std::size_t i = 0; i < line.points.size(); ++i)
        if (squared_length(line.points[i] - p) <= near * near && alike(line.along[i], along) >= least_alike)
            return true;
    return false;
}

bool meets(const std::vector<DirectedLine>& lines, Point p, Point along, double near) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const DirectedLine& line) { return meets(line, p, along, near); });
}

std::vector<DirectedLine> directed(std::span<const Stroke> strokes, double spacing) {
    std::vector<DirectedLine> lines;
    for (const Stroke& stroke : strokes)
        lines.push_back(directed(resampled(stroke, spacing)));
    return lines;
}

struct Spot {
    std::size_t stroke = 0;
    double share = 0; ///< of the stroke's length
};

/// Where on the model the ink is nearest; a place where the model runs another way counts as further off, up
/// to three times as far where it runs back.
Spot nearest_spot(const std::vector<DirectedLine>& model, Point p, Point along) {
    Spot best;
    double least = std::numeric_limits<double>::max();
    for (std::size_t s = 0; s < model.size(); ++s)
        for (std::size_t i = 0; i < model[s].points.size(); ++i) {
            const double turned = 2 - cosine(model[s].along[i], along);
            const double apart = squared_length(model[s].points[i] - p) * turned * turned;
            if (apart < least) {
                least = apart;
                best = {s, static_cast<double>(i) / static_cast<double>(model[s].points.size() - 1)};
            }
        }
    return best;
}

void follow_in_time(const std::vector<DirectedLine>& ink, const std::vector<DirectedLine>& model,
                    GlyphMatch& found) {
    std::vector<double> ink_of_stroke(model.size(), 0);
    double all = 0, now = 0;
    for (const DirectedLine& line : ink)
        all += static_cast<double>(line.points.size());
    for (const DirectedLine& line : ink) {
        std::optional<Spot> before;
        for (std::size_t i = 0; i < line.points.size(); ++i, ++now) {
            const Spot spot = nearest_spot(model, line.points[i], line.along[i]);
            StrokeMatch& stroke = found.strokes[spot.stroke];
            stroke.when += now / all;
            ++ink_of_stroke[spot.stroke];
            if (before && before->stroke == spot.stroke && std::abs(spot.share - before->share) < most_jump)
                stroke.forward += spot.share - before->share;
            before = spot;
        }
    }
    for (std::size_t s = 0; s < model.size(); ++s)
        if (ink_of_stroke[s] > 0) {
            found.strokes[s].drawn = true;
            found.strokes[s].when /= ink_of_stroke[s];
        }
}

} // namespace

double GlyphMatch::least_coverage() const {
    double least = 1;
    for (const StrokeMatch& stroke : strokes)
        least = std::min(least, stroke.coverage);
    return least;
}

GlyphMatch match(std::span<const Stroke> ink, std::span<const Stroke> model, double near) {
    const std::vector<DirectedLine> ink_lines = directed(ink, near * match_spacing_share);
    const std::vector<DirectedLine> model_lines = directed(model, near * match_spacing_share);
    GlyphMatch found;
    found.strokes.resize(model.size());
    for (std::size_t s = 0; s < model.size(); ++s) {
        const DirectedLine& line = model_lines[s];
        const bool dot = length(std::span<const Point>(line.points)) < dot_share * near;
        double met = 0;
        for (std::size_t i = 0; i < line.points.size(); ++i)
            met += meets(ink_lines, line.points[i], dot ? Point{} : line.along[i], near) ? 1 : 0;
        found.strokes[s].coverage = met / static_cast<double>(line.points.size());
    }
    double met = 0, all = 0;
    for (const DirectedLine& line : ink_lines)
        for (std::size_t i = 0; i < line.points.size(); ++i, ++all)
            met += meets(model_lines, line.points[i], line.along[i], near) ? 1 : 0;
    found.precision = all > 0 ? met / all : 0;
    found.start_apart = all > 0 ? distance(ink.front().front(), model.front().front()) : 0;
    follow_in_time(ink_lines, model_lines, found);
    return found;
}

} // namespace mirabelle
