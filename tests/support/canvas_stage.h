// A canvas on memory, to draw frames on and look at what was repainted.
#pragma once

#include "platform/offscreen_surface.h"
#include "platform/surface_canvas.h"
#include "tests/support/scratch_folder.h"

#include <SDL2/SDL.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

namespace mirabelle {

/// Pictures 0 an apple-like disc on nothing, 1 a tall leaf, 2 a wide meadow, 3 damaged, 4 missing.
inline std::vector<std::filesystem::path> write_pictures(const std::filesystem::path& folder) {
    const auto write = [&folder](const char* name, const std::string& text) {
        std::ofstream(folder / name) << text;
        return folder / name;
    };
    const std::string head = "<svg xmlns='http://www.w3.org/2000/svg' ";
    return {write("disc.svg", head + "viewBox='0 0 100 100' width='100' height='100'>"
                                     "<circle cx='50' cy='50' r='45' fill='#B23A5A'/>"
                                     "<circle cx='35' cy='35' r='12' fill='#fff' fill-opacity='.5'/></svg>"),
            write("leaf.svg", head + "viewBox='0 0 50 100' width='50' height='100'>"
                                     "<path d='M25 0Q60 50 25 100Q-10 50 25 0Z' fill='#5BA150'/></svg>"),
            write("meadow.svg", head + "viewBox='0 0 320 180' width='320' height='180'>"
                                       "<rect width='320' height='180' fill='#CFEAF5'/>"
                                       "<circle cx='160' cy='260' r='180' fill='#BFDDB0'/></svg>"),
            write("damaged.svg", "this is no picture"), folder / "missing.svg"};
}

class CanvasStage {
  public:
    explicit CanvasStage(PixelSize size = {640, 480}, double pixels_per_millimetre = 4)
        : folder_("mirabelle_canvas"),
          surface_(size),
          canvas_(write_pictures(folder_.path()), std::filesystem::path(MIRABELLE_BUNDLE_FOLDER) / "fonts",
                  size, pixels_per_millimetre) {}

    SurfaceCanvas& canvas() { return canvas_; }
    SDL_Surface& surface() { return surface_.surface(); }

    /// Draws one frame with `scene`; gives what was repainted.
    template <typename Scene>
    std::span<const SDL_Rect> show(const Scene& scene) {
        return canvas_.paint_frame(surface(), [&](Canvas& canvas) { scene(canvas); });
    }

    std::uint32_t pixel(int x, int y) {
        const auto* row = static_cast<const std::uint8_t*>(surface().pixels) +
                          static_cast<std::ptrdiff_t>(y) * surface().pitch;
        std::uint32_t value = 0;
        std::memcpy(&value, row + static_cast<std::ptrdiff_t>(x) * 4, sizeof value);
        return value & 0xFFFFFFu;
    }

  private:
    ScratchFolder folder_;
    OffscreenSurface surface_;
    SurfaceCanvas canvas_;
};

inline std::uint32_t hex(Colour colour) {
    return static_cast<std::uint32_t>(colour.red << 16 | colour.green << 8 | colour.blue);
}

} // namespace mirabelle
