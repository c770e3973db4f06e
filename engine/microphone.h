// What can be heard by the program: the teacher's voice, while she records a line and at no other time.
#pragma once

#include <cstdint>
#include <vector>

namespace mirabelle {

inline constexpr int microphone_rate = 44100; ///< samples a second, one channel

enum class MicrophoneState : std::uint8_t {
    closed,
    opening,   ///< some systems take their time
    listening, ///< what is said is kept for read()
    missing    ///< there is none, or it may not be used
};

class Microphone {
  public:
    virtual ~Microphone() = default;
    /// Begins to listen, as soon as the system lets it; never waits.
    virtual void open() = 0;
    virtual MicrophoneState state() = 0;
    /// Appends what was heard since the last call, samples in -1..1. Never waits.
    virtual void read(std::vector<float>& samples) = 0;
    virtual void close() = 0;
};

/// Where there is none: the demonstration, and everything that runs without a window.
class NoMicrophone final : public Microphone {
  public:
    void open() override { state_ = MicrophoneState::missing; }
    MicrophoneState state() override { return state_; }
    void read(std::vector<float>&) override {}
    void close() override { state_ = MicrophoneState::closed; }

  private:
    MicrophoneState state_ = MicrophoneState::closed;
};

} // namespace mirabelle
