#include "platform/shapes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace mirabelle {

namespace {

/// Distance in pixels from a shape's edge, negative inside. Measured in one quarter: `x` and `y` count
/// outwards from the centre of the corner, so that negative means beside a straight edge.
float edge_distance(const RoundedBox& shape, float x, float y) {
    if (x <= 0 || y <= 0 || shape.radius_x <= 0 || shape.radius_y <= 0)
        return std::max(x - shape.radius_x, y - shape.radius_y);
    // For an ellipse this is the usual first-order distance; for a circle it is exact.
    const float unit_x = x / shape.radius_x, unit_y = y / shape.radius_y;
    const float steep_x = unit_x / shape.radius_x, steep_y = unit_y / shape.radius_y;
    const float reach = std::sqrt(unit_x * unit_x + unit_y * unit_y);
    return reach * (reach - 1) / std::sqrt(steep_x * steep_x + steep_y * steep_y);
}

/// On a line `y` from the corner's centre: how far beyond that centre the shape, grown by `margin`, reaches.
float reach_on_line(const RoundedBox& shape, float y, float margin) {
    const float radius_x = shape.radius_x + margin, radius_y = shape.radius_y + margin;
    if (y <= 0)
        return radius_x;
    if (radius_x <= 0 || y >= radius_y)
        return std::min(radius_x, 0.0F);
    const float share = y / radius_y;
    return radius_x * std::sqrt(1 - share * share);
}

/// An edge that is sharp to the eye: one pixel of it is partly covered.
struct SharpEdge {
    float margin() const { return 1; }
    std::uint32_t coverage(float distance) const {
        return static_cast<std::uint32_t>(std::clamp(0.5F - distance, 0.0F, 1.0F) * 255 + 0.5F);
    }
};

struct SoftEdge {
    float blur; ///< pixels to both sides

    float margin() const { return blur; }
    std::uint32_t coverage(float distance) const {
        const float share = std::clamp((blur - distance) / (2 * blur), 0.0F, 1.0F);
        return static_cast<std::uint32_t>(share * share * (3 - 2 * share) * 255 + 0.5F);
    }
};

/// One line of pixels of a shape. Its middle is covered alike and filled at once; only the pixels near the
/// edge are measured, each by itself, so that the result does not depend on the part that is painted.
template <typename Edge>
class LinePainter {
  public:
    LinePainter(const RoundedBox& shape, const Edge& edge, std::uint32_t pixel)
        : shape_(shape),
          edge_(edge),
          pixel_(pixel),
          left_(shape.box.x + shape.radius_x),
          right_(shape.box.right() - shape.radius_x),
          top_(shape.box.y + shape.radius_y),
          bottom_(shape.box.bottom() - shape.radius_y) {}

    void paint(const PixelTarget& target, const SDL_Rect& area, int line) const {
        const float centre = static_cast<float>(line) + 0.5F;
        const float y = std::max(top_ - centre, centre - bottom_);
        if (y >= shape_.radius_y + edge_.margin())
            return;
        const float inner = reach_on_line(shape_, y, -edge_.margin());
        const int even_left = static_cast<int>(std::ceil(left_ - inner - 0.5F));
        const int even_right = std::max(even_left, static_cast<int>(std::floor(right_ + inner + 0.5F)));
        const float outer = std::max(reach_on_line(shape_, y, edge_.margin()), 0.0F);
        const int first = static_cast<int>(std::floor(left_ - outer)) - 1;
        const int last = static_cast<int>(std::ceil(right_ + outer)) + 1;
        const auto inside = [&area](int column) { return std::clamp(column, area.x, area.x + area.w); };

        measure(target, y, line, inside(first), inside(even_left));
        const float depth = std::max(y - shape_.radius_y, -edge_.margin());
        fill_span(target, line, inside(even_left), inside(even_right), scaled(pixel_, edge_.coverage(depth)));
        measure(target, y, line, inside(even_right), inside(last));
    }

  private:
    void measure(const PixelTarget& target, float y, int line, int from, int to) const {
        std::uint32_t* row = target.row(line);
        for (int column = from; column < to; ++column) {
            const float centre = static_cast<float>(column) + 0.5F;
            const float x = std::max(left_ - centre, centre - right_);
            const std::uint32_t coverage = edge_.coverage(edge_distance(shape_, x, y));
            if (coverage != 0)
                row[column] = over(scaled(pixel_, coverage), row[column]);
        }
    }

    const RoundedBox& shape_;
    const Edge& edge_;
    std::uint32_t pixel_;
    float left_, right_, top_, bottom_; ///< centres of the corners
};

template <typename Edge>
void paint_shape(const PixelTarget& target, const RoundedBox& shape, const Edge& edge, std::uint32_t pixel) {
    const SDL_Rect area = intersection(target.clip, pixels_of(shape.box.grown(edge.margin())));
    const LinePainter<Edge> painter(shape, edge, pixel);
    for (int line = area.y; line < area.y + area.h; ++line)
        painter.paint(target, area, line);
}

} // namespace

