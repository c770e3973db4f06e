// How many pixels a millimetre has: layouts are in millimetres, and screens often report their size wrongly.
#pragma once

#include <optional>

namespace mirabelle {

struct PixelSize {
    int width = 0;
    int height = 0;

    friend constexpr bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// What is known about a screen; the first that is plausible wins: its diagonal, its reported density, 96
/// dpi.
struct ScreenFacts {
    PixelSize pixels;                    ///< of the whole screen, not of a window on it
    std::optional<double> diagonal_cm;   ///< measured by a person
    std::optional<double> dots_per_inch; ///< reported by the system
};

double pixels_per_millimetre(const ScreenFacts& screen);

} // namespace mirabelle
