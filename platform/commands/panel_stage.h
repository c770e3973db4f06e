// A surface with the look of the teacher's panel: what ImGui, the fonts and the pictures need, put together.
#pragma once

#include "engine/content/content.h"
#include "platform/panel_layer.h"
#include "teacher/panel/look.h"
#include "teacher/panel/panel_pictures.h"

#include <functional>
#include <memory>

namespace mirabelle {

/// The bundle's pictures inside the panel, by way of its layer.
class LayerPictures final : public PanelPictures {
  public:
    explicit LayerPictures(PanelLayer& layer) : layer_(&layer) {}
    ImTextureID picture(PictureId picture, float side) override { return layer_->picture(picture, side); }
    ImTextureID scene(Size size, float width, const std::function<void(Canvas&)>& draw) override {
        return layer_->scene(size, width, draw);
    }

  private:
    PanelLayer* layer_;
};

/// Where everything of the panel is drawn: a layer with the panel's look.
class PanelStage {
  public:
    /// `surface` outlives it; `height` pixels of its top are used, all of them where it is 0.
    PanelStage(const Content& content, SDL_Surface& surface, double pixels_per_millimetre, int height = 0);

    PanelLayer& layer() { return *layer_; }
    const Look& look() const { return look_; }
    LayerPictures& pictures() { return *pictures_; }
    /// One frame; `draw` gets the look.
    void frame(Milliseconds passed, const std::function<void(const Look&)>& draw,
               PanelLayer::Paint paint = PanelLayer::Paint::on_surface);

  private:
    SurfaceHandle part_; ///< of the surface
    Look look_;
    std::unique_ptr<PanelLayer> layer_;
    std::unique_ptr<LayerPictures> pictures_;
};

} // namespace mirabelle
