#include "engine/voice/voice_check.h"

#include "engine/voice/loudness.h"
#include "engine/voice/recording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <system_error>

namespace mirabelle {

namespace {

constexpr double too_far = 4.5;      // LU from where voice lines belong; words said in pieces are half pauses
constexpr double at_the_end = 0.999; // of full scale
constexpr int clipped_in_a_row = 4;  // samples: no natural peak is that flat
constexpr double peak_tolerance = 0.5;                        // dB, of compression
constexpr Milliseconds pause_before = 150, pause_after = 300; // what a child takes for hesitation

bool is_clipped(const Speech& sound) {
    int in_a_row = 0;
    return std::any_of(sound.samples.begin(), sound.samples.end(), [&](float sample) {
        in_a_row = std::abs(static_cast<double>(sample)) >= at_the_end ? in_a_row + 1 : 0;
        return in_a_row >= clipped_in_a_row;
    });
}

Milliseconds milliseconds(std::size_t samples, int rate) {
    return static_cast<Milliseconds>(samples) * 1000 / rate;
}

void add_level_faults(const Speech& sound, std::vector<std::string>& faults) {
    const Levels levels = levels_of(sound);
    if (is_clipped(sound))
        faults.emplace_back("is clipped — record it again, farther from the microphone");
    else if (levels.true_peak > highest_peak + peak_tolerance)
        faults.push_back(
            fmt::format("has a peak of {:.1f} dB — turn it down to {:.0f}", levels.true_peak, highest_peak));
    if (std::abs(levels.loudness - voice_loudness) > too_far)
        faults.push_back(fmt::format("is too {}, at {:.1f} LUFS — bring it to {:.0f}",
                                     levels.loudness > voice_loudness ? "loud" : "quiet", levels.loudness,
                                     voice_loudness));
}

} // namespace

std::vector<std::string> faults_of_recording(const std::filesystem::path& file, Milliseconds longest) {
    std::vector<std::string> faults;
    try {
        vorbis_length(file);
        const Speech sound = read_sound(file);
        const SoundingPart part = sounding_part(sound);
        if (part.first == part.last) {
            faults.emplace_back("is silent — record it again, or remove the file");
            return faults;
        }
        add_level_faults(sound, faults);
        if (sound.length() > longest)
            faults.push_back(
                fmt::format("lasts {:.1f} s, and at most {:.0f} s are heard out — say it shorter",
                            static_cast<double>(sound.length()) / 1000, static_cast<double>(longest) / 1000));
        const Milliseconds before = milliseconds(part.first, sound.rate);
        const Milliseconds after = milliseconds(sound.samples.size() - part.last, sound.rate);
        if (before > pause_before)
            faults.push_back(
                fmt::format("begins with {} ms of silence — trim it to {}", before, silence_before));
        if (after > pause_after)
            faults.push_back(fmt::format("ends with {} ms of silence — trim it to {}", after, silence_after));
    } catch (const SoundFileError& error) {
        faults.push_back(fmt::format("is damaged: {} — record it again, or remove the file", error.what()));
    }
    return faults;
}

VoicePackReport check_voice_pack(const Content& content, const LineLimits& limits,
                                 const std::filesystem::path& folder) {
    VoicePackReport report;
    report.folder = folder;
    std::vector<std::filesystem::path> files;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
        if (entry->path().extension() == ".ogg")
            files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        const VoiceId line = content.voice(file.stem().string());
        if (line == VoiceId{}) {
            report.problems.push_back(fmt::format("{}: no line has this name, so nobody hears it — see "
                                                  "tools/voices.sh for the names, or remove the file",
                                                  file.string()));
            continue;
        }
        ++report.lines;
        for (const std::string& fault : faults_of_recording(file, limits.longest(line)))
            report.problems.push_back(fmt::format("{}: {}", file.string(), fault));
    }
    return report;
}

} // namespace mirabelle
