#include "platform/event_loop.h"

#include <doctest/doctest.h>

using namespace mirabelle;

TEST_CASE("after a rest a frame is drawn at once, while something moves sixty a second") {
    FrameLimiter limiter;
    CHECK(limiter.earliest(1000) == 1000);
    Milliseconds time = 1000;
    int frames = 0;
    for (; time < 2000; ++frames) {
        limiter.drawn(time);
        time = limiter.earliest(time);
    }
    CHECK(frames >= 59);
    CHECK(frames <= 61);
    CHECK(limiter.earliest(time + 500) == time + 500);
}

TEST_CASE("an event's time is right even when its 32 bits start again") {
    CHECK(on_our_clock(1000, 1016) == 1016 - 16);
    CHECK(on_our_clock(0xFFFFFFF0u, 0x100000005) == 0xFFFFFFF0);
    CHECK(on_our_clock(1020, 1016) == 1020);
}
