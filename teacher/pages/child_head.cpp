#include "teacher/pages/child_head.h"

#include "teacher/panel/widgets.h"

#include <algorithm>

namespace mirabelle {

namespace {

void step(Desk& desk, const ChildHead& head, std::ptrdiff_t by) {
    const auto count = static_cast<std::ptrdiff_t>(head.children.size());
    const auto here = std::find_if(head.children.begin(), head.children.end(),
                                   [&](const Child& child) { return child.id == head.child.id; });
    const auto next = (std::distance(head.children.begin(), here) + by + count) % count;
    desk.child = head.children[static_cast<std::size_t>(next)].id;
}

} // namespace

const Child* chosen_child(Desk& desk, std::span<const Child> children) {
    if (children.empty())
        return nullptr;
    const auto wished = std::find_if(children.begin(), children.end(),
                                     [&](const Child& child) { return child.id == desk.child; });
    const Child& child = wished == children.end() ? children.front() : *wished;
    desk.child = child.id;
    return &child;
}

HeadTap draw_child_head(const Look& look, Desk& desk, const ChildHead& head) {
    HeadTap tap = HeadTap::nothing;
    const float side = look.pixels(84);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    draw_portrait(desk, head.child, from, side);
    const float button_width = text_size(look, Type::body, head.other_page).x + look.touch + look.pixels(30);
    const float left = from.x + side + look.gap * 1.4F, right = from.x + ImGui::GetContentRegionAvail().x;
    const float buttons = right - 2 * look.touch - 2 * look.gap - button_width;
    write_into(look, Type::title, head.child.first_name, {left, from.y}, {buttons, from.y + side * 0.58F},
               panel_colour::ink);
    write_into(look, Type::body, head.facts, {left, from.y + side * 0.55F}, {buttons, from.y + side},
               panel_colour::quiet);
    ImGui::Dummy({1, side});
    ImGui::SetCursorScreenPos({buttons, from.y + (side - look.touch) / 2});
    if (button(look, head.other_page, head.icon, Tone::plain, button_width))
        tap = HeadTap::other_page;
    ImGui::SameLine(0, look.gap);
    if (icon_button(look, "earlier", Icon::back)) {
        step(desk, head, -1);
        tap = HeadTap::other_child;
    }
    ImGui::SameLine(0, look.gap);
    if (icon_button(look, "later", Icon::forward)) {
        step(desk, head, 1);
        tap = HeadTap::other_child;
    }
    ImGui::SetCursorScreenPos({from.x, from.y + side + look.gap});
    return tap;
}

void draw_nobody(const Look& look, const Desk& desk) {
    say(look, Type::title, desk.words("child.title"));
    say_wrapped(look, Type::heading, desk.words("class.empty"), look.pixels(700), panel_colour::quiet);
}

} // namespace mirabelle
