// The pictures of the bundle as pixels: drawn once for the size they are shown at, on as many processor cores
// as there are, and kept while memory allows.
#pragma once

#include "engine/canvas.h"
#include "platform/density.h"
#include "platform/lru_cache.h"
#include "platform/raster.h"
#include "platform/svg_drawing.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace mirabelle {

class SpriteCache {
  public:
    struct Sprite {
        const Raster* raster = nullptr; ///< nothing when the picture is missing, damaged or not drawn yet
        std::uint64_t content = 0;      ///< the same number, the same pixels
    };

    SpriteCache(std::vector<std::filesystem::path> pictures, PixelSize screen);

    /// `picture` as large as fits into `room` (pixels) with its own proportions. Valid until end_frame().
    /// What is not drawn yet is remembered as wanted.
    Sprite fitted(PictureId picture, PixelSize room);
    /// `picture` cut to fill `room`: anchored at the bottom centre, opaque. Valid until end_frame().
    Sprite covering(PictureId picture, PixelSize room);

    enum class Drawn : std::uint8_t { nothing, some };
    /// Draws all that was wanted: who asks for it again finds it.
    Drawn draw_wanted();

    void end_frame();
    void resize(PixelSize screen);

  private:
    using Key = std::tuple<PictureId, int, int>; ///< picture and pixels of its room

    using Cache = LruCache<Key, Raster>;
    using Wanted = std::pair<SvgFit, Key>;

    Cache& cache_for(SvgFit fit) { return fit == SvgFit::covering ? covering_ : fitted_; }
    Sprite found(SvgFit fit, const Key& key);
    void report_once(PictureId picture, const std::string& reason);

    std::vector<std::filesystem::path> pictures_;
    std::vector<bool> reported_;
    Cache fitted_;
    Cache covering_;
    std::vector<Wanted> wanted_;
};

} // namespace mirabelle
