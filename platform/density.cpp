#include "platform/density.h"

#include <cmath>

namespace mirabelle {

namespace {

constexpr double millimetres_per_inch = 25.4;
constexpr double usual_dots_per_inch = 96;
// Screens outside of this do not exist; what reports such a number knows nothing.
constexpr double least_dots_per_inch = 60, most_dots_per_inch = 500;
// A 2.2 m class display at full HD has 25, so a measured diagonal may be less than any system would report.
constexpr double least_diagonal_cm = 10, most_diagonal_cm = 500;

} // namespace

double pixels_per_millimetre(const ScreenFacts& screen) {
    if (screen.diagonal_cm && *screen.diagonal_cm >= least_diagonal_cm &&
        *screen.diagonal_cm <= most_diagonal_cm)
        return std::hypot(screen.pixels.width, screen.pixels.height) / (*screen.diagonal_cm * 10);
    if (screen.dots_per_inch && *screen.dots_per_inch >= least_dots_per_inch &&
        *screen.dots_per_inch <= most_dots_per_inch)
        return *screen.dots_per_inch / millimetres_per_inch;
    return usual_dots_per_inch / millimetres_per_inch;
}

} // namespace mirabelle
