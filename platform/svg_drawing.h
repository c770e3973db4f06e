// SVG pictures drawn as pixels; several threads may draw at once.
#pragma once

#include "platform/density.h"
#include "platform/raster.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace mirabelle {

enum class SvgFit : std::uint8_t {
    inside,   ///< as large as fits into the room, with its own proportions
    covering, ///< cut to fill the room: anchored at the bottom centre, opaque
};

struct SvgDrawing {
    Raster raster;       ///< empty when the picture is missing or damaged
    std::string problem; ///< then why
};

/// `room` in pixels, both at least 1.
SvgDrawing draw_svg(const std::filesystem::path& file, PixelSize room, SvgFit fit);

} // namespace mirabelle
