// Touch scripts: text that plays the program without hands. One line each:
//   <ms> <finger> down|move|up|cancel <x mm> <y mm>     a touch
//   <ms> switch first|second                             the key of a switch box
//   <ms> shot <name>                                    a picture of the screen
//   <ms> tap <target> [lane <n>]                        answer, mistake, ear, door, next, portrait <n>, card
//   <n>
// Empty lines and lines that begin with # are skipped. While a tap waits for its target the script's clock
// stands.
#pragma once

#include "engine/app.h"

#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace mirabelle {

struct ScriptShot {
    std::string name;
};
struct ScriptTap {
    std::string target;
    int lane = 0; ///< from 0
};
struct ScriptSwitch {
    SwitchKey key = SwitchKey::first;
};
struct ScriptLine {
    Milliseconds at = 0;
    std::variant<Touch, ScriptShot, ScriptTap, ScriptSwitch> what;
    int line = 0; ///< of the file
};

/// Throws ContentError with file, line and remedy.
std::vector<ScriptLine> read_touch_script(const std::filesystem::path& file);
/// `touch` as a line of a script, without its end.
std::string script_line(const Touch& touch);
std::string script_line(SwitchKey key, Milliseconds at);

/// Performs a gesture on a lane of an app, tick by tick, as the finger `finger`.
class GesturePlayer {
  public:
    void start(Gesture gesture, FingerId finger);
    bool busy() const { return next_ < gesture_.size(); }
    void tick(App& app, const Lane& lane);

  private:
    Gesture gesture_;
    FingerId finger_{};
    std::size_t next_ = 0;
    Milliseconds now_ = 0;
};

/// Plays `script` on `app`; `each_tick` runs after every tick, `shot` for every picture. Throws ContentError
/// naming `file` when a target does not appear within a minute.
void play_touch_script(App& app, const std::vector<ScriptLine>& script, const std::filesystem::path& file,
                       const std::function<void()>& each_tick,
                       const std::function<void(const std::string&)>& shot);

} // namespace mirabelle
