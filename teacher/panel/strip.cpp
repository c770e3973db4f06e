#include "teacher/panel/strip.h"

#include "teacher/panel/widgets.h"

namespace mirabelle {

float strip_height(const Look& look) { return look.touch + 2 * look.pixels(10); }

StripAction draw_strip(const Look& look, const Words& words, const StripState& state) {
    forget_panel_targets();
    StripAction action = StripAction::none;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(screen);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{look.padding, look.pixels(10)});
    ImGui::Begin("strip", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    const auto offer = [&](const char* key, Icon icon, StripAction meant, Tone tone = Tone::plain) {
        if (button(look, words(key), icon, tone))
            action = meant;
        ImGui::SameLine();
    };
    if (state.paused)
        offer("strip.go_on", Icon::play, StripAction::go_on, Tone::strong);
    else
        offer("strip.pause", Icon::pause, StripAction::pause);
    offer("strip.next", Icon::next, StripAction::next);
    const auto level = [&](bool possible, const char* key, Icon icon, StripAction meant) {
        if (possible)
            return offer(key, icon, meant);
        idle_button(look, words(key), icon);
        ImGui::SameLine();
    };
    level(state.easier, "strip.easier", Icon::minus, StripAction::easier);
    level(state.harder, "strip.harder", Icon::plus, StripAction::harder);
    offer("strip.end", Icon::stop, StripAction::end);
    const float width =
        text_size(look, Type::body, words("strip.panel")).x + 2 * look.pixels(18) + look.pixels(32);
    const float left = screen.x - look.padding - width;
    if (!state.activity.empty()) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        write_into(look, Type::heading, words("activity." + state.activity), from,
                   {left - look.gap, from.y + look.touch}, panel_colour::quiet, 1);
    }
    ImGui::SetCursorPosX(left);
    offer("strip.panel", Icon::lock, StripAction::panel);
    ImGui::GetWindowDrawList()->AddLine({0, screen.y - 1}, {screen.x, screen.y - 1},
                                        ink_of(panel_colour::line), 2 * look.scale);
    ImGui::End();
    return action;
}

} // namespace mirabelle
