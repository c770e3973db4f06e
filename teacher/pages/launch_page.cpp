// Launching: which activity, how hard, for whom; two taps are enough.
#include "teacher/pages/launch_seats.h"
#include "teacher/pages/pages.h"
#include "teacher/pages/progress_words.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace mirabelle {

namespace {

constexpr float card_height = 162; // pixels at 1280×800

class LaunchPage final : public Page {
  public:
    explicit LaunchPage(Desk& desk) : desk_(desk), seats_(desk) {
        if (!desk.activities.empty())
            activity_ = &desk.activities.front();
    }

    void refresh() override { seats_.refresh(); }

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
            seats_.draw(look,
                        activity_ == nullptr ? LaunchSeats::Class::may_not : LaunchSeats::Class::may_play);
            ImGui::EndChild();
        }
        draw_foot(look);
    }

  private:
    /// A row that follows the finger: there may be more activities than find room.
    void draw_activities(const Look& look) {
        ImGui::BeginChild("activities", {0, look.pixels(card_height)}, false,
                          ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar |
                              ImGuiWindowFlags_HorizontalScrollbar);
        scroll_under_finger();
        const auto some = desk_.activities.first(std::min<std::size_t>(3, desk_.activities.size()));
        if (draw_card(look, "free", some, desk_.words("launch.free"), activity_ == nullptr)) {
            activity_ = nullptr;
            level_ = nullptr;
        }
        for (const Activity& activity : desk_.activities) {
            const std::string id(activity.id);
            ImGui::SameLine();
            if (draw_card(look, id, {&activity, 1}, desk_.words("activity." + id), activity_ == &activity)) {
                activity_ = &activity;
                level_ = nullptr;
            }
        }
        ImGui::EndChild();
    }

    /// With the picture of one activity, or small ones of three to choose from.
    bool draw_card(const Look& look, const std::string& id, std::span<const Activity> shown, const char* name,
                   bool chosen) {
        const float width = look.pixels(190), room = look.pixels(118), height = look.pixels(card_height);
        const ImVec2 from = ImGui::GetCursorScreenPos(), to{from.x + width, from.y + height};
        const bool tap = tapped(id.c_str(), {width, height});
        if (!ImGui::IsRectVisible(from, to))
            return tap; // its picture would be drawn for nobody
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(from, to, ink_of(chosen ? panel_colour::accent_pale : panel_colour::card),
                           look.radius);
        list.AddRect(from, to, ink_of(chosen ? panel_colour::accent : panel_colour::line), look.radius, 0,
                     look.scale * (chosen ? 2.5F : 1.0F));
        const float all = std::floor(room * 0.92F), side = std::floor(shown.size() == 1 ? all : all * 0.52F);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const float middle =
                (static_cast<float>(i) - static_cast<float>(shown.size() - 1) / 2) * all * 0.48F;
            const float lower = shown.size() == 1 ? 0 : all * (i % 2 == 0 ? 0.08F : 0.4F);
            const ImVec2 corner{std::floor(from.x + (width - side) / 2 + middle),
                                std::floor(from.y + look.pixels(8) + lower)};
            const PictureId picture = desk_.content.picture("card_" + std::string(shown[i].id));
            if (const ImTextureID card = desk_.pictures.picture(picture, side))
                list.AddImage(card, corner, {corner.x + side, corner.y + side});
        }
        write_into(look, Type::body, name, {from.x + look.pixels(6), to.y - look.pixels(40)},
                   {to.x - look.pixels(6), to.y - look.pixels(4)}, panel_colour::ink, 0.5F);
        return tap;
    }

    void draw_levels(const Look& look) {
        if (activity_ == nullptr)
            return say_wrapped(look, Type::body, desk_.words("launch.free_help"),
                               ImGui::GetContentRegionAvail().x, panel_colour::quiet);
        say(look, Type::heading, desk_.words("launch.level"));
        std::array<const char*, 1> fitting{desk_.words("launch.fitting")};
        if (choices(look, "fitting", fitting, level_ == nullptr ? 0 : -1) == 0)
            level_ = nullptr;
        std::map<std::string_view, int> numbers; // by column
        for (const Level& level : desk_.content.levels(activity_->id)) {
            const std::string& column = desk_.content.skill(level.skill).column;
            const std::string label =
                desk_.words.with("launch.level_name", {{"band", column_short(level.band, column)},
                                                       {"n", std::to_string(++numbers[column])}});
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
    const char* column_short(Band band, const std::string& column) const {
        if (column != name_of(band))
            return column.c_str();
        return desk_.words(band == Band::PS   ? "band.ps_short"
                           : band == Band::MS ? "band.ms_short"
                                              : "band.gs_short");
    }

    void draw_foot(const Look& look) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const float width = look.pixels(200), right = from.x + ImGui::GetContentRegionAvail().x;
        if (activity_ == nullptr || !seats_.draw_modes(look))
            write_into(look, Type::body, seats_.summary(), from,
                       {right - width - look.gap, from.y + look.touch}, panel_colour::quiet);
        ImGui::SetCursorScreenPos({right - width, from.y});
        if (!button(look, desk_.words("launch.start"), Icon::play, Tone::strong, width))
            return;
        LaunchWish wish;
        wish.activity = activity_ == nullptr ? "" : std::string(activity_->id);
        wish.level = level_ == nullptr ? "" : level_->id;
        seats_.fill(wish);
        desk_.launch = std::move(wish);
        desk_.close = true;
    }

    Desk& desk_;
    LaunchSeats seats_;
    const Activity* activity_ = nullptr; ///< nothing: each child chooses in its garden
    const Level* level_ = nullptr;       ///< what fits each child
};

} // namespace

std::unique_ptr<Page> make_launch_page(Desk& desk) { return std::make_unique<LaunchPage>(desk); }

} // namespace mirabelle
