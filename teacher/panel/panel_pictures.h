// Pictures inside the teacher's panel: the bundle's, and living scenes of the children's screen.
#pragma once

#include "engine/canvas.h"

#include <imgui.h>

#include <functional>

namespace mirabelle {

class PanelPictures {
  public:
    virtual ~PanelPictures() = default;
    /// `side` in pixels; valid for this frame. Null when the picture cannot be read.
    virtual ImTextureID picture(PictureId picture, float side) = 0;
    /// What `draw` draws in an area of `size` mm, `width` pixels wide; valid for this frame. One a frame.
    virtual ImTextureID scene(Size size, float width, const std::function<void(Canvas&)>& draw) = 0;
};

} // namespace mirabelle
