// Work in equal parts on all cores of the processor, for what a frame waits for.
#pragma once

#include <cstddef>

namespace mirabelle {

/// How many parts are worked at in one moment; more would rather wait for memory than work.
std::size_t side_by_side_at_most();

/// `call(work, part, worker)` for each part below `count`; see below.
void work_side_by_side(std::size_t count, const void* work,
                       void (*call)(const void* work, std::size_t part, std::size_t worker));

/// Calls `work(part, worker)` for each part below `count`, side by side where there are cores for it, and
/// waits for all. No two parts are worked at by the same `worker` (below side_by_side_at_most()) in one
/// moment. Takes no memory once it was called before. What a part throws is thrown here, when all are done.
template <typename Work>
void side_by_side(std::size_t count, const Work& work) {
    work_side_by_side(count, &work, [](const void* of, std::size_t part, std::size_t worker) {
        (*static_cast<const Work*>(of))(part, worker);
    });
}

} // namespace mirabelle
