// Stretched pictures, pixel by pixel: smooth between the pixels they have, and the same in whatever parts
// they are painted.
#include "engine/random.h"
#include "platform/compositor.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace mirabelle;

namespace {

constexpr std::uint32_t ground = 0xFF405060;

Raster noise(int width, int height, Coverage coverage) {
    Raster raster{width, height, coverage, {}};
    Random chance(static_cast<std::uint64_t>(width));
    for (int i = 0; i < width * height; ++i) {
        const std::uint32_t alpha = coverage == Coverage::opaque ? 255 : chance.below(256);
        std::uint32_t pixel = alpha << 24;
        for (int shift = 0; shift < 24; shift += 8)
            pixel |= static_cast<std::uint32_t>(chance.below(alpha + 1)) << shift;
        raster.pixels.push_back(pixel);
    }
    return raster;
}

/// A surface on which one picture was stretched, in parts of `part` pixels' width.
struct Painted {
    Painted(const Raster& raster, const PixelBox& box, int part) {
        for (int left = 0; left < width; left += part)
            paint_stretched({pixels.data(), width, {left, 0, std::min(part, width - left), height}}, raster,
                            box, 256);
    }
    std::uint32_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }

    static constexpr int width = 2600, height = 40;
    std::vector<std::uint32_t> pixels = std::vector<std::uint32_t>(width * height, ground);
};

/// One channel of the picture between its pixels; what lies outside is nothing, or repeats the border.
double sample(const Raster& raster, double x, double y, int shift) {
    const auto channel = [&](int column, int row) {
        const bool outside = column < 0 || row < 0 || column >= raster.width || row >= raster.height;
        if (outside && raster.coverage != Coverage::opaque)
            return 0.0;
        column = std::clamp(column, 0, raster.width - 1);
        row = std::clamp(row, 0, raster.height - 1);
        return static_cast<double>(raster.row(row)[column] >> shift & 0xFF);
    };
    const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    const double across = x - left, down = y - top;
    return (channel(left, top) * (1 - across) + channel(left + 1, top) * across) * (1 - down) +
           (channel(left, top + 1) * (1 - across) + channel(left + 1, top + 1) * across) * down;
}

} // namespace

TEST_SUITE("platform/compositor") {
    TEST_CASE("a stretched picture is smooth between its pixels, however wide it is") {
        for (const Coverage coverage : {Coverage::opaque, Coverage::translucent})
            for (const int width : {1, 2, 37, 1022, 1023, 1024, 1025, 3000}) {
                CAPTURE(width);
                const Raster raster = noise(width, 9, coverage);
                const PixelBox box{20.3F, 4.6F, 2500.5F, 30.2F};
                const Painted painted(raster, box, Painted::width);
                const double left = box.x, right = left + box.width, top = box.y, bottom = top + box.height;
                double worst = 0;
                for (int y = 0; y < Painted::height; ++y)
                    for (int x = 0; x < Painted::width; ++x) {
                        // Beyond that nothing is painted: a picture that fades does so within one pixel.
                        if (x < left || x >= right - 1 || y < top || y >= bottom - 1)
                            continue;
                        const double from_x = (x + 0.5 - left) * raster.width / (right - left) - 0.5;
                        const double from_y = (y + 0.5 - top) * raster.height / (bottom - top) - 0.5;
                        const double alpha = sample(raster, from_x, from_y, 24) / 255;
                        for (int shift = 0; shift < 24; shift += 8) {
                            const double expected = sample(raster, from_x, from_y, shift) +
                                                    (1 - alpha) * static_cast<double>(ground >> shift & 0xFF);
                            const double got = static_cast<double>(painted.at(x, y) >> shift & 0xFF);
                            worst = std::max(worst, std::abs(got - expected));
                        }
                    }
                CHECK(worst <= 8); // of 255: places are counted in 256ths of a pixel, and rounded down
            }
    }

    TEST_CASE("a stretched picture comes out the same in whatever parts it is painted") {
        for (const Coverage coverage : {Coverage::opaque, Coverage::translucent})
            for (const int width : {1, 300, 1500, 5000}) {
                CAPTURE(width);
                const Raster raster = noise(width, 7, coverage);
                const PixelBox box{-80.7F, -3.2F, 2650.1F, 37.7F};
                const Painted whole(raster, box, Painted::width);
                for (const int part : {1, 64, 999})
                    CHECK(Painted(raster, box, part).pixels == whole.pixels);
            }
    }
}
