#include "platform/offscreen_surface.h"

#include <SDL2/SDL_image.h>

#include <stdexcept>
#include <string>

namespace mirabelle {

OffscreenSurface::OffscreenSurface(PixelSize size)
    : surface_(SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_RGB888)) {
    if (!surface_)
        throw std::runtime_error(std::string("No memory to draw in: ") + SDL_GetError());
}

void save_png(SDL_Surface& surface, const std::filesystem::path& path) {
    if (IMG_SavePNG(&surface, path.string().c_str()) != 0)
        throw std::runtime_error("The picture " + path.string() + " cannot be written: " + IMG_GetError());
}

} // namespace mirabelle
