#include "tests/support/picture_compare.h"

#include "platform/offscreen_surface.h"
#include "platform/sdl_handles.h"

#include <SDL2/SDL_image.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

namespace mirabelle {

namespace {

// Other versions of the font and picture libraries round a few edges differently: a change that can be seen
// reaches further than one level of grey, in more than a handful of pixels.
constexpr int tolerated_step = 12;               // of 255, in each colour
constexpr double tolerated_pixel_share = 0.0005; // of the picture

using Channels = std::array<std::uint8_t, 4>;

SurfaceHandle comparable(SDL_Surface& surface) {
    return SurfaceHandle(SDL_ConvertSurfaceFormat(&surface, SDL_PIXELFORMAT_RGBA32, 0));
}

Channels channels(const SDL_Surface& surface, int x, int y) {
    Channels result{};
    std::memcpy(result.data(),
                static_cast<const std::uint8_t*>(surface.pixels) +
                    static_cast<std::ptrdiff_t>(y) * surface.pitch + static_cast<std::ptrdiff_t>(x) * 4,
                result.size());
    return result;
}

int step(Channels a, Channels b) {
    int largest = 0;
    for (std::size_t channel = 0; channel < 3; ++channel)
        largest = std::max(largest, std::abs(a[channel] - b[channel]));
    return largest;
}

/// Marks what differs on a pale copy of what was drawn; gives how many pixels differ.
int mark_differences(const SDL_Surface& drawn, const SDL_Surface& golden, SDL_Surface& marked) {
    int differing = 0;
    for (int y = 0; y < drawn.h; ++y)
        for (int x = 0; x < drawn.w; ++x) {
            const Channels now = channels(drawn, x, y);
            Channels mark{230, 0, 80, 255};
            if (step(now, channels(golden, x, y)) <= tolerated_step)
                for (std::size_t channel = 0; channel < 3; ++channel)
                    mark[channel] = static_cast<std::uint8_t>(191 + now[channel] / 4);
            else
                ++differing;
            std::memcpy(static_cast<std::uint8_t*>(marked.pixels) +
                            static_cast<std::ptrdiff_t>(y) * marked.pitch +
                            static_cast<std::ptrdiff_t>(x) * 4,
                        mark.data(), mark.size());
        }
    return differing;
}

bool rebaseline() {
    const char* wish = std::getenv("MIRABELLE_REBASELINE");
    return wish != nullptr && std::strcmp(wish, "1") == 0;
}

} // namespace

PictureComparison compare_with_golden(SDL_Surface& drawn, std::string_view name) {
    return compare_with_golden(drawn, name,
                               std::filesystem::path(MIRABELLE_SOURCE_FOLDER) / "tests" / "golden",
                               std::filesystem::path(MIRABELLE_BUILD_FOLDER) / "golden");
}

PictureComparison compare_with_golden(SDL_Surface& drawn, std::string_view name,
                                      const std::filesystem::path& golden_folder,
                                      const std::filesystem::path& mismatch_folder) {
    const std::string stem(name);
    const std::filesystem::path golden_path = golden_folder / (stem + ".png");
    if (rebaseline()) {
        std::filesystem::create_directories(golden_path.parent_path());
        save_png(drawn, golden_path);
        return {true, {}};
    }
    const std::filesystem::path actual_path = mismatch_folder / (stem + ".actual.png");
    const std::filesystem::path difference_path = mismatch_folder / (stem + ".difference.png");
    std::filesystem::create_directories(actual_path.parent_path());
    const SurfaceHandle loaded(IMG_Load(golden_path.string().c_str()));
    if (!loaded || loaded->w != drawn.w || loaded->h != drawn.h) {
        save_png(drawn, actual_path);
        return {false, (loaded ? "another size than " : "there is no ") + golden_path.string() + "; drawn: " +
                           actual_path.string() + "; look at it, then run with MIRABELLE_REBASELINE=1"};
    }
    const SurfaceHandle now = comparable(drawn), golden = comparable(*loaded), marked = comparable(drawn);
    const int differing = mark_differences(*now, *golden, *marked);
    if (differing <= tolerated_pixel_share * drawn.w * drawn.h)
        return {true, {}};
    save_png(drawn, actual_path);
    save_png(*marked, difference_path);
    return {false, std::to_string(differing) + " pixels differ from " + golden_path.string() +
                       "; drawn: " + actual_path.string() + "; marked: " + difference_path.string()};
}

} // namespace mirabelle
