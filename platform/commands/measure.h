// How long frames take, and until something is heard, written to a file: for the benches and for whoever
// wonders why a machine is slow.
#pragma once

#include "engine/app.h"
#include "platform/sound_watch.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace mirabelle {

/// One line of JSON per frame that was shown, per touch that was heard ("touched", "heard") and per screen
/// that spoke ("screen", "spoken"); instants are nanoseconds of the system's monotonic clock, so that they
/// can be compared with those of another program.
class Measure {
  public:
    /// An empty `file` measures nothing. Throws ContentError when it cannot be written.
    explicit Measure(const std::filesystem::path& file);

    /// A frame begins: the program is awake.
    void begin_frame();
    /// A touch is handed to the scenes in this frame, `age` ms after it happened.
    void add_touch(TouchPhase phase, Milliseconds age);
    /// The frame is on the screen, with what the app has drawn.
    void shown(const App& app);
    /// What has been heard since; to call once a frame.
    void look();
    bool measures() const { return out_.is_open(); }
    SoundWatch& watch() { return watch_; }
    /// The first frame is shown and all the rest of the start is done: from now on every touch is answered at
    /// once.
    void ready();

  private:
    std::ofstream out_;
    SoundWatch watch_;
    Instant began_ = 0;
    std::size_t touches_ = 0;
    std::string screens_; ///< what stood in the lanes when a frame was shown last
};

} // namespace mirabelle
