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

} // namespace mirabelle
