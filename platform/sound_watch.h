// When what was asked for is heard: the instants at which its first sample that is not silence is handed to
// the sound card. For measures only; the mixer knows nothing of it otherwise.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mirabelle {

/// Nanoseconds of the system's monotonic clock.
using Instant = std::int64_t;
Instant instant_now();

class SoundWatch {
  public:
    enum class Why : std::uint8_t {
        touch, ///< any sound that begins answers it
        screen ///< only speech does; what is spoken already when it is shown was begun for it
    };
    struct Heard {
        Instant asked = 0, heard = 0;
    };

    /// Something was touched, or a screen is shown for the first time. Replaces what was expected before.
    void expect(Why why, Instant asked);
    /// What was expected and heard since the last call.
    std::optional<Heard> take(Why why);

    // By the mixer, on its thread; samples of all speakers, one after the other.
    /// One sound's part of the buffer that is being mixed; `volume` 0..1 is applied after this.
    void add_sound(std::span<const std::int16_t> samples, double volume);
    /// The whole buffer: what is in it and is not from sounds is speech.
    void mixed(std::span<const std::int16_t> samples);

  private:
    struct Expected {
        std::atomic<Instant> asked = 0; ///< 0: nothing
        std::atomic<Instant> heard = 0;
    };
    Expected& expected(Why why) { return why == Why::touch ? touch_ : screen_; }
    static void answer(Expected& expected, Instant now);

    Expected touch_, screen_;
    std::atomic<bool> speaks_ = false; ///< in the last buffer
    std::vector<double> sounds_;       ///< of the buffer that is being mixed
    bool sounded_ = false;
};

} // namespace mirabelle
