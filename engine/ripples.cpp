#include "engine/ripples.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr Milliseconds ripple_length = 320;
constexpr double ripple_units = 6;

} // namespace

void Ripples::add(Point at) {
    ripples_[next_].at = at;
    ripples_[next_].motion.start(ripple_length);
    next_ = (next_ + 1) % ripples_.size();
}

void Ripples::tick() {
    for (Ripple& ripple : ripples_)
        ripple.motion.tick();
}

bool Ripples::moving() const {
    return std::any_of(ripples_.begin(), ripples_.end(),
                       [](const Ripple& ripple) { return ripple.motion.running(); });
}

void Ripples::draw(Canvas& canvas, const Stage& stage) const {
    for (const Ripple& ripple : ripples_)
        if (ripple.motion.running()) {
            const double share = ripple.motion.share();
            const bool grows = stage.access.movement == Movement::full;
            const double grown = grows ? 0.4 + 0.6 * ease_out(share) : 1;
            canvas.disc(ripple.at, stage.unit * ripple_units, faded(palette::white, 0.55),
                        {.stretch_x = grown, .stretch_y = grown, .opacity = 1 - share});
        }
}

} // namespace mirabelle
