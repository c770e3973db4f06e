// The voice as one lane hears it.
#pragma once

#include "engine/audio.h"

#include <span>

namespace mirabelle {

class Speaker {
  public:
    virtual ~Speaker() = default;
    virtual void say(std::span<const VoiceId> lines) = 0;      ///< now; what this lane was saying stops
    virtual void say_next(std::span<const VoiceId> lines) = 0; ///< after what this lane is saying
    virtual void hush() = 0;
    virtual bool speaking() const = 0;
    virtual void play(Sound sound) = 0;
};

/// For what is seen and not heard.
class SilentSpeaker final : public Speaker {
  public:
    void say(std::span<const VoiceId>) override {}
    void say_next(std::span<const VoiceId>) override {}
    void hush() override {}
    bool speaking() const override { return false; }
    void play(Sound) override {}
};

} // namespace mirabelle
