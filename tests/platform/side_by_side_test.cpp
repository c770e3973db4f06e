// Work shared out to all cores: each part is done once, and no thread leaves anything behind.
#include "platform/side_by_side.h"

#include <SDL2/SDL_error.h>
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace mirabelle;

TEST_SUITE("platform/side_by_side") {
    TEST_CASE("each part is done once") {
        for (const std::size_t count : {0, 1, 3, 100}) {
            std::vector<std::atomic<int>> done(count);
            side_by_side(count, [&](std::size_t i, std::size_t) { ++done[i]; });
            for (const auto& times : done)
                CHECK(times == 1);
        }
    }

    TEST_CASE("no two parts are worked at by the same worker in one moment") {
        std::vector<std::atomic<bool>> at_work(side_by_side_at_most());
        std::atomic<int> clashes = 0;
        side_by_side(200, [&](std::size_t, std::size_t worker) {
            clashes += at_work.at(worker).exchange(true);
            std::this_thread::sleep_for(std::chrono::microseconds(100));
            at_work[worker] = false;
        });
        CHECK(clashes == 0);
    }

    TEST_CASE("who is called while all others are at work, or from within a part, does its work alone") {
        std::atomic<int> done = 0;
        side_by_side(
            8, [&](std::size_t, std::size_t) { side_by_side(5, [&](std::size_t, std::size_t) { ++done; }); });
        CHECK(done == 40);
    }

    TEST_CASE("what a part throws comes when all parts are done, and the next work is done as ever") {
        std::atomic<int> done = 0;
        CHECK_THROWS_WITH(side_by_side(20,
                                       [&](std::size_t part, std::size_t) {
                                           ++done;
                                           if (part == 3)
                                               throw std::runtime_error("no paint");
                                       }),
                          "no paint");
        CHECK(done == 20);
        side_by_side(20, [&](std::size_t, std::size_t) { ++done; });
        CHECK(done == 40);
    }

    TEST_CASE("what SDL had to say in a thread goes with it") {
        // That it does is seen by the sanitizer, when the program ends.
        std::atomic<int> done = 0;
        side_by_side(side_by_side_at_most(), [&](std::size_t i, std::size_t) {
            SDL_SetError("part %d has no picture", static_cast<int>(i));
            ++done;
            std::this_thread::sleep_for(std::chrono::milliseconds(20)); // so that all threads get one
        });
        CHECK(done == static_cast<int>(side_by_side_at_most()));
    }
}
