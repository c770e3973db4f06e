#include "platform/event_loop.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace mirabelle {

Milliseconds now() { return static_cast<Milliseconds>(SDL_GetTicks64()); }

Milliseconds on_our_clock(std::uint32_t timestamp, Milliseconds now) {
    const auto ago = static_cast<std::int32_t>(static_cast<std::uint32_t>(now) - timestamp);
    return now - ago;
}

Milliseconds FrameLimiter::earliest(Milliseconds now) const {
    return std::max(now, static_cast<Milliseconds>(std::floor(due_)));
}

void FrameLimiter::drawn(Milliseconds now) {
    // Counted from when the frame was due rather than drawn, so that small delays do not slow the rhythm
    // down; after a rest or a long frame the rhythm starts again.
    const auto drawn_at = static_cast<double>(now);
    due_ = drawn_at - due_ < period_ ? due_ + period_ : drawn_at + period_;
}

void EventLoop::wait(std::optional<Milliseconds> next_change) {
    SDL_Event event;
    if (!next_change && SDL_WaitEvent(&event) != 0)
        arrived_ = event;
    if (next_change) {
        const Milliseconds rest = std::clamp<Milliseconds>(*next_change - now(), 0, 60'000);
        if (SDL_WaitEventTimeout(&event, static_cast<int>(rest)) != 0)
            arrived_ = event;
    }
    if (const Milliseconds rest = limiter_.earliest(now()) - now(); rest > 0)
        SDL_Delay(static_cast<Uint32>(rest));
}

std::optional<SDL_Event> EventLoop::read() {
    if (arrived_)
        return std::exchange(arrived_, std::nullopt);
    SDL_Event event;
    if (SDL_PollEvent(&event) == 0)
        return std::nullopt;
    return event;
}

} // namespace mirabelle
