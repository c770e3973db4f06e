// Launching: which activity, how hard, for whom; two taps are enough.
#include "teacher/pages/pages.h"
#include "teacher/pages/progress_words.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mirabelle {

namespace {

constexpr std::size_t most_lanes = 4;

class LaunchPage final : public Page {
  public:
    explicit LaunchPage(Desk& desk) : desk_(desk) {}

    void refresh() override {
        children_ = desk_.journal.children();
        playing_.erase(std::remove_if(playing_.begin(), playing_.end(),
                                      [&](const Uuid& id) { return child(id) == nullptr; }),
                       playing_.end());
        if (activity_ == nullptr && !desk_.activities.empty())
            activity_ = &desk_.activities.front();
    }

    void draw(const Look& look) override {
        say(look, Type::title, desk_.words("launch.title"));
        draw_activities(look);
        space(look.pixels(2));
        draw_levels(look);
        space(look.pixels(2));
        const float foot = look.touch + look.gap;
        {
            const ImVec2 room = ImGui::GetContentRegionAvail();
            ImGui::BeginChild("who", {room.x, room.y - foot}, false,
                              ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
            draw_children(look);
            ImGui::EndChild();
        }
        draw_foot(look);
    }

  private:
    const Child* child(const Uuid& id) const {
        const auto found = std::find_if(children_.begin(), children_.end(),
                                        [&](const Child& other) { return other.id == id; });
        return found == children_.end() ? nullptr : &*found;
    }

    void draw_activities(const Look& look) {
        const float width = look.pixels(190), picture = look.pixels(118), height = picture + look.pixels(44);
        for (std::size_t i = 0; i < desk_.activities.size(); ++i) {
            const Activity& activity = desk_.activities[i];
            const std::string id(activity.id);
            if (i > 0)
                ImGui::SameLine();
            const ImVec2 from = ImGui::GetCursorScreenPos(), to{from.x + width, from.y + height};
            if (tapped(id.c_str(), {width, height})) {
                activity_ = &activity;
                level_ = nullptr;
            }
            const bool chosen = activity_ == &activity;
            ImDrawList& list = *ImGui::GetWindowDrawList();
            list.AddRectFilled(from, to, ink_of(chosen ? panel_colour::accent_pale : panel_colour::card),
                               look.radius);
            list.AddRect(from, to, ink_of(chosen ? panel_colour::accent : panel_colour::line), look.radius, 0,
                         look.scale * (chosen ? 2.5F : 1.0F));
            const float side = std::floor(picture * 0.92F);
            const ImVec2 corner{std::floor(from.x + (width - side) / 2), std::floor(from.y + look.pixels(8))};
            if (const ImTextureID card = desk_.pictures.picture(desk_.content.picture("card_" + id), side))
                list.AddImage(card, corner, {corner.x + side, corner.y + side});
            write_into(look, Type::body, desk_.words("activity." + id),
                       {from.x + look.pixels(6), to.y - look.pixels(40)},
                       {to.x - look.pixels(6), to.y - look.pixels(4)}, panel_colour::ink, 0.5F);
        }
    }

    void draw_levels(const Look& look) {
        say(look, Type::heading, desk_.words("launch.level"));
        std::array<const char*, 1> fitting{desk_.words("launch.fitting")};
        if (choices(look, "fitting", fitting, level_ == nullptr ? 0 : -1) == 0)
            level_ = nullptr;
        if (activity_ == nullptr)
            return;
        Band band = Band::PS;
        int number = 0;
        for (const Level& level : desk_.content.levels(activity_->id)) {
            number = level.band == band ? number + 1 : 1;
            band = level.band;
            const std::string label =
                desk_.words.with("launch.level_name",
                                 {{"band", desk_.words(band_short(band))}, {"n", std::to_string(number)}});
            ImGui::SameLine(0, look.gap * 0.5F);
            if (ImGui::GetContentRegionAvail().x < text_size(look, Type::body, label).x + look.pixels(44))
                ImGui::NewLine();
            const std::array<const char*, 1> one{label.c_str()};
            ImGui::PushID(level.id.c_str());
            if (choices(look, "level", one, level_ == &level ? 0 : -1) == 0)
                level_ = &level;
            ImGui::PopID();
        }
    }
    static const char* band_short(Band band) {
        return band == Band::PS ? "band.ps_short" : band == Band::MS ? "band.ms_short" : "band.gs_short";
    }

    void draw_children(const Look& look) {
        say(look, Type::heading, desk_.words("launch.who"));
        const ScrollArea area("children", {0, 0});
        const float side = std::max(look.row * 1.15F, look.pixels(92)), name = look.pixels(32),
                    step = look.pixels(124);
        const auto in_a_row = std::max<std::size_t>(
            1, static_cast<std::size_t>(ImGui::GetContentRegionAvail().x / (step + look.gap)));
        for (std::size_t i = 0; i < children_.size(); ++i) {
            if (i % in_a_row != 0)
                ImGui::SameLine();
            const Child& child = children_[i];
            const auto place = std::find(playing_.begin(), playing_.end(), child.id);
            const ImVec2 from = ImGui::GetCursorScreenPos();
            ImGui::PushID(static_cast<int>(i));
            if (tapped("child", {step, side + name})) {
                if (place != playing_.end())
                    playing_.erase(place);
                else if (playing_.size() < most_lanes)
                    playing_.push_back(child.id);
            }
            ImGui::PopID();
            const bool chosen = std::find(playing_.begin(), playing_.end(), child.id) != playing_.end();
            ImDrawList& list = *ImGui::GetWindowDrawList();
            const ImVec2 disc{from.x + (step - side) / 2, from.y};
            if (chosen)
                list.AddCircleFilled({disc.x + side / 2, disc.y + side / 2}, side / 2,
                                     ink_of(panel_colour::accent));
            const float edge = look.pixels(chosen ? 5 : 2);
            draw_portrait(desk_, child, {disc.x + edge, disc.y + edge}, side - 2 * edge);
            write_into(look, Type::body, child.first_name, {from.x, from.y + side},
                       {from.x + step, from.y + side + name},
                       chosen ? panel_colour::accent : panel_colour::ink, 0.5F);
        }
    }

    void draw_foot(const Look& look) {
        std::string who = desk_.words("launch.whole_class");
        if (!playing_.empty()) {
            who.clear();
            for (const Uuid& id : playing_)
                who += (who.empty() ? "" : ", ") + child(id)->first_name;
        }
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const float width = look.pixels(240), right = from.x + ImGui::GetContentRegionAvail().x;
        write_into(look, Type::body, desk_.words.with("launch.summary", {{"who", who}}), from,
                   {right - width - look.gap, from.y + look.touch}, panel_colour::quiet);
        ImGui::SetCursorScreenPos({right - width, from.y});
        if (!button(look, desk_.words("launch.start"), Icon::play, Tone::strong, width) ||
            activity_ == nullptr)
            return;
        LaunchWish wish{std::string(activity_->id), level_ == nullptr ? "" : level_->id, {}};
        for (const Uuid& id : playing_)
            wish.lanes.emplace_back(id);
        if (wish.lanes.empty())
            wish.lanes.emplace_back(std::nullopt);
        desk_.launch = std::move(wish);
        desk_.close = true;
    }

    Desk& desk_;
    std::vector<Child> children_;
    std::vector<Uuid> playing_; ///< a lane each, left to right; nobody: the whole class in one
    const Activity* activity_ = nullptr;
    const Level* level_ = nullptr; ///< what fits each child
};

} // namespace

std::unique_ptr<Page> make_launch_page(Desk& desk) { return std::make_unique<LaunchPage>(desk); }

} // namespace mirabelle
