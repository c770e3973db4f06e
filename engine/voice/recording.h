// What a person said into the microphone, made into a voice line: without the silence around it, as loud as
// all the others.
#pragma once

#include "engine/voice/sound_file.h"

#include <optional>

namespace mirabelle {

/// What stays around speech, as around the lines of the built-in voice: a breath, no pause.
inline constexpr Milliseconds silence_before = 30;
inline constexpr Milliseconds silence_after = 80;

/// First and one-past-last sample that sounds; the same twice where nothing does. Short knocks that stand
/// alone, such as the finger that taps the screen, are no speech.
struct SoundingPart {
    std::size_t first = 0, last = 0;
};
SoundingPart sounding_part(const Speech& sound);

/// Rumble taken out, trimmed at both ends, levelled. Nothing when nobody spoke.
std::optional<Speech> finished_recording(const Speech& raw);

} // namespace mirabelle
