// What can be heard. Voice lines are spoken one at a time; sounds are short and may overlap.
#pragma once

#include <cstdint>

namespace mirabelle {

/// A recorded voice line of the bundle, by its place in Content's list.
enum class VoiceId : std::uint16_t {};

/// The few sounds that are not speech.
enum class Sound : std::uint8_t { touch, settle, neutral, leaf, goodbye };
inline constexpr int sound_count = 5;

class Audio {
  public:
    virtual ~Audio() = default;
    virtual void say(VoiceId line) = 0; ///< stops the line being spoken, if any
    virtual void stop_saying() = 0;
    virtual void play(Sound sound) = 0;
};

/// Used without a sound card, and by everything that runs without a window.
class SilentAudio final : public Audio {
  public:
    void say(VoiceId) override {}
    void stop_saying() override {}
    void play(Sound) override {}
};

} // namespace mirabelle
