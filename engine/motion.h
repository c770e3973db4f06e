// How things move: curves over 0..1 that start at 0 and end at 1, and a counter of ticks to run them.
#pragma once

#include "engine/touch.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mirabelle {

/// The world advances in fixed steps of this length, so that a replay is exact on any machine.
inline constexpr Milliseconds tick_length = 10;

/// To arrive.
inline double ease_out(double share) { return 1 - (1 - share) * (1 - share) * (1 - share); }
/// To leave.
inline double ease_in(double share) { return share * share * share; }
inline double ease_in_out(double share) { return share * share * (3 - 2 * share); }
/// To settle: one small overshoot of about 8 %.
inline double spring(double share) {
    const double rest = 1 - share;
    return 1 - rest * rest * std::cos(share * 1.5 * std::numbers::pi);
}
/// There and back: 0 at both ends, 1 in the middle.
inline double pulse(double share) { return std::sin(std::clamp(share, 0.0, 1.0) * std::numbers::pi); }

/// Something that lasts: started, then run tick by tick.
class Motion {
  public:
    void start(Milliseconds duration) {
        duration_ = std::max<Milliseconds>(duration, tick_length);
        elapsed_ = 0;
    }
    void stop() { elapsed_ = duration_; }
    void tick() { elapsed_ = std::min(elapsed_ + tick_length, duration_); }
    bool running() const { return elapsed_ < duration_; }
    /// 0 at the start, 1 at the end and ever after.
    double share() const {
        return duration_ == 0 ? 1.0 : static_cast<double>(elapsed_) / static_cast<double>(duration_);
    }

  private:
    Milliseconds duration_ = 0;
    Milliseconds elapsed_ = 0;
};

} // namespace mirabelle
