#include "engine/noises.h"

#include "engine/ensure.h"

namespace mirabelle {

const Noise& noise_named(std::string_view id) {
    for (const Noise& noise : instruments)
        if (noise.id == id)
            return noise;
    for (const Noise& noise : familiar_noises)
        if (noise.id == id)
            return noise;
    ENSURE(false);
}

VoiceId voice_of(const Noise& noise, const Content& content) {
    return content.voice("noise_" + std::string(noise.id));
}

} // namespace mirabelle
