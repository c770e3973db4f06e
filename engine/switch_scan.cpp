#include "engine/switch_scan.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace mirabelle {

namespace {

// A dark ring that holds a golden one stands out from whatever lies below it.
constexpr double dark_units = 2.6;
constexpr double golden_units = 1.4;
constexpr double thinnest = 1.2; // mm, the golden part
constexpr double away_units = 1.6;
constexpr std::size_t points_a_corner = 8;

using Outline = std::array<Point, 4 * points_a_corner + 1>;

/// Round `where`, with round corners, closed.
Outline outline(Rect where, double corner) {
    Outline line;
    const Rect inner = where.grown(-corner);
    const std::array<Point, 4> corners{{{inner.right(), inner.bottom()},
                                        {inner.x, inner.bottom()},
                                        {inner.x, inner.y},
                                        {inner.right(), inner.y}}};
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const std::size_t at = i / points_a_corner;
        const double along = static_cast<double>(i % points_a_corner) / (points_a_corner - 1);
        const double angle = (static_cast<double>(at) + along) * std::numbers::pi / 2;
        line[i] = corners[at] + Point{std::cos(angle), std::sin(angle)} * corner;
    }
    line.back() = line.front();
    return line;
}

} // namespace

SwitchStop tapped_stop(Rect where) {
    SwitchStop stop{where, {}};
    add_tap(stop.taking, where.centre(), 0);
    return stop;
}

void SwitchScan::begin(std::vector<SwitchStop> stops) {
    stops_ = std::move(stops);
    place_ = 0;
    stayed_ = 0;
}

bool SwitchScan::tick() {
    stayed_ += tick_length;
    return step_ > 0 && stayed_ >= step_;
}

void SwitchScan::move_on(std::vector<SwitchStop> stops) {
    stops_ = std::move(stops);
    place_ = place_ + 1 < stops_.size() ? place_ + 1 : 0;
    stayed_ = 0;
}

void SwitchScan::draw(Canvas& canvas, double unit) const {
    if (now() == nullptr)
        return;
    const Rect around = now()->where.grown(away_units * unit);
    const Outline line = outline(around, std::min(around.shorter_side() / 2, 4 * unit));
    const double golden = std::max(golden_units * unit, thinnest);
    canvas.stroke(line, golden * dark_units / golden_units, palette::ink);
    canvas.stroke(line, golden, palette::mirabelle);
}

} // namespace mirabelle
