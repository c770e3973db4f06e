#include "teacher/panel/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace mirabelle {

namespace {

constexpr float tap_wanders = 14; // pixels at 1280×800 that a tapping finger may slide

float wander() { return tap_wanders * ImGui::GetIO().DisplaySize.y / 800; }

bool has_scrolled() {
    const ImVec2 drag = ImGui::GetMouseDragDelta(0, 0);
    return std::abs(drag.x) > wander() || std::abs(drag.y) > wander();
}

/// One panel is drawn at a time.
std::vector<PanelTarget>& targets() {
    static std::vector<PanelTarget> all;
    return all;
}

struct Paint {
    Colour ground, writing, edge;
};

Paint paint_of(Tone tone) {
    using namespace panel_colour;
    switch (tone) {
    case Tone::strong:
        return {accent, palette::white, accent};
    case Tone::chosen:
        return {accent_pale, accent, accent};
    case Tone::warning:
        return {card, warning, warning};
    case Tone::quiet:
        return {paper, ink, paper};
    case Tone::plain:
        break;
    }
    return {card, ink, line};
}

void draw_button(const Look& look, std::string_view label, Icon icon, const Paint& paint, ImVec2 from,
                 ImVec2 to) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, to, ink_of(paint.ground), look.radius);
    list.AddRect(from, to, ink_of(paint.edge), look.radius, 0, 1.5F * look.scale);
    const float side = look.pixels(24), middle = (from.y + to.y) / 2;
    const float words = label.empty() ? 0 : text_size(look, Type::body, label).x;
    const float sign = icon == Icon::none ? 0 : side;
    const float between = sign > 0 && words > 0 ? look.gap * 0.7F : 0;
    float x = (from.x + to.x - words - sign - between) / 2;
    draw_icon(list, icon, {x + sign / 2, middle}, side, ink_of(paint.writing));
    x += sign + between;
    write_into(look, Type::body, label, {x, from.y}, {x + words + 1, to.y}, paint.writing);
}

ImVec2 button_size(const Look& look, std::string_view label, Icon icon, float width) {
    if (width > 0)
        return {width, look.touch};
    const float words = label.empty() ? 0 : text_size(look, Type::body, label).x + 2 * look.pixels(18);
    return {std::max(words + (icon == Icon::none ? 0 : look.pixels(32)), look.touch), look.touch};
}

} // namespace

ImFont* font_of(const Look& look, Type type) {
    return type == Type::title ? look.title : type == Type::heading ? look.heading : look.body;
}

ImVec2 text_size(const Look& look, Type type, std::string_view text) {
    ImFont* font = font_of(look, type);
    return font->CalcTextSizeA(font->FontSize, 1e9F, 0, text.data(), text.data() + text.size());
}

void say(const Look& look, Type type, std::string_view text, Colour colour) {
    ImGui::PushFont(font_of(look, type));
    ImGui::PushStyleColor(ImGuiCol_Text, ink_of(colour));
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void say_wrapped(const Look& look, Type type, std::string_view text, float width, Colour colour) {
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    say(look, type, text, colour);
    ImGui::PopTextWrapPos();
}

void write_into(const Look& look, Type type, std::string_view text, ImVec2 from, ImVec2 to, Colour colour,
                float align) {
    ImFont* font = font_of(look, type);
    std::string shown(text);
    while (!shown.empty() && text_size(look, type, shown).x > to.x - from.x) {
        if (shown.size() >= 3 && shown.compare(shown.size() - 3, 3, "…") == 0)
            shown.resize(shown.size() - 3);
        while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80)
            shown.pop_back();
        if (!shown.empty())
            shown.pop_back();
        shown += "…";
        if (shown == "…")
            break;
    }
    const ImVec2 size = text_size(look, type, shown);
    const ImVec2 at{std::floor(from.x + (to.x - from.x - size.x) * align),
                    std::floor(from.y + (to.y - from.y - size.y) / 2)};
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, at, ink_of(colour), shown.c_str());
}

const std::vector<PanelTarget>& panel_targets() { return targets(); }
void forget_panel_targets() { targets().clear(); }

