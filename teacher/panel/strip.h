// The strip above the children's lanes while the teacher has something played, and always above several
// lanes.
#pragma once

#include "teacher/panel/look.h"
#include "teacher/panel/panel_pictures.h"
#include "teacher/panel/words.h"

#include "engine/content/content.h"

#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

/// What the strip shows.
struct StripState {
    bool playing = false; ///< there is something to steer
    std::string activity; ///< id; empty when the lanes play different ones
    bool paused = false;
    bool easier = false; ///< whether there is an easier level
    bool harder = false;
    /// Who sits in each lane: the name of a portrait, or nobody.
    std::vector<std::optional<std::string>> lanes;

    friend bool operator==(const StripState&, const StripState&) = default;
};

/// A tap where children do not reach; where they do, a press that lasts a second: children tap.
enum class StripPress : std::uint8_t { tap, hold };

enum class StripAction : std::uint8_t { none, pause, go_on, next, easier, harder, end, panel, change_child };

/// What a finger did in one frame.
struct StripNews {
    StripAction action = StripAction::none;
    std::size_t lane = 0; ///< whose child is to change
    bool pressed = false; ///< a finger holds a button: the next frame is due at once
};

struct StripParts {
    const Content& content;
    const Words& words;
    PanelPictures& pictures;
};

/// Pixels.
float strip_height(const Look& look);
/// One frame over the whole width of ImGui's current frame.
StripNews draw_strip(const Look& look, const StripParts& parts, const StripState& state, StripPress press);

} // namespace mirabelle
