// The canvas of a window or picture: records what a frame draws, then repaints only where it differs from the
// frame before. An unchanged screen costs nothing, a dragged card costs its own area, on any size of screen.
#pragma once

#include "engine/canvas.h"
#include "platform/density.h"
#include "platform/display_list.h"
#include "platform/painter.h"
#include "platform/sprite_cache.h"
#include "platform/text_renderer.h"
#include "platform/tile_grid.h"

#include <SDL2/SDL.h>

#include <filesystem>
#include <span>
#include <vector>

namespace mirabelle {

class SurfaceCanvas final : public Canvas {
  public:
    /// `pictures[i]` is the file of PictureId i; `fonts` is the folder of the two fonts.
    /// Throws std::runtime_error when a font is missing; a missing picture is a calm card and one log line.
    SurfaceCanvas(std::vector<std::filesystem::path> pictures, const std::filesystem::path& fonts,
                  PixelSize size, double pixels_per_millimetre);

    /// The next frame is painted in full.
    void resize(PixelSize size, double pixels_per_millimetre);
    /// To call when the surface has lost its pixels: the next frame is painted in full.
    void forget_pixels() { tiles_.forget(); }

    PixelSize pixels() const { return pixels_; }
    Size size() const { return {pixels_.width / density_, pixels_.height / density_}; } ///< mm
    double pixels_per_millimetre() const { return density_; }

    /// Paints what differs from the frame before onto `surface` (32 bits a pixel, red in bits 16–23, of
    /// `pixels()` size, holding what the last call left there). `draw(*this)` describes the frame, with the
    /// whole screen as area; it is asked twice when pictures had to be drawn first. Gives what was repainted,
    /// until the next call: nothing for an unchanged frame.
    template <typename Draw>
    std::span<const SDL_Rect> paint_frame(SDL_Surface& surface, const Draw& draw) {
        begin_frame();
        draw(*this);
        if (sprites_.draw_wanted() == SpriteCache::Drawn::some) {
            begin_frame();
            draw(*this);
        }
        return finish_frame(surface);
    }

    void set_area(Point origin, Rect clip) override;
    void backdrop(PictureId picture, Rect where) override;
    void picture(PictureId picture, Rect where, const Pose& pose = {}) override;
    void card(Rect where, double radius, Colour colour, const Pose& pose = {}) override;
    void shadow(Rect where, double radius, const Pose& pose = {}) override;
    void disc(Point centre, double radius, Colour colour, const Pose& pose = {}) override;
    void stroke(std::span<const Point> path, double width, Colour colour) override;
    void text(std::string_view text, Point centre, const TextStyle& style, const Pose& pose = {}) override;
    double text_width(std::string_view text, const TextStyle& style) override;

  private:
    void begin_frame();
    std::span<const SDL_Rect> finish_frame(SDL_Surface& surface);
    void share_out(std::span<const SDL_Rect> changes);
    void reserve_painters();
    int to_pixels(double millimetres) const;
    PixelBox at_rest(Point centre, int width, int height, const Pose& pose) const;
    PixelBox at_rest(Rect where, const Pose& pose) const;
    const TextMask& rendered(std::string_view text, const TextStyle& style);
    void record(Command command, const PixelBox& extent);

    double density_; ///< pixels per mm
    PixelSize pixels_;
    SpriteCache sprites_;
    TextRenderer texts_;
    DisplayList list_;
    TileGrid tiles_;
    std::vector<Painter> painters_; ///< by worker
    std::vector<SDL_Rect> shares_;  ///< of what has to be painted
    int origin_x_ = 0;              ///< pixels
    int origin_y_ = 0;
    SDL_Rect clip_{};
};

} // namespace mirabelle
