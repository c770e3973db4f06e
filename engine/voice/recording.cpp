#include "engine/voice/recording.h"

#include "engine/voice/loudness.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

constexpr double rumble = 70; // Hz: below every voice; hands, tables and ventilation
constexpr Milliseconds frame = 10;
constexpr double quietest_speech = 1e-5;         // power: -50 dB, above the noise of cheap microphones
constexpr double above_noise = 4;                // power: 6 dB
constexpr double far_below = 3e-4, below = 1e-2; // power of the loudest frame: -35 and -20 dB
constexpr std::size_t quiet_part = 10;           // the quietest tenth is taken for the room's noise
constexpr std::size_t knock = 4, alone = 15;     // frames: 40 ms, with 150 ms around it
constexpr Milliseconds shortest_speech = 60;

/// Butterworth high pass of second order (Bristow-Johnson's cookbook).
void take_rumble_out(Speech& sound) {
    const double turn = 2 * std::acos(-1.0) * rumble / sound.rate;
    const double c = std::cos(turn), alpha = std::sin(turn) / std::sqrt(2.0), scale = 1 + alpha;
    const double b0 = (1 + c) / 2 / scale, b1 = -(1 + c) / scale, a1 = -2 * c / scale,
                 a2 = (1 - alpha) / scale;
    double x1 = 0, x2 = 0, y1 = 0, y2 = 0;
    for (float& sample : sound.samples) {
        const auto x = static_cast<double>(sample);
        const double y = b0 * x + b1 * x1 + b0 * x2 - a1 * y1 - a2 * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        sample = static_cast<float>(y);
    }
}

std::size_t samples_of(Milliseconds length, int rate) {
    return static_cast<std::size_t>(length * rate / 1000);
}

std::vector<double> frame_powers(const Speech& sound) {
    const std::size_t size = samples_of(frame, sound.rate);
    std::vector<double> powers;
    for (std::size_t at = 0; at + size <= sound.samples.size(); at += size) {
        double sum = 0;
        for (std::size_t i = at; i < at + size; ++i)
            sum += static_cast<double>(sound.samples[i]) * static_cast<double>(sound.samples[i]);
        powers.push_back(sum / static_cast<double>(size));
    }
    return powers;
}

/// Frames from `first`, before `last`.
struct Run {
    std::size_t first = 0, last = 0;
    std::size_t length() const { return last - first; }
};

std::vector<Run> sounding_runs(const std::vector<double>& powers, double threshold) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < powers.size(); ++i) {
        if (powers[i] <= threshold)
            continue;
        if (runs.empty() || runs.back().last != i)
            runs.push_back({i, i});
        runs.back().last = i + 1;
    }
    return runs;
}

/// The sounds of a finger on the screen, at either end.
void drop_knocks(std::vector<Run>& runs) {
    while (runs.size() > 1 && runs[0].length() <= knock && runs[1].first - runs[0].last >= alone)
        runs.erase(runs.begin());
    while (runs.size() > 1 && runs.back().length() <= knock &&
           runs.back().first - runs[runs.size() - 2].last >= alone)
        runs.pop_back();
}

} // namespace

SoundingPart sounding_part(const Speech& sound) {
    const std::vector<double> powers = frame_powers(sound);
    if (powers.empty())
        return {};
    std::vector<double> sorted = powers;
    std::sort(sorted.begin(), sorted.end());
    const double loudest = sorted.back(), noise = sorted[sorted.size() / quiet_part];
    if (loudest < quietest_speech)
        return {};
    auto runs = sounding_runs(powers, std::clamp(noise * above_noise, loudest * far_below, loudest * below));
    drop_knocks(runs);
    const std::size_t size = samples_of(frame, sound.rate);
    return {runs.front().first * size, runs.back().last * size};
}

std::optional<Speech> finished_recording(const Speech& raw) {
    Speech clean = raw;
    take_rumble_out(clean);
    const SoundingPart part = sounding_part(clean);
    if (part.last - part.first < samples_of(shortest_speech, raw.rate))
        return std::nullopt;
    // The room is faded in and out with the breath around the words, so that no click is heard.
    const std::size_t before = samples_of(silence_before, raw.rate),
                      after = samples_of(silence_after, raw.rate);
    Speech cut;
    cut.rate = raw.rate;
    cut.samples.assign(before + (part.last - part.first) + after, 0);
    for (std::size_t i = 0; i < cut.samples.size(); ++i) {
        const std::size_t place = part.first + i; // `before` samples further on in the recording
        if (place < before || place - before >= clean.samples.size())
            continue;
        const std::size_t left = cut.samples.size() - i;
        const float rise = i < before ? static_cast<float>(i) / static_cast<float>(before) : 1;
        const float fall = left < after ? static_cast<float>(left) / static_cast<float>(after) : 1;
        cut.samples[i] = clean.samples[place - before] * rise * fall;
    }
    return levelled(cut);
}

} // namespace mirabelle
