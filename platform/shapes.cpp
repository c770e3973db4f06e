#include "platform/shapes.h"

#include <algorithm>
#include <cmath>

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

void cover_segment(const CoverageBand& band, PixelPoint from, PixelPoint to, float radius) {
    const PixelPoint along{to.x - from.x, to.y - from.y};
    const float squared_length = along.x * along.x + along.y * along.y;
    const float per_length = squared_length > 0 ? 1 / squared_length : 0;
    const float reach = radius + 0.5F;
    const float solid = std::max(radius - 0.5F, 0.0F);
    const SDL_Rect touched = intersection(band.area, segment_pixels(from, to, radius));
    for (int line = touched.y; line < touched.y + touched.h; ++line) {
        const float y = static_cast<float>(line) + 0.5F - from.y;
        // The part of the segment near enough to this line bounds the columns worth measuring.
        float first = 0, last = 1;
        if (along.y != 0) {
            const float one = (y - reach) / along.y, other = (y + reach) / along.y;
            first = std::clamp(std::min(one, other), 0.0F, 1.0F);
            last = std::clamp(std::max(one, other), 0.0F, 1.0F);
        }
        const float x_first = from.x + first * along.x, x_last = from.x + last * along.x;
        const int begin = static_cast<int>(std::floor(std::min(x_first, x_last) - reach)) - 1;
        const int end = static_cast<int>(std::ceil(std::max(x_first, x_last) + reach)) + 1;
        const SDL_Rect columns = intersection(touched, {begin, line, end - begin, 1});
        std::uint8_t* row = band.coverage.data() +
                            static_cast<std::ptrdiff_t>(line - band.area.y) * band.area.w - band.area.x;
        for (int column = columns.x; column < columns.x + columns.w; ++column) {
            if (row[column] == 255)
                continue;
            const float x = static_cast<float>(column) + 0.5F - from.x;
            const float share = std::clamp((x * along.x + y * along.y) * per_length, 0.0F, 1.0F);
            const float off_x = x - share * along.x, off_y = y - share * along.y;
            const float squared = off_x * off_x + off_y * off_y;
            if (squared >= reach * reach)
                continue;
            const float covered = squared <= solid * solid ? 1 : std::min(reach - std::sqrt(squared), 1.0F);
            row[column] = std::max(row[column], static_cast<std::uint8_t>(covered * 255 + 0.5F));
        }
    }
}

} // namespace mirabelle
