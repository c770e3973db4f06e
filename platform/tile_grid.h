// Finds where two frames differ: a number per tile of the screen is mixed from every command that touches it.
#pragma once

#include "platform/density.h"
#include "platform/display_list.h"

#include <SDL2/SDL.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mirabelle {

class TileGrid {
  public:
    /// Pixels per side of a tile: small enough for a dragged card, large enough that mixing costs
    /// microseconds.
    static constexpr int tile_side = 64;

    explicit TileGrid(PixelSize size) { resize(size); }

    void resize(PixelSize size);
    /// Everything counts as changed at the next compare().
    void forget() { known_ = false; }

    /// What differs between `list` and the list of the last call, as a few rectangles that do not overlap.
    std::span<const SDL_Rect> compare(const DisplayList& list);

  private:
    /// Tiles, last ones excluded.
    struct TileRange {
        int left, top, right, bottom;
    };

    TileRange tiles_of(const SDL_Rect& pixels) const;
    void mix(const SDL_Rect& bounds, std::uint64_t fingerprint);
    void mix_stroke(const DisplayList& list, const Command& stroke, std::uint32_t number);
    void collect_changes();
    void add_run(int left, int right, int row);
    std::size_t tile(int column, int row) const;

    PixelSize size_;
    int columns_ = 0, rows_ = 0;
    bool known_ = false;
    std::vector<std::uint64_t> current_, previous_;
    std::vector<std::uint32_t> last_stroke_; ///< by tile: the stroke that touched it last in this frame
    std::vector<SDL_Rect> changes_;
};

} // namespace mirabelle
