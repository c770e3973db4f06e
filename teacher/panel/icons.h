// The panel's signs, drawn with lines: sharp on any screen.
#pragma once

#include "engine/learner/skill_state.h"

#include <imgui.h>

#include <cstdint>

namespace mirabelle {

enum class Icon : std::uint8_t {
    none,
    children,
    child,
    play,
    list,
    save,
    settings,
    close,
    back,
    forward,
    erase,
    plus,
    minus,
    pencil,
    bin,
    undo,
    pause,
    next,
    stop,
    lock,
    check,
    microphone
};

/// `side` pixels wide around `centre`.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float side, ImU32 colour);

/// A shape for each state, so that colour never speaks alone: ○ ◔ ◑ ● ↻.
void draw_mastery_mark(ImDrawList& list, Mastery mastery, ImVec2 centre, float radius, ImU32 colour);

} // namespace mirabelle
