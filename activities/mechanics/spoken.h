// How long what is said takes.
#pragma once

#include "engine/content/content.h"
#include "engine/exercise.h"

namespace mirabelle {

inline Milliseconds spoken_length(const Prompt& prompt, const Content& content) {
    Milliseconds sum = 0;
    for (const VoiceId line : prompt)
        sum += content.voices()[static_cast<std::size_t>(line)].duration;
    return sum;
}

} // namespace mirabelle
