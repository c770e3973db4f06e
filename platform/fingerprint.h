// One number for many: what differs in any bit or in its order gets another number, as good as always.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace mirabelle {

class Fingerprint {
  public:
    void add(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9E3779B97F4A7C15u;
        value_ ^= value_ >> 32;
    }
    /// Two numbers of 32 bits in one step.
    template <typename T>
    void add(T first, T second) {
        static_assert(sizeof(T) <= sizeof(std::uint32_t));
        add(static_cast<std::uint64_t>(bits(first)) << 32 | bits(second));
    }
    void add(std::uint32_t first, std::uint8_t second) { add(first, static_cast<std::uint32_t>(second)); }
    void add(std::string_view text) {
        for (const char letter : text)
            add(static_cast<std::uint64_t>(static_cast<unsigned char>(letter)) + 1);
    }

    std::uint64_t value() const { return value_; }

  private:
    template <typename T>
    static std::uint32_t bits(T value) {
        std::uint32_t copy = 0;
        std::memcpy(&copy, &value, sizeof(T));
        return copy;
    }

    std::uint64_t value_ = 0xD1B54A32D192ED03u;
};

} // namespace mirabelle
