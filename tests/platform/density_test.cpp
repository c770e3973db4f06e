#include "platform/density.h"

#include <doctest/doctest.h>

using namespace mirabelle;

TEST_CASE("a measured diagonal gives the true density of a class display") {
    // 75 inches at 3840 x 2160: 190.5 cm.
    CHECK(pixels_per_millimetre({{3840, 2160}, 190.5, 96.0}) == doctest::Approx(2.313).epsilon(0.001));
}

TEST_CASE("without a diagonal the system's word counts if it can be true") {
    CHECK(pixels_per_millimetre({{1920, 1080}, std::nullopt, 141.0}) == doctest::Approx(141 / 25.4));
    CHECK(pixels_per_millimetre({{1920, 1080}, std::nullopt, 20.0}) == doctest::Approx(96 / 25.4));
    CHECK(pixels_per_millimetre({{1920, 1080}, std::nullopt, 900.0}) == doctest::Approx(96 / 25.4));
    CHECK(pixels_per_millimetre({{1920, 1080}, std::nullopt, std::nullopt}) == doctest::Approx(96 / 25.4));
}

TEST_CASE("an impossible diagonal is not believed") {
    CHECK(pixels_per_millimetre({{1920, 1080}, 0.0, 120.0}) == doctest::Approx(120 / 25.4));
    CHECK(pixels_per_millimetre({{1920, 1080}, -4.0, 120.0}) == doctest::Approx(120 / 25.4));
}
