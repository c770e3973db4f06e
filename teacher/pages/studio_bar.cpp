#include "teacher/pages/studio_bar.h"

#include "teacher/panel/widgets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

const char* trouble_key(StudioTrouble trouble) {
    switch (trouble) {
    case StudioTrouble::no_microphone:
        return "voices.no_microphone";
    case StudioTrouble::nothing_heard:
        return "voices.nothing_heard";
    case StudioTrouble::not_written:
        return "voices.not_written";
    case StudioTrouble::none:
        break;
    }
    return "voices.how";
}

} // namespace

std::string seconds_words(const Desk& desk, Milliseconds length) {
    std::string number = fmt::format("{:.1f}", static_cast<double>(length) / 1000);
    std::replace(number.begin(), number.end(), '.', *desk.words("voices.decimal_sign"));
    return desk.words.with("voices.seconds", {{"n", number}});
}

float StudioBar::height(const Look& look) const {
    return look.pixels(70) + look.touch + look.gap; // two lines, and buttons below
}

void StudioBar::draw(const Look& look) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(from, {from.x + ImGui::GetContentRegionAvail().x, from.y},
                                        ink_of(panel_colour::line), look.scale);
    space(look.pixels(2));
    if (to_erase_)
        return draw_question(look);
    switch (desk_.studio.state()) {
    case StudioState::idle: {
        const StudioTrouble trouble = desk_.studio.trouble();
        say_wrapped(look, Type::body, desk_.words(trouble_key(trouble)), ImGui::GetContentRegionAvail().x,
                    trouble == StudioTrouble::none ? panel_colour::quiet : panel_colour::warning);
        return;
    }
    case StudioState::opening:
    case StudioState::recording:
        return draw_recording(look);
    case StudioState::working:
        return say(look, Type::body, desk_.words("voices.working"), panel_colour::quiet);
    case StudioState::reviewing:
        return draw_review(look);
    }
}

void StudioBar::draw_question(const Look& look) {
    const std::string& text = desk_.studio.packs().voice(*to_erase_).text;
    say_wrapped(look, Type::body, desk_.words.with("voices.erase_sure", {{"line", text}}),
                ImGui::GetContentRegionAvail().x);
    const bool yes = button(look, desk_.words("voices.erase_yes"), Icon::bin, Tone::warning);
    ImGui::SameLine();
    const bool no = button(look, desk_.words("voices.erase_no"), Icon::undo, Tone::plain);
    if (yes) {
        desk_.speaker.hush();
        desk_.studio.remove(*to_erase_);
    }
    if (yes || no)
        to_erase_.reset();
}

void StudioBar::draw_recording(const Look& look) {
    const bool opening = desk_.studio.state() == StudioState::opening;
    const std::string& text = desk_.studio.packs().voice(desk_.studio.line()).text;
    say_wrapped(look, Type::body,
                desk_.words.with(opening ? "voices.opening" : "voices.speak",
                                 {{"line", text}, {"n", seconds_words(desk_, desk_.studio.recorded())}}),
                ImGui::GetContentRegionAvail().x);
    progress_bar(look, desk_.studio.level(), std::min(ImGui::GetContentRegionAvail().x, look.pixels(420)));
    if (button(look, desk_.words("voices.stop"), Icon::stop, Tone::strong))
        desk_.studio.end();
}

void StudioBar::draw_review(const Look& look) {
    const VoiceId line = desk_.studio.line();
    const Voice& voice = desk_.studio.packs().voice(line);
    say_wrapped(look, Type::body,
                desk_.words.with("voices.review",
                                 {{"line", voice.text}, {"n", seconds_words(desk_, voice.duration)}}),
                ImGui::GetContentRegionAvail().x);
    const bool again = button(look, desk_.words("voices.hear"), Icon::play, Tone::plain);
    ImGui::SameLine();
    const bool keep = button(look, desk_.words("voices.keep"), Icon::check, Tone::strong);
    ImGui::SameLine();
    const bool drop = button(look, desk_.words("voices.drop"), Icon::undo, Tone::plain);
    if (keep || drop)
        desk_.speaker.hush();
    if (keep)
        desk_.studio.keep();
    else if (drop)
        desk_.studio.discard();
    const std::array lines{line};
    if (again)
        desk_.speaker.say(lines);
}

} // namespace mirabelle
