// Work shared out to all cores: each part is done once, and no thread leaves anything behind.
#include "platform/side_by_side.h"

#include <SDL2/SDL_error.h>
#include <doctest/doctest.h>

#include <chrono>

using namespace mirabelle;

TEST_SUITE("platform/side_by_side") {
    TEST_CASE("each part is done once") {
        for (const std::size_t count : {0, 1, 3, 100}) {
            std::vector<std::atomic<int>> done(count);
            side_by_side(count, [&](std::size_t i) { ++done[i]; });
            for (const auto& times : done)
                CHECK(times == 1);
        }
    }

    TEST_CASE("what SDL had to say in a thread goes with it") {
        // That it does is seen by the sanitizer, when the program ends.
        std::atomic<int> done = 0;
        side_by_side(side_by_side_at_most(), [&](std::size_t i) {
            SDL_SetError("part %d has no picture", static_cast<int>(i));
            ++done;
            std::this_thread::sleep_for(std::chrono::milliseconds(20)); // so that all threads get one
        });
        CHECK(done == static_cast<int>(side_by_side_at_most()));
    }
}
