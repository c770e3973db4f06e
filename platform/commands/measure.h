// How long frames take, written to a file: for the benches and for whoever wonders why a machine is slow.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>

namespace mirabelle {

/// One line of JSON per frame that was shown; instants are nanoseconds of the system's monotonic clock, so
/// that they can be compared with those of another program.
class Measure {
  public:
    /// An empty `file` measures nothing. Throws ContentError when it cannot be written.
    explicit Measure(const std::filesystem::path& file);

    /// A frame begins: the program is awake.
    void begin_frame();
    /// So many touches were handed to the scenes in this frame.
    void add_touches(std::size_t count) { touches_ += count; }
    /// The frame is on the screen.
    void shown();
    /// The first frame is shown and all the rest of the start is done: from now on every touch is answered at
    /// once.
    void ready();

  private:
    static std::int64_t instant();

    std::ofstream out_;
    std::int64_t began_ = 0;
    std::size_t touches_ = 0;
};

} // namespace mirabelle