void paint_box(const PixelTarget& target, const RoundedBox& shape, std::uint32_t pixel) {
    paint_shape(target, shape, SharpEdge{}, pixel);
}

void paint_soft_box(const PixelTarget& target, const RoundedBox& shape, float blur, std::uint32_t pixel) {
    paint_shape(target, shape, SoftEdge{blur}, pixel);
}

namespace {

/// A line of half-width `radius` with round ends. It bulges nowhere inwards, so that every line of pixels
/// meets it in one piece.
class Capsule {
  public:
    Capsule(PixelPoint from, PixelPoint to, float radius)
        : from_(from), along_{to.x - from.x, to.y - from.y}, radius_(radius) {
        const float squared = along_.x * along_.x + along_.y * along_.y;
        per_length_ = squared > 0 ? 1 / squared : 0;
        const float per_unit = std::sqrt(per_length_);
        across_ = {-along_.y * per_unit, along_.x * per_unit};
    }

    struct Piece {
        float left = 1, right = 0; ///< none when left > right
    };
    /// Where the height `y` meets it, were its half-width `by` larger.
    Piece at(float y, float by) const {
        const float radius = radius_ + by;
        Piece piece{std::numeric_limits<float>::max(), std::numeric_limits<float>::lowest()};
        if (radius <= 0)
            return piece;
        const auto include = [&piece](float left, float right) {
            piece.left = std::min(piece.left, left);
            piece.right = std::max(piece.right, right);
        };
        for (const float share : {0.0F, 1.0F}) {
            const float away = y - (from_.y + share * along_.y);
            if (std::abs(away) <= radius) {
                const float half = std::sqrt(radius * radius - away * away);
                const float middle = from_.x + share * along_.x;
                include(middle - half, middle + half);
            }
        }
        for (const float side : {-radius, radius}) {
            const PixelPoint start{from_.x + side * across_.x, from_.y + side * across_.y};
            const float share = along_.y == 0 ? -1 : (y - start.y) / along_.y;
            if (share >= 0 && share <= 1)
                include(start.x + share * along_.x, start.x + share * along_.x);
        }
        return piece;
    }

    std::uint8_t coverage(float x, float y) const {
        const float right = x - from_.x, down = y - from_.y;
        const float share = std::clamp((right * along_.x + down * along_.y) * per_length_, 0.0F, 1.0F);
        const float off_x = right - share * along_.x, off_y = down - share * along_.y;
        const float covered = radius_ + 0.5F - std::sqrt(off_x * off_x + off_y * off_y);
        return static_cast<std::uint8_t>(std::clamp(covered, 0.0F, 1.0F) * 255 + 0.5F);
    }

  private:
    PixelPoint from_, along_, across_;
    float radius_, per_length_ = 0;
};

} // namespace

void cover_segment(const CoverageBand& band, PixelPoint from, PixelPoint to, float radius) {
    // A little more than half a pixel: only what is certainly covered or certainly free is not measured.
    constexpr float edge = 0.55F;
    const Capsule capsule(from, to, radius);
    const SDL_Rect touched = intersection(band.area, segment_pixels(from, to, radius));
    const auto inside = [&touched](float column) {
        const auto left = static_cast<float>(touched.x), right = static_cast<float>(touched.x + touched.w);
        return static_cast<int>(std::clamp(column, left, right));
    };
    for (int line = touched.y; line < touched.y + touched.h; ++line) {
        const float y = static_cast<float>(line) + 0.5F;
        const Capsule::Piece outer = capsule.at(y, edge), inner = capsule.at(y, -edge);
        if (outer.left > outer.right)
            continue;
        std::uint8_t* row = band.coverage.data() +
                            static_cast<std::ptrdiff_t>(line - band.area.y) * band.area.w - band.area.x;
        const auto measure = [&](int begin, int end) {
            for (int column = begin; column < end; ++column)
                if (row[column] != 255)
                    row[column] =
                        std::max(row[column], capsule.coverage(static_cast<float>(column) + 0.5F, y));
        };
        const int first = inside(std::floor(outer.left - 0.5F)), last = inside(std::ceil(outer.right + 0.5F));
        if (inner.left > inner.right) {
            measure(first, last);
            continue;
        }
        const int solid_first = inside(std::ceil(inner.left - 0.5F));
        const int solid_last = std::max(solid_first, inside(std::floor(inner.right + 0.5F)));
        measure(first, solid_first);
        std::fill(row + solid_first, row + solid_last, std::uint8_t{255});
        measure(solid_last, last);
    }
}

} // namespace mirabelle
