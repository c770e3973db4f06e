#include "platform/commands/panel_stage.h"

#include <array>
#include <cstdint>

namespace mirabelle {

namespace {

// Of a line of Andika, at 1280×800; its letters are 0.62 of that: 16, 20 and 28 pixels.
constexpr float body_height = 25, heading_height = 31, title_height = 43;

SDL_Surface& top_of(SDL_Surface& surface, int height, SurfaceHandle& part) {
    if (height <= 0 || height >= surface.h)
        return surface;
    part.reset(SDL_CreateRGBSurfaceWithFormatFrom(surface.pixels, surface.w, height, 32, surface.pitch,
                                                  surface.format->format));
    return part ? *part : surface;
}

} // namespace

PanelStage::PanelStage(const Content& content, SDL_Surface& surface, double pixels_per_millimetre, int height)
    : look_(look_for(static_cast<float>(surface.w), static_cast<float>(surface.h),
                     static_cast<float>(pixels_per_millimetre))) {
    const auto pictures = content.pictures();
    const std::array heights{look_.pixels(body_height), look_.pixels(heading_height),
                             look_.pixels(title_height)};
    layer_ = std::make_unique<PanelLayer>(top_of(surface, height, part_),
                                          std::vector(pictures.begin(), pictures.end()),
                                          content.folder() / "fonts", heights, pixels_per_millimetre);
    look_.body = layer_->fonts()[0];
    look_.heading = layer_->fonts()[1];
    look_.title = layer_->fonts()[2];
    apply_style(look_);
    pictures_ = std::make_unique<LayerPictures>(*layer_);
}

void PanelStage::frame(Milliseconds passed, const std::function<void(const Look&)>& draw,
                       PanelLayer::Paint paint) {
    layer_->frame(
        passed,
        [&] {
            ImGui::PushFont(look_.body);
            draw(look_);
            ImGui::PopFont();
        },
        paint);
}

} // namespace mirabelle
