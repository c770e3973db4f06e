// The pictures of the bundle as pixels: drawn once for the size they are shown at, kept while memory allows.
#pragma once

#include "engine/canvas.h"
#include "platform/density.h"
#include "platform/lru_cache.h"
#include "platform/raster.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <tuple>
#include <vector>

namespace mirabelle {

class SpriteCache {
  public:
    struct Sprite {
        const Raster* raster = nullptr; ///< nothing when the picture is missing or damaged
        std::uint64_t content = 0;      ///< the same number, the same pixels
    };

    SpriteCache(std::vector<std::filesystem::path> pictures, PixelSize screen);

    /// `picture` as large as fits into `room` (pixels) with its own proportions. Valid until end_frame().
    Sprite fitted(PictureId picture, PixelSize room);
    /// `picture` cut to fill `room`: anchored at the bottom centre, opaque. Valid until end_frame().
    Sprite covering(PictureId picture, PixelSize room);

    void end_frame();
    void resize(PixelSize screen);

  private:
    using Key = std::tuple<PictureId, int, int>; ///< picture and pixels of its room

    using Cache = LruCache<Key, Raster>;
    enum class Shape : std::uint8_t { fitted, covering };

    Sprite found(Cache& cache, const Key& key, Shape shape);
    void report_once(PictureId picture, const char* reason);

    std::vector<std::filesystem::path> pictures_;
    std::vector<bool> reported_;
    Cache fitted_;
    Cache covering_;
};

} // namespace mirabelle
