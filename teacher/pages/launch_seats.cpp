#include "teacher/pages/launch_seats.h"

#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace mirabelle {

void LaunchSeats::refresh() {
    children_ = desk_.journal.children();
    playing_.erase(std::remove_if(playing_.begin(), playing_.end(),
                                  [&](const Uuid& id) { return child(id) == nullptr; }),
                   playing_.end());
}

const Child* LaunchSeats::child(const Uuid& id) const {
    const auto found =
        std::find_if(children_.begin(), children_.end(), [&](const Child& other) { return other.id == id; });
    return found == children_.end() ? nullptr : &*found;
}

std::size_t LaunchSeats::most_places() const {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    return possible_lanes(desk_.diagonal_mm * screen.x / std::hypot(screen.x, screen.y));
}

void LaunchSeats::tap(const Uuid& id) {
    const bool no_open_place = places_ == playing_.size();
    const auto place = std::find(playing_.begin(), playing_.end(), id);
    if (place != playing_.end())
        playing_.erase(place);
    else if (playing_.size() < most_places())
        playing_.push_back(id);
    places_ = no_open_place ? playing_.size() : std::max(places_, playing_.size());
}

void LaunchSeats::draw_places(const Look& look, Class whole) {
    const char* const title = desk_.words("launch.who");
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = text_size(look, Type::heading, title).x + look.gap;
    write_into(look, Type::heading, title, from, {from.x + width, from.y + look.touch}, panel_colour::ink);
    ImGui::SetCursorScreenPos({from.x + width, from.y});
    if (whole == Class::may_play) {
        const std::array<const char*, 1> one{desk_.words("launch.the_class")};
        if (choices(look, "class", one, places_ == 0 ? 0 : -1) == 0) {
            places_ = 0;
            playing_.clear();
        }
        ImGui::SameLine(0, look.gap * 0.6F);
    } else {
        places_ = std::max<std::size_t>(places_, 1);
    }
    std::array<std::string, most_lanes> labels;
    std::array<const char*, most_lanes> names{};
    const std::size_t most = most_places();
    for (std::size_t lanes = 1; lanes <= most; ++lanes) {
        labels[lanes - 1] = lanes == 1 ? std::string(desk_.words("launch.one_place"))
                                       : desk_.words.with("launch.places", {{"n", std::to_string(lanes)}});
        names[lanes - 1] = labels[lanes - 1].c_str();
    }
    const std::span offered = std::span(names).first(most);
    if (const int tapped = choices(look, "places", offered, static_cast<int>(places_) - 1); tapped >= 0) {
        places_ = static_cast<std::size_t>(tapped) + 1;
        playing_.resize(std::min(playing_.size(), places_));
    }
    if (most == most_lanes)
        return;
    const std::string room = most == 1 ? std::string(desk_.words("launch.room_for_one"))
                                       : desk_.words.with("launch.room_for", {{"n", std::to_string(most)}});
    ImVec2 size = text_size(look, Type::body, room);
    size.x += look.gap; // what is exactly as wide would be cut
    ImGui::SameLine(0, look.gap);
    if (ImGui::GetContentRegionAvail().x < size.x)
        ImGui::NewLine();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    write_into(look, Type::body, room, at, {at.x + size.x, at.y + look.touch}, panel_colour::quiet);
    ImGui::Dummy({size.x, look.touch});
}

void LaunchSeats::draw(const Look& look, Class whole) {
    draw_places(look, whole);
    const ScrollArea area("children", {0, 0});
    const float side = std::max(look.row * 1.15F, look.pixels(92)), name = look.pixels(32),
                step = look.pixels(124);
    const auto in_a_row = std::max<std::size_t>(
        1, static_cast<std::size_t>(ImGui::GetContentRegionAvail().x / (step + look.gap)));
    for (std::size_t i = 0; i < children_.size(); ++i) {
        if (i % in_a_row != 0)
            ImGui::SameLine();
        ImGui::PushID(static_cast<int>(i));
        draw_child(look, children_[i], step, side, name);
        ImGui::PopID();
    }
}

void LaunchSeats::draw_child(const Look& look, const Child& child, float step, float side, float name) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    if (tapped("child", {step, side + name}))
        tap(child.id);
    const bool chosen = std::find(playing_.begin(), playing_.end(), child.id) != playing_.end();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 disc{from.x + (step - side) / 2, from.y};
    if (chosen)
        list.AddCircleFilled({disc.x + side / 2, disc.y + side / 2}, side / 2, ink_of(panel_colour::accent));
    const float edge = look.pixels(chosen ? 5 : 2);
    draw_portrait(desk_, child, {disc.x + edge, disc.y + edge}, side - 2 * edge);
    write_into(look, Type::body, child.first_name, {from.x, from.y + side},
               {from.x + step, from.y + side + name}, chosen ? panel_colour::accent : panel_colour::ink,
               0.5F);
}

bool LaunchSeats::draw_modes(const Look& look) {
    if (places_ < 2)
        return false;
    const std::array names{desk_.words("launch.each"), desk_.words("launch.turns"),
                           desk_.words("launch.together")};
    if (const int tapped = choices(look, "mode", names, static_cast<int>(mode_)); tapped >= 0)
        mode_ = static_cast<BoardMode>(tapped);
    return true;
}

std::string LaunchSeats::summary() const {
    std::string who = places_ == 0 ? desk_.words("launch.whole_class") : desk_.words("launch.who_comes");
    for (std::size_t i = 0; i < playing_.size(); ++i)
        who = (i == 0 ? "" : who + ", ") + child(playing_[i])->first_name;
    return desk_.words.with("launch.summary", {{"who", who}});
}

void LaunchSeats::fill(LaunchWish& wish) const {
    for (const Uuid& id : playing_)
        wish.lanes.emplace_back(id);
    wish.open_lanes = static_cast<int>(places_ - playing_.size());
    if (places_ == 0)
        wish.lanes.emplace_back(std::nullopt);
    wish.mode = places_ > 1 && !wish.activity.empty() ? mode_ : BoardMode::each;
}

} // namespace mirabelle
