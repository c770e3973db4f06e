// Speech that a test can make: a voice's hum in syllables, in a room's noise.
#pragma once

#include "engine/random.h"
#include "engine/voice/sound_file.h"

#include <cmath>
#include <iterator>
#include <string>

namespace mirabelle {

/// What a person says for `length` ms at `size` (0..1), with silence and `noise` (0..1) around it.
struct SpeechWish {
    Milliseconds before = 700, length = 1500, after = 900;
    double size = 0.1, noise = 0.0005;
    double pitch = 180; ///< Hz
};

inline Speech speech(const SpeechWish& wish, int rate = 44100) {
    Random chance(7);
    Speech sound;
    sound.rate = rate;
    const auto samples = [&](Milliseconds length) { return static_cast<std::size_t>(length * rate / 1000); };
    const std::size_t first = samples(wish.before), last = first + samples(wish.length);
    sound.samples.resize(last + samples(wish.after));
    constexpr double pi = 3.14159265358979;
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        double value = wish.noise * (2 * chance.share() - 1);
        if (i >= first && i < last) {
            const double time = static_cast<double>(i - first) / rate;
            const double syllable = 0.55 + 0.45 * std::cos(2 * pi * 4 * time); // four a second
            for (int partial = 1; partial <= 12; ++partial)
                value += wish.size * syllable * std::sin(2 * pi * wish.pitch * partial * time) / partial;
        }
        sound.samples[i] = static_cast<float>(value);
    }
    return sound;
}

} // namespace mirabelle
