#include "engine/finale.h"

#include <array>
#include <numbers>

namespace mirabelle {

namespace {

constexpr double bunting_aspect = 240.0 / 1600; // height to width of its picture
constexpr double widest_bunting = 200;          // units
constexpr Milliseconds arrival_length = 400;
constexpr Milliseconds petals_length = 2600;
constexpr double petal_units = 5;
constexpr double swing_units = 4;
constexpr double fall_share = 0.42; // of the lane's height

struct Petal {
    double x;     ///< share of the lane's width
    double from;  ///< share of its height
    double start; ///< share of the time
    double size;
};
constexpr std::array<Petal, 7> petals{{{0.12, 0.20, 0.00, 1.0},
                                       {0.28, 0.12, 0.16, 0.7},
                                       {0.41, 0.24, 0.06, 0.9},
                                       {0.56, 0.14, 0.24, 0.8},
                                       {0.68, 0.22, 0.10, 1.0},
                                       {0.80, 0.12, 0.30, 0.7},
                                       {0.91, 0.26, 0.04, 0.9}}};
constexpr double petal_time = 0.68; // of all petals', for each

} // namespace

void Finale::lay(const Content& content, const Stage& stage, Season season, Movement movement) {
    bunting_ = content.picture("bunting");
    petal_ = seasonal_picture(content, "petal", season);
    lane_ = stage.lane;
    top_ = stage.reachable.y;
    unit_ = stage.unit;
    movement_ = movement;
}

void Finale::begin() {
    begun_ = true;
    arrival_.start(arrival_length);
    if (movement_ == Movement::full)
        petals_.start(petals_length);
}

void Finale::tick() {
    arrival_.tick();
    petals_.tick();
}

void Finale::draw_bunting(Canvas& canvas) const {
    if (!begun_)
        return;
    const double width = std::min(lane_.width * 1.02, widest_bunting * unit_);
    const double height = width * bunting_aspect;
    const Rect where{lane_.centre().x - width / 2, top_ - 2 * unit_, width, height};
    const double share = ease_out(arrival_.share());
    if (movement_ == Movement::reduced)
        canvas.picture(bunting_, where, {.opacity = share});
    else
        canvas.picture(bunting_, where, {.shift = {0, -(1 - share) * height}});
}

void Finale::draw_petals(Canvas& canvas) const {
    if (!petals_.running())
        return;
    for (const Petal& petal : petals) {
        const double share = (petals_.share() - petal.start) / petal_time;
        if (share <= 0 || share >= 1)
            continue;
        const double swing = std::sin(share * 2 * std::numbers::pi + petal.x * 9);
        const Point at{petal.x * lane_.width + swing * swing_units * unit_,
                       top_ + (petal.from + fall_share * share) * (lane_.height - top_)};
        const double turn = std::cos(share * 3 * std::numbers::pi + petal.x * 5);
        canvas.picture(petal_, square_on(at, petal_units * petal.size * unit_),
                       {.stretch_x = 0.55 + 0.45 * turn * turn, .opacity = std::min(1.0, 3 * pulse(share))});
    }
}

} // namespace mirabelle
