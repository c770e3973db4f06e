// Pictures in memory, in the one layout that is fastest to paint.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mirabelle {

enum class Coverage : std::uint8_t { opaque, translucent };

/// Pixels 0xAARRGGBB with the colours already multiplied by alpha, row by row without gaps.
struct Raster {
    int width = 0;
    int height = 0;
    Coverage coverage = Coverage::translucent;
    std::vector<std::uint32_t> pixels;

    std::size_t bytes() const { return pixels.size() * sizeof(std::uint32_t); }
    const std::uint32_t* row(int y) const { return pixels.data() + static_cast<std::ptrdiff_t>(y) * width; }
};

/// How much of each pixel a shape covers (0..255), to be painted in any colour.
struct Mask {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    std::size_t bytes() const { return pixels.size(); }
    const std::uint8_t* row(int y) const { return pixels.data() + static_cast<std::ptrdiff_t>(y) * width; }
};

} // namespace mirabelle
