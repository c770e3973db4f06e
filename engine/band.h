// The three age columns of the programme: before 4, from 4, from 5 years.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mirabelle {

enum class Band : std::uint8_t { PS, MS, GS };

inline constexpr std::array<Band, 3> all_bands{Band::PS, Band::MS, Band::GS};

constexpr std::string_view name_of(Band band) {
    constexpr std::array<std::string_view, 3> names{"PS", "MS", "GS"};
    return names[static_cast<std::size_t>(band)];
}

constexpr std::optional<Band> band_named(std::string_view name) {
    for (const Band band : all_bands)
        if (name_of(band) == name)
            return band;
    return std::nullopt;
}

} // namespace mirabelle
