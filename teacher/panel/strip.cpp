#include "teacher/panel/strip.h"

#include "teacher/panel/desk.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr float long_press = 1; // seconds

struct Offer {
    const char* key;
    Icon icon;
    StripAction meant;
    Tone tone = Tone::plain;
    bool possible = true;
};

/// The buttons of one frame, from left to right.
class StripRow {
  public:
    StripRow(const Look& look, const StripParts& parts, StripPress press)
        : look_(look), parts_(parts), press_(press) {}

    /// Signs without words are shown where the words find no room.
    void offer(const Offer& offer, bool with_words) {
        const char* label = parts_.words(offer.key);
        if (!offer.possible)
            idle_button(look_, with_words ? label : "", offer.icon);
        else if (is_meant(with_words ? button(look_, label, offer.icon, offer.tone)
                                     : icon_button(look_, label, offer.icon, offer.tone)))
            news_.action = offer.meant;
        ImGui::SameLine(0, look_.gap);
    }

    /// Who sits in lane `number`: a press makes room for another child.
    void lane(std::size_t number, const std::optional<std::string>& portrait) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const std::string id = "lane " + std::to_string(number + 1);
        const float side = look_.touch;
        if (is_meant(tapped(id.c_str(), {side, side}))) {
            news_.action = StripAction::change_child;
            news_.lane = number;
        }
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 centre{from.x + side / 2, from.y + side / 2};
        if (portrait)
            draw_portrait(parts_.content, parts_.pictures, *portrait, from, side);
        else {
            list.AddCircle(centre, side / 2 - look_.scale, ink_of(panel_colour::line), 0, 2 * look_.scale);
            draw_icon(list, Icon::child, centre, side * 0.5F, ink_of(panel_colour::line));
        }
        ImGui::SameLine(0, look_.gap);
    }

    /// How long the press has lasted; above everything else.
    void draw_press() const {
        if (foot_)
            ImGui::GetWindowDrawList()->AddRectFilled({foot_->first.x, foot_->second.y - look_.pixels(7)},
                                                      foot_->second, ink_of(panel_colour::accent),
                                                      look_.pixels(3));
    }
    const StripNews& news() const { return news_; }

  private:
    /// Of the button drawn last.
    bool is_meant(bool tap) {
        const ImGuiIO& io = ImGui::GetIO();
        const bool held = held_down();
        news_.pressed = news_.pressed || held;
        if (press_ == StripPress::tap)
            return tap;
        if (!held)
            return false;
        const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
        const float share = std::min(io.MouseDownDuration[0] / long_press, 1.0F);
        foot_ = {from, {from.x + (to.x - from.x) * share, to.y}};
        return io.MouseDownDuration[0] >= long_press && io.MouseDownDurationPrev[0] < long_press;
    }

    const Look& look_;
    const StripParts& parts_;
    StripPress press_;
    StripNews news_;
    std::optional<std::pair<ImVec2, ImVec2>> foot_; ///< of the button that is held
};

float width_of(const Look& look, const char* label) {
    return std::max(text_size(look, Type::body, label).x + 2 * look.pixels(18) + look.pixels(32), look.touch);
}

} // namespace

float strip_height(const Look& look) { return look.touch + 2 * look.pixels(10); }

StripNews draw_strip(const Look& look, const StripParts& parts, const StripState& state, StripPress press) {
    forget_panel_targets();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(screen);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{look.padding, look.pixels(10)});
    ImGui::Begin("strip", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    const std::array offers{
        state.paused ? Offer{"strip.go_on", Icon::play, StripAction::go_on, Tone::strong}
                     : Offer{"strip.pause", Icon::pause, StripAction::pause, Tone::plain, state.playing},
        Offer{"strip.next", Icon::next, StripAction::next, Tone::plain, state.playing},
        Offer{"strip.easier", Icon::minus, StripAction::easier, Tone::plain, state.easier},
        Offer{"strip.harder", Icon::plus, StripAction::harder, Tone::plain, state.harder},
        Offer{"strip.end", Icon::stop, StripAction::end, Tone::plain, state.playing},
        Offer{"strip.panel", Icon::lock, StripAction::panel},
    };
    const float portraits = static_cast<float>(state.lanes.size()) * (look.touch + look.gap);
    float words = portraits + 2 * look.padding;
    for (const Offer& offer : offers)
        words += width_of(look, parts.words(offer.key)) + look.gap;
    const bool with_words = words <= screen.x;
    StripRow row(look, parts, press);
    for (const Offer& offer : offers)
        if (offer.meant != StripAction::panel)
            row.offer(offer, with_words);
    const float panel = with_words ? width_of(look, parts.words("strip.panel")) : look.touch;
    const float left = screen.x - look.padding - panel - portraits;
    if (!state.activity.empty()) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        if (left - look.gap - from.x > look.touch)
            write_into(look, Type::heading, parts.words("activity." + state.activity), from,
                       {left - look.gap, from.y + look.touch}, panel_colour::quiet, 1);
    }
    ImGui::SetCursorPosX(left);
    for (std::size_t lane = 0; lane < state.lanes.size(); ++lane)
        row.lane(lane, state.lanes[lane]);
    row.offer(offers.back(), with_words);
    row.draw_press();
    ImGui::GetWindowDrawList()->AddLine({0, screen.y - 1}, {screen.x, screen.y - 1},
                                        ink_of(panel_colour::line), 2 * look.scale);
    ImGui::End();
    return row.news();
}

} // namespace mirabelle
