#include "engine/voice/sound_file.h"

#include <sndfile.h>

#include <algorithm>
#include <memory>
#include <string>
#include <system_error>

namespace mirabelle {

namespace {

constexpr double quality = 0.3; // 0..1: about 50 kbit/s for one voice, more than a tablet's speaker tells
constexpr sf_count_t longest = 600 * 192'000; // samples: who asks for more has a damaged file
constexpr std::size_t samples_at_once =
    4096; // samples written at once; libsndfile's Vorbis overruns its stack on more

struct FileDeleter {
    void operator()(SNDFILE* file) const { sf_close(file); }
};
using FileHandle = std::unique_ptr<SNDFILE, FileDeleter>;

void write_whole(const Speech& sound, const std::filesystem::path& file) {
    SF_INFO info{};
    info.samplerate = sound.rate;
    info.channels = 1;
    info.format = SF_FORMAT_OGG | SF_FORMAT_VORBIS;
    const FileHandle out(sf_open(file.string().c_str(), SFM_WRITE, &info));
    if (!out)
        throw SoundFileError(sf_strerror(nullptr));
    double wished = quality;
    sf_command(out.get(), SFC_SET_VBR_ENCODING_QUALITY, &wished, sizeof wished);
    for (std::size_t at = 0; at < sound.samples.size(); at += samples_at_once) {
        const auto count = static_cast<sf_count_t>(std::min(samples_at_once, sound.samples.size() - at));
        if (sf_write_float(out.get(), sound.samples.data() + at, count) != count)
            throw SoundFileError(sf_strerror(out.get()));
    }
}

} // namespace

Speech read_sound(const std::filesystem::path& file) {
    SF_INFO info{};
    const FileHandle in(sf_open(file.string().c_str(), SFM_READ, &info));
    if (!in)
        throw SoundFileError(sf_strerror(nullptr));
    if (info.channels < 1 || info.frames < 0 || info.frames > longest)
        throw SoundFileError("it is damaged");
    const auto channels = static_cast<std::size_t>(info.channels);
    std::vector<float> all(static_cast<std::size_t>(info.frames) * channels);
    const sf_count_t read = sf_readf_float(in.get(), all.data(), info.frames);
    Speech sound;
    sound.rate = info.samplerate;
    sound.samples.resize(static_cast<std::size_t>(std::max<sf_count_t>(read, 0)));
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        float sum = 0;
        for (std::size_t channel = 0; channel < channels; ++channel)
            sum += all[i * channels + channel];
        sound.samples[i] = sum / static_cast<float>(channels);
    }
    return sound;
}

void write_vorbis(const Speech& sound, const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::filesystem::path part = file;
    part += ".part";
    try {
        write_whole(sound, part);
        vorbis_length(part); // a full disk is noticed here, not when a child listens
        std::filesystem::rename(part, file);
    } catch (const std::filesystem::filesystem_error& failure) {
        std::filesystem::remove(part, error);
        throw SoundFileError(failure.code().message());
    } catch (const SoundFileError&) {
        std::filesystem::remove(part, error);
        throw;
    }
}

} // namespace mirabelle
