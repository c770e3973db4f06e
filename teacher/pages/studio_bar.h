// The foot of the voices' page: what the microphone hears, and what becomes of a new recording.
#pragma once

#include "teacher/panel/desk.h"

namespace mirabelle {

/// "1,2 s"
std::string seconds_words(const Desk& desk, Milliseconds length);

class StudioBar {
  public:
    explicit StudioBar(Desk& desk) : desk_(desk) {}

    float height(const Look& look) const; ///< pixels; the same whatever is shown
    void draw(const Look& look);
    /// The teacher's recording of a line is erased if she says so again; nothing: is no longer asked.
    void ask_to_erase(std::optional<VoiceId> line) { to_erase_ = line; }

  private:
    void draw_question(const Look& look);
    void draw_recording(const Look& look);
    void draw_review(const Look& look);

    Desk& desk_;
    std::optional<VoiceId> to_erase_;
};

} // namespace mirabelle
