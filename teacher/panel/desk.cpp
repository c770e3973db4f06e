#include "teacher/panel/desk.h"

#include "engine/civil_time.h"

#include <fmt/format.h>

#include <cmath>

namespace mirabelle {

std::string date_words(const Desk& desk, UtcMilliseconds when) {
    const CivilTime date = civil_time(when + desk.day_offset);
    return desk.words.with("date.day", {{"day", std::to_string(date.day)},
                                        {"month", desk.words(fmt::format("date.month_{}", date.month))}});
}

std::string minutes_words(const Desk& desk, Milliseconds time) {
    constexpr Milliseconds minute = 60'000;
    if (time <= 0)
        return "–";
    if (time < minute)
        return desk.words("date.less_than_a_minute");
    return desk.words.with("date.minutes", {{"n", std::to_string((time + minute / 2) / minute)}});
}

void draw_portrait(const Desk& desk, const Child& child, ImVec2 from, float side) {
    draw_portrait(desk.content, desk.pictures, child.portrait, from, side);
}

void draw_portrait(const Content& content, PanelPictures& pictures, std::string_view name, ImVec2 from,
                   float side) {
    const Portrait& portrait = content.portrait(name);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 centre{from.x + side / 2, from.y + side / 2};
    list.AddCircleFilled(centre, side / 2, ink_of(portrait.colour));
    const float inner = std::round(side * 0.68F);
    const ImVec2 corner{std::round(centre.x - inner / 2), std::round(centre.y - inner / 2)};
    if (const ImTextureID picture = pictures.picture(portrait.picture, inner))
        list.AddImage(picture, corner, {corner.x + inner, corner.y + inner});
}

} // namespace mirabelle
