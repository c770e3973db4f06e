// The one source of chance. It is seeded and passed in, and has its own ways to pick and shuffle, because the
// standard distributions give other numbers in other libraries and a replay must be exact everywhere.
#pragma once

#include "engine/ensure.h"

#include <cstdint>
#include <span>
#include <utility>

namespace mirabelle {

/// SplitMix64 (Steele, Lea and Flood 2014): small, fast, and any seed is a good seed.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t bits() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    /// A whole number in 0..bound-1, every one as likely (rejection, so without modulo bias).
    std::uint32_t below(std::uint32_t bound) {
        ENSURE(bound > 0);
        const std::uint64_t unbiased = UINT64_MAX - UINT64_MAX % bound;
        std::uint64_t drawn = bits();
        while (drawn >= unbiased)
            drawn = bits();
        return static_cast<std::uint32_t>(drawn % bound);
    }

    /// A whole number in low..high, both included.
    int between(int low, int high) {
        return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1)));
    }

    /// A real number in 0..1, 1 excluded.
    double share() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }

    bool happens(double probability) { return share() < probability; }

    template <typename T>
    const T& pick(std::span<const T> from) {
        return from[below(static_cast<std::uint32_t>(from.size()))];
    }
    template <typename Container>
    const auto& pick(const Container& from) {
        return from[below(static_cast<std::uint32_t>(from.size()))];
    }

    /// Fisher–Yates.
    template <typename Container>
    void shuffle(Container& items) {
        for (std::size_t last = items.size(); last > 1; --last)
            std::swap(items[last - 1], items[below(static_cast<std::uint32_t>(last))]);
    }

  private:
    std::uint64_t state_;
};

} // namespace mirabelle
