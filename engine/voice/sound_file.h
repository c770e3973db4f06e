// Recorded speech in memory and in Ogg Vorbis files. Only this folder knows libsndfile, libogg and
// libebur128.
#pragma once

#include "engine/touch.h"

#include <filesystem>
#include <stdexcept>
#include <vector>

namespace mirabelle {

/// One channel, samples in -1..1.
struct Speech {
    std::vector<float> samples;
    int rate = 44100; ///< samples a second

    Milliseconds length() const { return static_cast<Milliseconds>(samples.size()) * 1000 / rate; }
};

/// A sound file is missing, damaged, or cannot be written; says why, not which.
class SoundFileError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// How long an Ogg Vorbis file lasts. Every page of it is held against its checksum, none is decoded: a voice
/// line takes a fraction of a millisecond. Throws SoundFileError.
Milliseconds vorbis_length(const std::filesystem::path& file);

/// Decodes a file; several channels become one. Throws SoundFileError.
Speech read_sound(const std::filesystem::path& file);

/// Writes Ogg Vorbis of about 50 kbit/s; the file is there as a whole or not at all. Throws SoundFileError.
void write_vorbis(const Speech& sound, const std::filesystem::path& file);

} // namespace mirabelle
