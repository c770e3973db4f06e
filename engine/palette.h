// The colours of Mirabelle's world, named once; tints and shades are derived from these, never sprinkled.
#pragma once

#include <cstdint>

namespace mirabelle {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;

    friend constexpr bool operator==(const Colour&, const Colour&) = default;
};

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16 & 0xFF), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
            static_cast<std::uint8_t>(hex & 0xFF), 255};
}

namespace palette {
inline constexpr Colour paper = rgb(0xFFF9EC);
inline constexpr Colour white = rgb(0xFFFFFF);
inline constexpr Colour ink = rgb(0x22313F);
inline constexpr Colour mirabelle = rgb(0xF2B705);
inline constexpr Colour mirabelle_deep = rgb(0xD98E04);
inline constexpr Colour leaf = rgb(0x5BA150);
inline constexpr Colour leaf_deep = rgb(0x2F6B3A);
inline constexpr Colour sky = rgb(0xCFEAF5);
inline constexpr Colour dusk = rgb(0x9CC9DE);
inline constexpr Colour hill = rgb(0xBFDDB0);
inline constexpr Colour far_hill = rgb(0xDCECCB);
inline constexpr Colour earth = rgb(0x8A5A3B);
inline constexpr Colour berry = rgb(0xB23A5A);
inline constexpr Colour plum = rgb(0x6B4E8E);
inline constexpr Colour stone = rgb(0xB8B2A6);
} // namespace palette

/// `a` moved towards `b` by `share` (0..1); the alpha of `a` stays.
constexpr Colour mix(Colour a, Colour b, double share) {
    const auto blend = [share](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(from + (to - from) * share + 0.5);
    };
    return {blend(a.red, b.red), blend(a.green, b.green), blend(a.blue, b.blue), a.alpha};
}

/// The same colour at `opacity` 0 (unseen) .. 1 (solid).
constexpr Colour faded(Colour colour, double opacity) {
    colour.alpha = static_cast<std::uint8_t>(255 * opacity + 0.5);
    return colour;
}

/// WCAG 2.1 contrast ratio, 1..21 (relative luminance of sRGB).
double contrast(Colour a, Colour b);

} // namespace mirabelle
