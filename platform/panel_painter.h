// Paints what Dear ImGui has drawn onto a surface, with the exact edges that its smooth shapes count on:
// SDL's own software renderer moves every corner to a whole pixel, which makes circles and thin lines rough.
#pragma once

#include "platform/raster.h"

#include <SDL2/SDL.h>
#include <imgui.h>

#include <cstdint>
#include <span>
#include <vector>

namespace mirabelle {

/// What an ImTextureID of the panel points to.
struct PanelTexture {
    enum class Kind : std::uint8_t { letters, picture } kind = Kind::picture;
    Mask mask;                 ///< of letters
    Raster raster;             ///< of a picture
    std::uint32_t version = 0; ///< another one whenever its pixels change
};

/// Remembers what it has painted, in bands from side to side: a band that is asked for a second time as it
/// was costs nothing.
class PanelPainter {
  public:
    /// `surface` has 32 bits a pixel, red in bits 16–23; what is drawn covers all of it, and nobody else
    /// paints on it. Gives the parts that are new, top to bottom, valid until the next call.
    std::span<const SDL_Rect> paint(SDL_Surface& surface, const ImDrawData& data, ImVec2 white_pixel);
    /// Somebody else has painted on the surface, or it is another one.
    void forget() { bands_.clear(); }

  private:
    void read_bands(const SDL_Surface& surface, const ImDrawData& data);

    std::vector<std::uint64_t> bands_, wanted_; ///< fingerprints of what is, and shall be, in each
    std::vector<std::uint64_t> vertices_;
    std::vector<SDL_Rect> changed_;
};

} // namespace mirabelle
