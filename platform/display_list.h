// What one frame draws, in pixels: fixed-size commands whose storage is used again for every frame.
#pragma once

#include "engine/palette.h"
#include "platform/pixel_box.h"
#include "platform/raster.h"

#include <SDL2/SDL.h>

#include <cstdint>
#include <span>
#include <vector>

namespace mirabelle {

enum class CommandKind : std::uint32_t { backdrop, sprite, box, shadow, stroke, text };

struct Command {
    CommandKind kind{};
    std::uint32_t opacity = 256;      ///< 0..256, of sprites
    Colour colour{};                  ///< of everything else, opacity already in its alpha
    SDL_Rect bounds{};                ///< every pixel it may touch, clip applied; of a stroke: its clip
    PixelBox box;                     ///< where it lies; of a stroke: nothing
    float radius_x = 0, radius_y = 0; ///< of corners; of a stroke: half its width
    float blur = 0;                   ///< of a shadow
    std::uint32_t first_point = 0, point_count = 0;
    const Raster* raster = nullptr; ///< borrowed from the sprites until the frame is finished
    const Mask* mask = nullptr;     ///< borrowed from the texts until the frame is finished
    std::uint64_t content = 0;      ///< what `raster` or `mask` shows: the same number, the same pixels
};

/// A number that differs whenever two commands would paint differently; points of a stroke are not included.
std::uint64_t fingerprint(const Command& command);

class DisplayList {
  public:
    DisplayList();

    void clear();
    void add(const Command& command) { commands_.push_back(command); }
    void add_point(PixelPoint point) { points_.push_back(point); }

    std::span<const Command> commands() const { return commands_; }
    std::span<const PixelPoint> points(const Command& stroke) const {
        return std::span(points_).subspan(stroke.first_point, stroke.point_count);
    }
    std::uint32_t point_count() const { return static_cast<std::uint32_t>(points_.size()); }

  private:
    std::vector<Command> commands_;
    std::vector<PixelPoint> points_;
};

} // namespace mirabelle
