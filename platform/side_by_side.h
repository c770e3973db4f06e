// Work in equal parts on all cores of the processor, for what a frame waits for.
#pragma once

#include <SDL2/SDL_thread.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace mirabelle {

/// How many parts are worked at in one moment; more would rather wait for memory than work.
inline std::size_t side_by_side_at_most() {
    constexpr std::size_t most_threads = 4;
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
}

/// Calls `work(i)` for each i below `count`, side by side where there are cores for it, and waits for all.
template <typename Work>
void side_by_side(std::size_t count, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const auto take_turns = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::future<void>> others;
    while (others.size() + 1 < std::min(count, side_by_side_at_most()))
        others.push_back(std::async(std::launch::async, [&] {
            take_turns();
            SDL_TLSCleanup(); // the words of an error, which SDL keeps for each thread
        }));
    take_turns();
    for (std::future<void>& other : others)
        other.get();
}

} // namespace mirabelle
