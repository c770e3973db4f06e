// How the teacher's panel looks: its measures, its type and its few colours. A different room from the
// children's: paper, ink, one accent.
#pragma once

#include "engine/palette.h"

#include <imgui.h>

namespace mirabelle {

/// All in pixels of this screen.
struct Look {
    float scale = 1;    ///< 1 on a tablet of 1280×800
    float row = 65;     ///< height of a row: 11 mm at least
    float touch = 53;   ///< smallest side of what can be touched: 9 mm at least
    float gap = 12;     ///< between neighbours
    float padding = 24; ///< inside a page
    float radius = 12;  ///< of a card's corners: 2 mm
    ImFont* body = nullptr;
    ImFont* heading = nullptr;
    ImFont* title = nullptr;

    float pixels(float at_1280) const { return at_1280 * scale; }
};

/// The measures for a screen of `width`×`height` pixels; the fonts are set by whoever loads them.
Look look_for(float width, float height, float pixels_per_millimetre);
/// Dear ImGui's own style, made ours.
void apply_style(const Look& look);

ImU32 ink_of(Colour colour);

/// The colours of the panel, derived from the palette.
namespace panel_colour {
inline constexpr Colour paper = palette::paper;
inline constexpr Colour card = palette::white;
inline constexpr Colour ink = palette::ink;
inline constexpr Colour quiet = mix(palette::ink, palette::paper, 0.22); ///< second voice, contrast above 4.5
inline constexpr Colour line = mix(palette::ink, palette::paper, 0.86);
inline constexpr Colour accent = palette::leaf_deep;
inline constexpr Colour accent_pale = mix(palette::leaf_deep, palette::paper, 0.86);
inline constexpr Colour pressed = mix(palette::leaf_deep, palette::paper, 0.74);
inline constexpr Colour warning = palette::berry;
} // namespace panel_colour

} // namespace mirabelle
