// Paints what Dear ImGui has drawn onto a surface, with the exact edges that its smooth shapes count on:
// SDL's own software renderer moves every corner to a whole pixel, which makes circles and thin lines rough.
#pragma once

#include "platform/raster.h"

#include <SDL2/SDL.h>
#include <imgui.h>

namespace mirabelle {

/// What an ImTextureID of the panel points to.
struct PanelTexture {
    enum class Kind : std::uint8_t { letters, picture } kind = Kind::picture;
    Mask mask;     ///< of letters
    Raster raster; ///< of a picture
};

/// `surface` has 32 bits a pixel, red in bits 16–23.
void paint_panel(SDL_Surface& surface, const ImDrawData& data, ImVec2 white_pixel);

} // namespace mirabelle
