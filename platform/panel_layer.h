// Dear ImGui on the memory of a surface: the one place that knows how the teacher's panel gets its pixels,
// its fonts and its fingers.
#pragma once

#include "engine/canvas.h"
#include "engine/touch.h"
#include "platform/density.h"
#include "platform/panel_painter.h"
#include "platform/sdl_handles.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

struct ImGuiContext;

namespace mirabelle {

class SurfaceCanvas;

class PanelLayer {
  public:
    /// Draws on `surface`, which outlives it. `pictures[i]` is the file of PictureId i; `fonts` is the
    /// bundle's folder of them, loaded at each of `heights` (pixels). Throws std::runtime_error when the font
    /// is missing or there is no memory.
    PanelLayer(SDL_Surface& surface, std::vector<std::filesystem::path> pictures, std::filesystem::path fonts,
               std::span<const float> heights, double pixels_per_millimetre);
    ~PanelLayer();
    PanelLayer(const PanelLayer&) = delete;
    PanelLayer& operator=(const PanelLayer&) = delete;

    /// The first finger down is the pointer until it lifts; others are ignored. mm of the surface.
    void touch(const Touch& touch);
    /// Text and the few keys that edit it, from a keyboard where there is one.
    void read(const SDL_Event& event);

    /// One frame that is not painted changes everything but the surface: for tests and pictures, which want
    /// the last one only.
    enum class Paint : std::uint8_t { on_surface, nothing };
    /// Draws one frame: `build` calls ImGui. `passed` ms since the last frame.
    void frame(Milliseconds passed, const std::function<void()>& build, Paint paint = Paint::on_surface);
    /// Whether what was drawn last is not the final answer to what came in: another frame is due now.
    bool wants_frame() const { return unsettled_ > 0; }
    /// What the last painted frame has changed on the surface.
    std::span<const SDL_Rect> changed() const { return changed_; }
    /// Somebody else paints on the surface too: the next frame is painted as a whole.
    void forget_pixels() { painter_.forget(); }

    /// In the order of the heights.
    std::span<ImFont* const> fonts() const { return loaded_fonts_; }

    /// For ImGui::Image, valid in this frame: a picture of the bundle `side` pixels wide, and what `draw`
    /// draws in an area of `size` mm, `width` pixels wide. Null when it cannot be made.
    void* picture(PictureId picture, float side);
    void* scene(Size size, float width, const std::function<void(Canvas&)>& draw);

  private:
    void take_next_touch();

    SDL_Surface* surface_;
    double density_; ///< pixels per mm
    std::vector<std::filesystem::path> picture_files_;
    std::filesystem::path fonts_;
    std::vector<ImFont*> loaded_fonts_;
    ImGuiContext* context_;
    PanelPainter painter_;
    std::span<const SDL_Rect> changed_;
    PanelTexture letters_;
    std::map<std::pair<PictureId, int>, PanelTexture> pictures_;
    std::unique_ptr<SurfaceCanvas> scene_canvas_;
    SurfaceHandle scene_surface_;
    PanelTexture scene_;
    std::deque<Touch> waiting_;
    std::optional<FingerId> pointer_;
    int unsettled_ = 2; ///< frames until ImGui's layout and hovering have come to rest
};

} // namespace mirabelle
