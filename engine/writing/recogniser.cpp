#include "engine/writing/recogniser.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace mirabelle {

namespace {

constexpr double none = std::numeric_limits<double>::infinity();

// Chosen on a few hundred digits of adults and on distortions of our own models; the neighbours of each
// number do about as well.
constexpr std::size_t coarse_digit = 12; // points along the whole glyph
constexpr double direction_weight = 1.3; // a right angle counts as this many boxes
constexpr std::size_t band = 8;          // samples that one line may run ahead of the other
constexpr double crossing_weight = 0.45; // of ink that runs across, without order
constexpr double cloud_weight = 2.6;     // makes distances with and without order alike
constexpr double reversed_penalty = 1.1; // times the distance
constexpr double reordered_penalty = 1.05;
constexpr std::size_t most_reordered = 4; // strokes; more would take 5! orders

std::size_t coarse(Alphabet alphabet) {
    return alphabet == Alphabet::digits ? coarse_digit : Recogniser::samples;
}

/// How much of the larger side a side counts at least: digits may be stretched to their box, a letter keeps
/// its proportions (I, l, 1).
double least_side(Alphabet alphabet) { return alphabet == Alphabet::digits ? 0.25 : 0.7; }

/// Moves and scales the points so that their box is centred on 0 and its sides are 1, or less where
/// `least_side` keeps them from being stretched further.
void fit(Stroke& line, const Rect& box, double least) {
    const double side = std::max({box.width, box.height, 1e-9}); // a single point has none
    const double wide = std::max(box.width, least * side);
    const double high = std::max(box.height, least * side);
    for (Point& p : line) {
        p = p - box.centre();
        p = {p.x / wide, p.y / high};
    }
}

Recogniser::Shape shape_of(const Stroke& whole, Alphabet alphabet) {
    const double least = least_side(alphabet);
    Stroke line = evenly(whole, coarse(alphabet));
    fit(line, box_of(std::span(&line, 1)), least);
    line = evenly(line, Recogniser::samples);
    const std::vector<Point> along = directions(line);
    Recogniser::Shape shape;
    std::copy(line.begin(), line.end(), shape.points.begin());
    std::copy(along.begin(), along.end(), shape.along.begin());
    return shape;
}

/// Points along the strokes alone, without the lifted pen's ways.
Recogniser::Shape cloud_of(std::span<const Stroke> boxed) {
    const double spacing = std::max(length(boxed), 1e-9) / (Recogniser::samples * 4.0);
    Stroke points;
    std::vector<Point> along;
    for (const Stroke& stroke : boxed) {
        const DirectedLine line = directed(resampled(stroke, spacing));
        points.insert(points.end(), line.points.begin(), line.points.end());
        along.insert(along.end(), line.along.begin(), line.along.end());
    }
    Recogniser::Shape shape;
    for (std::size_t i = 0; i < Recogniser::samples; ++i) {
        const std::size_t from = i * (points.size() - 1) / (Recogniser::samples - 1);
        shape.points[i] = points[from];
        shape.along[i] = along[from];
    }
    return shape;
}

double cost(Point a, Point b, Point along_a, Point along_b) {
    const Point apart = a - b;
    const double turned = std::max(0.0, 1 - (along_a.x * along_b.x + along_a.y * along_b.y));
    return apart.x * apart.x + apart.y * apart.y + direction_weight * direction_weight * turned;
}

/// Dynamic time warping (Sakoe & Chiba 1978) inside a band; `none` as soon as it must exceed `cut`.
double warped_distance(const Recogniser::Shape& a, const Recogniser::Shape& b, double cut) {
    constexpr std::size_t n = Recogniser::samples;
    const double most = cut * cut * static_cast<double>(n);
    std::array<double, n + 1> before;
    std::array<double, n + 1> now;
    before.fill(none);
    before[0] = 0;
    for (std::size_t i = 1; i <= n; ++i) {
        now.fill(none);
        double best = none;
        for (std::size_t j = i > band ? i - band : 1; j <= std::min(n, i + band); ++j) {
            now[j] = cost(a.points[i - 1], b.points[j - 1], a.along[i - 1], b.along[j - 1]) +
                     std::min({before[j - 1], before[j], now[j - 1]});
            best = std::min(best, now[j]);
        }
        if (best > most)
            return none;
        before = now;
    }
    return std::sqrt(before[n] / static_cast<double>(n));
}

double far_from(const Recogniser::Shape& a, const Recogniser::Shape& b) {
    double sum = 0;
    for (std::size_t i = 0; i < Recogniser::samples; ++i) {
        double least = none;
        for (std::size_t j = 0; j < Recogniser::samples; ++j) {
            const Point apart = a.points[i] - b.points[j];
            const double crossed =
                std::max(0.0, 1 - std::abs(a.along[i].x * b.along[j].x + a.along[i].y * b.along[j].y));
            least = std::min(least, apart.x * apart.x + apart.y * apart.y +
                                        crossing_weight * crossing_weight * crossed);
        }
        sum += least;
    }
    return sum / static_cast<double>(Recogniser::samples);
}

/// How far the ink of two glyphs lies apart, whatever the order and direction of its strokes.
double cloud_distance(const Recogniser::Shape& a, const Recogniser::Shape& b) {
    return cloud_weight * std::sqrt((far_from(a, b) + far_from(b, a)) / 2);
}

double ends_apart(const Stroke& a, const Stroke& b) {
    return distance(a.front(), b.front()) + distance(a.back(), b.back());
}

/// The strokes of `ink` in the order and directions that come nearest to those of `model`.
std::vector<Stroke> in_order_of(std::span<const Stroke> model, std::span<const Stroke> ink) {
    std::vector<Stroke> backwards(ink.begin(), ink.end());
    for (Stroke& stroke : backwards)
        std::reverse(stroke.begin(), stroke.end());
    std::vector<std::size_t> order(model.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<std::size_t> best_order;
    double best = none;
    do {
        double sum = 0;
        for (std::size_t i = 0; i < order.size(); ++i)
            sum += std::min(ends_apart(model[i], ink[order[i]]), ends_apart(model[i], backwards[order[i]]));
        if (sum < best) {
            best = sum;
            best_order = order;
        }
    } while (std::next_permutation(order.begin(), order.end()));
    std::vector<Stroke> ordered;
    for (std::size_t i = 0; i < best_order.size(); ++i) {
        const std::size_t from = best_order[i];
        const bool forward = ends_apart(model[i], ink[from]) <= ends_apart(model[i], backwards[from]);
        ordered.push_back(forward ? ink[from] : backwards[from]);
    }
    return ordered;
}

std::vector<Stroke> boxed(std::span<const Stroke> strokes, double least) {
    std::vector<Stroke> in_box(strokes.begin(), strokes.end());
    const Rect box = box_of(strokes);
    for (Stroke& stroke : in_box)
        fit(stroke, box, least);
    return in_box;
}

} // namespace

Recogniser::Recogniser(std::span<const WritingModel> models, Alphabet alphabet) : alphabet_(alphabet) {
    for (const WritingModel& model : models) {
        if (alphabet != Alphabet::patterns && model.id.size() > 1)
            continue;
        ids_.push_back(model.id);
        add(ids_.size() - 1, model.glyph.strokes);
        for (const std::vector<Stroke>& variant : model.variants)
            add(ids_.size() - 1, variant);
    }
}

void Recogniser::add(std::size_t model, std::span<const Stroke> strokes) {
    const double least = least_side(alphabet_);
    Stroke line = joined(strokes);
    std::vector<Stroke> in_box = boxed(strokes, least);
    const Shape cloud = cloud_of(in_box);
    templates_.push_back({model, 1, shape_of(line, alphabet_), cloud, std::move(in_box)});
    std::reverse(line.begin(), line.end());
    templates_.push_back({model, reversed_penalty, shape_of(line, alphabet_), cloud, {}});
}

double Recogniser::ordered_distance(const Template& candidate, std::span<const Stroke> ink,
                                    double cut) const {
    const Stroke line = joined(in_order_of(candidate.strokes, ink));
    return warped_distance(shape_of(line, alphabet_), candidate.line, cut / reordered_penalty) *
           reordered_penalty;
}

std::vector<Candidate> Recogniser::ranking(std::span<const Stroke> ink) const {
    std::vector<Stroke> strokes;
    std::copy_if(ink.begin(), ink.end(), std::back_inserter(strokes),
                 [](const Stroke& stroke) { return !stroke.empty(); });
    std::vector<Candidate> ranked;
    if (strokes.empty())
        return ranked;
    const Shape shape = shape_of(joined(strokes), alphabet_);
    // One line says its order itself; several may have come in any, or be one that was broken.
    const bool any_order = strokes.size() > 1 || alphabet_ == Alphabet::capitals;
    strokes = boxed(strokes, least_side(alphabet_));
    const Shape cloud = cloud_of(strokes);
    std::vector<double> nearest(ids_.size(), none);
    for (const Template& candidate : templates_) {
        double& best = nearest[candidate.model];
        best = std::min(best,
                        warped_distance(shape, candidate.line, best / candidate.penalty) * candidate.penalty);
        if (strokes.size() > 1 && strokes.size() == candidate.strokes.size() &&
            strokes.size() <= most_reordered)
            best = std::min(best, ordered_distance(candidate, strokes, best));
        if (any_order && !candidate.strokes.empty())
            best = std::min(best, cloud_distance(cloud, candidate.cloud));
    }
    for (std::size_t i = 0; i < ids_.size(); ++i)
        ranked.push_back({ids_[i], nearest[i]});
    std::sort(ranked.begin(), ranked.end(),
              [](const Candidate& a, const Candidate& b) { return a.distance < b.distance; });
    return ranked;
}

} // namespace mirabelle
