// Instruments and familiar noises, which are heard and shown; assets/noises.toml says how they sound.
#pragma once

#include "engine/content/content.h"

#include <array>
#include <string_view>

namespace mirabelle {

/// How it comes about: noises of one kind are easily taken for one another.
enum class NoiseKind : std::uint8_t { beaten, rung, rustling, blown, plucked };

struct Noise {
    std::string_view id; ///< its label; part of its voice lines: noise_drum, it_is_drum
    std::string_view picture;
    NoiseKind kind = NoiseKind::beaten;
};

inline constexpr std::array instruments{
    Noise{"drum", "1f941", NoiseKind::beaten},
    Noise{"bell", "1f514", NoiseKind::rung},
    Noise{"triangle", "instrument_triangle", NoiseKind::rung},
    Noise{"xylophone", "instrument_xylophone", NoiseKind::rung},
    Noise{"maracas", "1fa87", NoiseKind::rustling},
    Noise{"flute", "1fa88", NoiseKind::blown},
    Noise{"whistle", "instrument_whistle", NoiseKind::blown},
    Noise{"guitar", "1f3b8", NoiseKind::plucked},
};
inline constexpr std::array familiar_noises{
    Noise{"door", "1f6aa", NoiseKind::beaten},       Noise{"clock", "23f0", NoiseKind::beaten},
    Noise{"clapping", "1f44f", NoiseKind::rustling}, Noise{"telephone", "260e", NoiseKind::rung},
    Noise{"bicycle", "1f6b2", NoiseKind::rung},      Noise{"rain", "1f327", NoiseKind::rustling},
    Noise{"drop", "1f4a7", NoiseKind::beaten},       Noise{"car", "1f697", NoiseKind::blown},
    Noise{"fire_engine", "1f692", NoiseKind::blown}, Noise{"train", "1f682", NoiseKind::blown},
};

/// One of the lists above; programmer's error where there is none.
const Noise& noise_named(std::string_view id);
VoiceId voice_of(const Noise& noise, const Content& content);

} // namespace mirabelle