bool tapped(const char* id, ImVec2 size) {
    const ImVec2 from = ImGui::GetCursorScreenPos(), to{from.x + size.x, from.y + size.y};
    if (ImGui::IsRectVisible(from, to)) {
        const ImVec2 least = ImGui::GetWindowDrawList()->GetClipRectMin(),
                     most = ImGui::GetWindowDrawList()->GetClipRectMax();
        targets().push_back({id,
                             {std::max(from.x, least.x), std::max(from.y, least.y)},
                             {std::min(to.x, most.x), std::min(to.y, most.y)},
                             from.x >= least.x && from.y >= least.y && to.x <= most.x && to.y <= most.y});
    }
    return ImGui::InvisibleButton(id, {std::max(size.x, 1.0F), std::max(size.y, 1.0F)}) && !has_scrolled();
}

bool held_down() { return ImGui::IsItemActive() && !has_scrolled(); }

bool button(const Look& look, const char* label, Icon icon, Tone tone, float width) {
    const ImVec2 from = ImGui::GetCursorScreenPos(), size = button_size(look, label, icon, width);
    const bool tap = tapped(label, size);
    Paint paint = paint_of(tone);
    if (held_down())
        paint.ground = mix(paint.ground, panel_colour::accent, 0.2);
    draw_button(look, label, icon, paint, from, {from.x + size.x, from.y + size.y});
    return tap;
}

bool icon_button(const Look& look, const char* id, Icon icon, Tone tone) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const bool tap = tapped(id, {look.touch, look.touch});
    Paint paint = paint_of(tone);
    if (held_down())
        paint.ground = panel_colour::pressed;
    draw_button(look, "", icon, paint, from, {from.x + look.touch, from.y + look.touch});
    return tap;
}

void idle_button(const Look& look, const char* label, Icon icon, float width) {
    const ImVec2 from = ImGui::GetCursorScreenPos(), size = button_size(look, label, icon, width);
    ImGui::Dummy(size);
    const Colour pale = mix(panel_colour::ink, panel_colour::paper, 0.6);
    draw_button(look, label, icon, {panel_colour::paper, pale, panel_colour::line}, from,
                {from.x + size.x, from.y + size.y});
}

int choices(const Look& look, const char* id, std::span<const char* const> labels, int chosen) {
    int result = -1;
    ImGui::PushID(id);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (i > 0)
            ImGui::SameLine(0, look.gap * 0.6F);
        ImGui::PushID(static_cast<int>(i));
        const bool is_chosen = static_cast<int>(i) == chosen;
        if (button(look, labels[i], is_chosen ? Icon::check : Icon::none,
                   is_chosen ? Tone::chosen : Tone::plain))
            result = static_cast<int>(i);
        ImGui::PopID();
    }
    ImGui::PopID();
    return result;
}

void scroll_under_finger() {
    const bool inside = ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                                               ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    if (!inside || !ImGui::IsMouseDown(0) || !has_scrolled())
        return;
    const ImVec2 delta = ImGui::GetIO().MouseDelta;
    ImGui::SetScrollY(ImGui::GetScrollY() - delta.y);
    if (ImGui::GetScrollMaxX() > 0)
        ImGui::SetScrollX(ImGui::GetScrollX() - delta.x);
}

ScrollArea::ScrollArea(const char* id, ImVec2 size) {
    ImGui::BeginChild(id, size, false, ImGuiWindowFlags_NoBackground);
    scroll_under_finger();
}
ScrollArea::~ScrollArea() { ImGui::EndChild(); }

void progress_bar(const Look& look, double share, float width) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float height = look.pixels(12);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, {from.x + width, from.y + height}, ink_of(panel_colour::line), height / 2);
    const float filled = width * static_cast<float>(std::clamp(share, 0.0, 1.0));
    if (filled > height)
        list.AddRectFilled(from, {from.x + filled, from.y + height}, ink_of(panel_colour::accent),
                           height / 2);
    ImGui::Dummy({width, height});
}

void space(float pixels) { ImGui::Dummy({0, pixels}); }

} // namespace mirabelle
