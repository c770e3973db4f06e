#include "teacher/pages/access_part.h"

#include "teacher/panel/widgets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr Milliseconds pace_step = 200;
constexpr float text_width = 620; // pixels at 1280 × 800

/// Keys of the panel's words.
struct ModeWords {
    const char *name, *why, *usual, *other;
};

/// One way of playing, as usual or for this child.
template <typename Mode>
void draw_mode(const Look& look, const Words& words, const ModeWords& keys, Mode usual, Mode other,
               Mode& mode) {
    say(look, Type::heading, words(keys.name));
    say_wrapped(look, Type::body, words(keys.why),
                std::min(ImGui::GetContentRegionAvail().x, look.pixels(text_width)), panel_colour::quiet);
    const std::array labels{words(keys.usual), words(keys.other)};
    if (const int tap = choices(look, keys.name, labels, mode == usual ? 0 : 1); tap >= 0)
        mode = tap == 0 ? usual : other;
    space(look.pixels(6));
}

/// How long the ring stays, in tenths of a second.
void draw_pace(const Look& look, const Words& words, const Easing& easing, Access& access) {
    const Milliseconds now = access.scan_step > 0 ? access.scan_step : easing.scan_step;
    Milliseconds wished = now;
    say(look, Type::body, words("access.pace"));
    if (icon_button(look, "faster", Icon::minus))
        wished -= pace_step;
    ImGui::SameLine(0, look.gap * 0.5F);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = look.pixels(150);
    ImGui::Dummy({width, look.touch});
    const std::string seconds =
        fmt::format("{}{}{}", now / 1000, words("settings.decimal"), now % 1000 / 100);
    write_into(look, Type::heading, words.with("access.seconds", {{"n", seconds}}), from,
               {from.x + width, from.y + look.touch}, panel_colour::ink, 0.5F);
    ImGui::SameLine(0, look.gap * 0.5F);
    if (icon_button(look, "slower", Icon::plus))
        wished += pace_step;
    if (wished != now)
        access.scan_step = std::clamp(wished, easing.scan_step_least, easing.scan_step_most);
}

} // namespace

void draw_access(const Look& look, const Words& words, const Easing& easing, Access& access) {
    const ScrollArea area("access", {0, 0});
    say_wrapped(look, Type::body, words("access.why"),
                std::min(ImGui::GetContentRegionAvail().x, look.pixels(text_width)), panel_colour::quiet);
    space(look.pixels(4));
    draw_mode(look, words, {"access.hand", "access.hand_why", "access.hand_usual", "access.hand_other"},
              Hand::right, Hand::left, access.hand);
    draw_mode(look, words,
              {"access.targets", "access.targets_why", "access.targets_usual", "access.targets_other"},
              TargetSize::usual, TargetSize::large, access.targets);
    draw_mode(look, words, {"access.tempo", "access.tempo_why", "access.tempo_usual", "access.tempo_other"},
              Tempo::usual, Tempo::slow, access.tempo);
    draw_mode(look, words,
              {"access.movement", "access.movement_why", "access.movement_usual", "access.movement_other"},
              Movement::full, Movement::reduced, access.movement);
    draw_mode(look, words, {"access.input", "access.input_why", "access.input_usual", "access.input_other"},
              Input::fingers, Input::one_switch, access.input);
    if (access.scans())
        draw_pace(look, words, easing, access);
}

} // namespace mirabelle
