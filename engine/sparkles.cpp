#include "engine/sparkles.h"

#include <array>
#include <numbers>

namespace mirabelle {

namespace {

constexpr Milliseconds flight_length = 580;
constexpr double latest_start = 0.3; // of the flight: they do not all begin at once
constexpr double from_edge = 0.82;   // of the way from the middle to the edge of what shines
constexpr double beyond_edge = 0.38;

struct Spark {
    double turn;  ///< of a circle, from the right, downwards
    double size;  ///< of the largest
    double start; ///< of the latest
};
// Uneven, as sparks are; none straight below, where the hand is.
constexpr std::array<Spark, 7> sparks{{{0.96, 1.0, 0.0},
                                       {0.86, 0.6, 0.7},
                                       {0.74, 0.85, 0.3},
                                       {0.63, 0.55, 1.0},
                                       {0.53, 0.9, 0.5},
                                       {0.42, 0.5, 0.9},
                                       {0.08, 0.6, 0.6}}};

} // namespace

void Sparkles::burst(Rect what) {
    what_ = what;
    flight_.start(flight_length);
}

void Sparkles::draw(Canvas& canvas) const {
    if (!running())
        return;
    for (const Spark& spark : sparks) {
        const double start = spark.start * latest_start;
        const double share = std::clamp((flight_.share() - start) / (1 - latest_start), 0.0, 1.0);
        if (share <= 0 || share >= 1)
            continue;
        const double angle = spark.turn * 2 * std::numbers::pi;
        const bool flies = movement_ == Movement::full;
        const double way = from_edge + beyond_edge * (flies ? ease_out(share) : 0.6);
        const Point at = what_.centre() + Point{std::cos(angle) * what_.width / 2 * way,
                                                std::sin(angle) * what_.height / 2 * way};
        const double size = spark.size * (flies ? pulse(share) : 1);
        canvas.picture(light_, square_on(at, side_),
                       {.stretch_x = size, .stretch_y = size, .opacity = flies ? 1 : pulse(share)});
    }
}

} // namespace mirabelle
