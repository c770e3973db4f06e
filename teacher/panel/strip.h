// The strip above the children's lanes while the teacher has something played: out of their reach, in hers.
#pragma once

#include "teacher/panel/look.h"
#include "teacher/panel/words.h"

namespace mirabelle {

/// What the strip shows.
struct StripState {
    std::string activity; ///< id; empty when the lanes play different ones
    bool paused = false;
    bool easier = false; ///< whether there is an easier level
    bool harder = false;

    friend bool operator==(const StripState&, const StripState&) = default;
};

enum class StripAction : std::uint8_t { none, pause, go_on, next, easier, harder, end, panel };

/// Pixels.
float strip_height(const Look& look);
/// One frame over the whole width of ImGui's current frame.
StripAction draw_strip(const Look& look, const Words& words, const StripState& state);

} // namespace mirabelle
