#include "teacher/panel/code_pad.h"

#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mirabelle {

namespace {

constexpr std::array<const char*, 12> keys{"1", "2", "3", "4", "5", "6", "7", "8", "9", "<", "0", "ok"};

} // namespace

const char* CodePad::question() const {
    if (is_set_)
        return "code.enter";
    return first_.empty() ? "code.choose" : "code.again";
}

void CodePad::enter() {
    remark_ = nullptr;
    if (typed_.size() < TeacherCode::shortest) {
        remark_ = "code.too_short";
        return;
    }
    const std::string typed = std::exchange(typed_, {});
    if (is_set_) {
        opened_ = code_.try_code(typed, desk_.now) == CodeVerdict::right;
        remark_ = opened_ ? nullptr : "code.wrong";
    } else if (first_.empty()) {
        first_ = typed;
    } else if (typed == first_) {
        code_.set(typed);
        opened_ = true;
    } else {
        first_.clear();
        remark_ = "code.differs";
    }
}

void CodePad::draw_typed(const Look& look, float width) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float step = look.pixels(36), radius = look.pixels(9);
    const auto places = std::max(typed_.size(), TeacherCode::shortest);
    float x = from.x + (width - step * static_cast<float>(places - 1)) / 2;
    for (std::size_t i = 0; i < places; ++i, x += step) {
        const ImVec2 centre{x, from.y + step / 2};
        if (i < typed_.size())
            list.AddCircleFilled(centre, radius, ink_of(panel_colour::ink));
        else
            list.AddCircle(centre, radius, ink_of(panel_colour::quiet), 0, 1.5F * look.scale);
    }
    ImGui::Dummy({width, step});
}

void CodePad::draw(const Look& look) {
    // The journal is asked while no group of ImGui is open: it may throw.
    is_set_ = code_.is_set();
    wait_ = code_.wait(desk_.now);
    bool entered = false;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float key = std::max(look.pixels(76), look.touch), gap = look.gap;
    const float width = 3 * key + 2 * gap;
    ImGui::SetCursorPos({look.padding, look.padding});
    if (button(look, desk_.words("code.back"), Icon::back, Tone::quiet))
        desk_.close = true;

    const float column = look.pixels(520);
    ImGui::SetCursorPos({(screen.x - column) / 2, screen.y * 0.09F});
    ImGui::BeginGroup();
    const auto centred = [&](Type type, const char* text, Colour colour) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const float height = text_size(look, type, text).y;
        write_into(look, type, text, from, {from.x + column, from.y + height}, colour, 0.5F);
        ImGui::Dummy({column, height});
    };
    centred(Type::title, desk_.words(question()), panel_colour::ink);
    const std::string remark =
        wait_ > 0 ? desk_.words.with("code.wait", {{"seconds", std::to_string((wait_ + 999) / 1000)}})
        : remark_ != nullptr ? desk_.words(remark_)
                             : desk_.words(is_set_ ? "code.forgotten" : "code.why");
    centred(Type::body, remark.c_str(),
            remark_ != nullptr || wait_ > 0 ? panel_colour::warning : panel_colour::quiet);
    space(look.pixels(8));
    draw_typed(look, column);
    space(look.pixels(8));
    const float left = ImGui::GetCursorPosX() + (column - width) / 2;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i % 3 == 0)
            ImGui::SetCursorPosX(left);
        else
            ImGui::SameLine(0, gap);
        const std::string_view label = keys[i];
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const bool tap = tapped(keys[i], {key, key * 0.92F});
        const ImVec2 to{from.x + key, from.y + key * 0.92F};
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool strong = label == "ok";
        const Colour ground = held_down() ? panel_colour::pressed
                              : strong    ? panel_colour::accent
                                          : panel_colour::card;
        list.AddRectFilled(from, to, ink_of(ground), look.radius);
        list.AddRect(from, to, ink_of(strong ? panel_colour::accent : panel_colour::line), look.radius, 0,
                     look.scale);
        const ImVec2 centre{(from.x + to.x) / 2, (from.y + to.y) / 2};
        if (label == "<")
            draw_icon(list, Icon::erase, centre, look.pixels(30), ink_of(panel_colour::ink));
        else if (strong)
            draw_icon(list, Icon::check, centre, look.pixels(34), ink_of(palette::white));
        else
            write_into(look, Type::title, label, from, to, panel_colour::ink, 0.5F);
        if (!tap || wait_ > 0)
            continue;
        if (strong)
            entered = true;
        else if (label == "<" && !typed_.empty())
            typed_.erase(typed_.end() - 1);
        else if (label != "<" && typed_.size() < TeacherCode::longest)
            typed_ += label;
    }
    ImGui::EndGroup();
    if (entered)
        enter();
}

} // namespace mirabelle
