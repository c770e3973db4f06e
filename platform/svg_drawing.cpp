#include "platform/svg_drawing.h"

#include "platform/compositor.h"
#include "platform/sdl_handles.h"

#include <SDL2/SDL_image.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace mirabelle {

namespace {

// Scenery is soft: on screens with more pixels than this it is drawn with a few less and enlarged, in a
// quarter of the time.
constexpr double most_scenery_pixels = 1920.0 * 1200.0;
constexpr double enlarged_scenery_pixels = 1440.0 * 810.0;
constexpr auto drawn_format = SDL_PIXELFORMAT_ABGR8888;
constexpr int trial_width = 48; // pixels: enough to learn a picture's proportions

/// One of `width` and `height` may be 0: it follows from the other.
SurfaceHandle load_svg(const std::filesystem::path& file, int width, int height) {
    const std::unique_ptr<SDL_RWops, decltype(&SDL_RWclose)> stream(
        SDL_RWFromFile(file.string().c_str(), "rb"), &SDL_RWclose);
    if (!stream)
        return nullptr;
    // What is no SVG at all would make the library lose memory.
    if (IMG_isSVG(stream.get()) == 0) {
        SDL_SetError("it is not an SVG picture");
        return nullptr;
    }
    // As the library draws it: another copy of a whole screen would cost more than the drawing.
    SurfaceHandle surface(IMG_LoadSizedSVG_RW(stream.get(), width, height));
    if (surface && surface->format->format != drawn_format)
        surface.reset(SDL_ConvertSurfaceFormat(surface.get(), drawn_format, 0));
    return surface;
}

/// From `drawn_format` to the one of rasters.
std::uint32_t with_colours_in_order(std::uint32_t pixel) {
    return (pixel & 0xFF00FF00u) | (pixel & 0xFFu) << 16 | (pixel >> 16 & 0xFFu);
}

Colour colour_of(std::uint32_t pixel) {
    Colour colour = rgb(pixel & 0xFFFFFFu);
    colour.alpha = static_cast<std::uint8_t>(pixel >> 24);
    return colour;
}

Raster raster_of(const SDL_Surface& surface, const SDL_Rect& part) {
    Raster raster{part.w, part.h, Coverage::opaque, {}};
    raster.pixels.resize(static_cast<std::size_t>(part.w) * static_cast<std::size_t>(part.h));
    std::uint32_t* to = raster.pixels.data();
    for (int y = part.y; y < part.y + part.h; ++y) {
        const auto* row =
            reinterpret_cast<const std::uint32_t*>(static_cast<const std::uint8_t*>(surface.pixels) +
                                                   static_cast<std::ptrdiff_t>(y) * surface.pitch);
        for (int x = part.x; x < part.x + part.w; ++x) {
            const bool solid = row[x] >> 24 == 0xFF;
            const std::uint32_t pixel = with_colours_in_order(row[x]);
            *to++ = solid ? pixel : premultiplied(colour_of(pixel));
            if (!solid)
                raster.coverage = Coverage::translucent;
        }
    }
    return raster;
}

void lay_on_paper(Raster& raster) {
    for (std::uint32_t& pixel : raster.pixels)
        pixel = over(pixel, premultiplied(palette::paper));
    raster.coverage = Coverage::opaque;
}

Raster covering_raster(const std::filesystem::path& file, PixelSize room) {
    const SurfaceHandle trial = load_svg(file, trial_width, 0);
    if (!trial)
        return {};
    const double pixels = static_cast<double>(room.width) * room.height;
    const double reduction =
        pixels <= most_scenery_pixels ? 1.0 : std::sqrt(enlarged_scenery_pixels / pixels);
    const int width = std::max(1, static_cast<int>(room.width * reduction));
    const int height = std::max(1, static_cast<int>(room.height * reduction));
    const bool wider_than_room =
        static_cast<double>(trial->w) * height > static_cast<double>(trial->h) * width;
    const SurfaceHandle drawn = wider_than_room ? load_svg(file, 0, height) : load_svg(file, width, 0);
    if (!drawn)
        return {};
    // A picture of nearly the room's proportions may have come out a pixel short: it is enlarged by that
    // pixel.
    const int cut_width = std::min(width, drawn->w), cut_height = std::min(height, drawn->h);
    Raster raster =
        raster_of(*drawn, {(drawn->w - cut_width) / 2, drawn->h - cut_height, cut_width, cut_height});
    if (raster.coverage != Coverage::opaque)
        lay_on_paper(raster);
    if (cut_width == room.width && cut_height == room.height)
        return raster;
    return enlarged(raster, room.width, room.height);
}

Raster fitted_raster(const std::filesystem::path& file, PixelSize room) {
    const SurfaceHandle drawn = load_svg(file, room.width, room.height);
    return drawn ? raster_of(*drawn, {0, 0, drawn->w, drawn->h}) : Raster{};
}

} // namespace

SvgDrawing draw_svg(const std::filesystem::path& file, PixelSize room, SvgFit fit) {
    SvgDrawing drawing{fit == SvgFit::covering ? covering_raster(file, room) : fitted_raster(file, room), {}};
    if (drawing.raster.pixels.empty())
        drawing.problem = SDL_GetError();
    return drawing;
}

} // namespace mirabelle
