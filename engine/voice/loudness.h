// How loud speech is, as broadcasters measure it (EBU R 128, ITU-R BS.1770).
#pragma once

#include "engine/voice/sound_file.h"

namespace mirabelle {

/// What a voice line is brought to: so loud that a tablet in a classroom is understood, with room above it.
inline constexpr double voice_loudness = -19;   ///< LUFS
inline constexpr double loudness_tolerance = 1; ///< LU, of what we level ourselves
inline constexpr double highest_peak = -1;      ///< dB true peak

struct Levels {
    double loudness = -120;  ///< LUFS, integrated; what is shorter than 0.4 s is taken as if it went on
    double true_peak = -120; ///< dB below full scale, between samples too
};

/// Silence has both at -120.
Levels levels_of(const Speech& sound);

/// The sound at `voice_loudness`; peaks are held below `highest_peak` by turning it down around them.
/// Silence stays silence.
Speech levelled(const Speech& sound);

} // namespace mirabelle
