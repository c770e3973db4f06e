#include "teacher/panel/look.h"

#include <algorithm>

namespace mirabelle {

namespace {

ImVec4 vector_of(Colour colour, float opacity = 1) {
    return {static_cast<float>(colour.red) / 255, static_cast<float>(colour.green) / 255,
            static_cast<float>(colour.blue) / 255, opacity};
}

/// How large letters stay on a tablet held upright, of those on one that lies: all pages have room for that.
constexpr float upright = 0.72F;

} // namespace

ImU32 ink_of(Colour colour) { return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha); }

Look look_for(float width, float height, float pixels_per_millimetre) {
    Look look;
    const float share =
        std::clamp(std::min(std::max(width, height) / 1280, std::min(width, height) / 800), 0.6F, 4.0F);
    look.scale = std::clamp(std::max(std::min(width / 1280, height / 800), upright * share), 0.6F, 4.0F);
    // Millimetres count on a tablet, however it is held; on a class display the teacher stands close and
    // pixels are large, so that the share of the screen counts there.
    look.row = std::max(48 * look.scale, std::min(11 * pixels_per_millimetre, 72 * share));
    look.touch = std::max(44 * look.scale, std::min(9 * pixels_per_millimetre, 60 * share));
    look.gap = 12 * look.scale;
    look.padding = 24 * look.scale;
    look.radius = 10 * look.scale;
    return look;
}

void apply_style(const Look& look) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.ChildBorderSize = 0;
    style.ItemSpacing = {look.gap, look.gap * 0.7F};
    style.FramePadding = {look.gap, look.gap};
    style.FrameRounding = look.radius;
    style.ScrollbarSize = 8 * look.scale;
    style.ScrollbarRounding = 4 * look.scale;
    style.AntiAliasedLines = true;
    style.AntiAliasedLinesUseTex = false;
    style.AntiAliasedFill = true;
    style.CircleTessellationMaxError = 0.2F;
    ImVec4* colours = style.Colors;
    colours[ImGuiCol_Text] = vector_of(panel_colour::ink);
    colours[ImGuiCol_WindowBg] = vector_of(panel_colour::paper);
    colours[ImGuiCol_ChildBg] = vector_of(panel_colour::paper, 0);
    colours[ImGuiCol_FrameBg] = vector_of(panel_colour::card);
    colours[ImGuiCol_ScrollbarBg] = vector_of(panel_colour::paper, 0);
    colours[ImGuiCol_ScrollbarGrab] = vector_of(panel_colour::line);
    colours[ImGuiCol_ScrollbarGrabHovered] = vector_of(panel_colour::line);
    colours[ImGuiCol_ScrollbarGrabActive] = vector_of(panel_colour::quiet);
    colours[ImGuiCol_TextSelectedBg] = vector_of(panel_colour::accent_pale);
}

} // namespace mirabelle
