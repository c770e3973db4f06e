// When to wake up and when to draw: sleeps while nothing happens, sixty frames a second while something
// moves.
#pragma once

#include "engine/touch.h"

#include <SDL2/SDL.h>

#include <cstdint>
#include <optional>

namespace mirabelle {

/// Milliseconds since the program started; the only clock.
Milliseconds now();

/// `timestamp` of an SDL event (32 bits, starts again after 49 days) on the clock of now().
Milliseconds on_our_clock(std::uint32_t timestamp, Milliseconds now);

class FrameLimiter {
  public:
    explicit FrameLimiter(double frames_per_second = 60) : period_(1000 / frames_per_second) {}

    /// When the next frame may be drawn at the earliest: at once after a rest, else one period after the
    /// last.
    Milliseconds earliest(Milliseconds now) const;
    void drawn(Milliseconds now);

  private:
    double period_; ///< ms
    double due_ = 0;
};

/// One turn of a program's loop is: wait, read every event, draw.
class EventLoop {
  public:
    /// Sleeps until an event came or `next_change` is reached, in any case until the limiter allows a frame.
    /// Without `next_change` only an event wakes it.
    void wait(std::optional<Milliseconds> next_change);

    /// The next event that has arrived, if any.
    std::optional<SDL_Event> read();

    /// To call after each frame that painted something.
    void drawn() { limiter_.drawn(now()); }

  private:
    FrameLimiter limiter_;
    std::optional<SDL_Event> arrived_; ///< woke us, not read yet
};

} // namespace mirabelle
