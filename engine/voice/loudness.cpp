#include "engine/voice/loudness.h"

#include "engine/ensure.h"
#include "engine/voice/recording.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace mirabelle {

namespace {

constexpr double nothing = -120;
constexpr std::size_t blocks_of_short = 3; // of 0.4 s, to measure what is shorter
constexpr double margin = 0.5;             // dB that compression may add to a peak
constexpr int window_parts = 100;          // of a second: the turn around a peak takes 10 ms on each side
constexpr int most_rounds = 8;
constexpr double close_enough = 0.1;      // LU
constexpr double sample_above_true = 0.5; // dB: where samples are held first

double decibels(double size) { return size > 1e-6 ? 20 * std::log10(size) : nothing; }
float factor(double db) { return static_cast<float>(std::pow(10.0, db / 20)); }

struct MeterDeleter {
    void operator()(ebur128_state* meter) const { ebur128_destroy(&meter); }
};
using Meter = std::unique_ptr<ebur128_state, MeterDeleter>;

Meter meter_for(int rate) {
    Meter meter(ebur128_init(1, static_cast<unsigned long>(rate), EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK));
    ENSURE(meter != nullptr);
    return meter;
}

/// For each sample by how much the sound is turned down: smooth, and never too late.
std::vector<float> turned_down(const std::vector<float>& samples, float ceiling, std::size_t window) {
    // The least gain of the window ahead, then the mean of the window behind: whatever peak there is, all
    // gains that are averaged at it allow for it.
    std::vector<float> gain(samples.size()), least(samples.size()), smooth(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i)
        gain[i] = std::min(1.0F, ceiling / std::max(std::abs(samples[i]), 1e-9F));
    std::vector<std::size_t> queue; // places of gains that may still be the least, growing
    queue.reserve(samples.size());
    std::size_t head = 0;
    for (std::size_t i = samples.size(); i-- > 0;) {
        while (queue.size() > head && gain[queue.back()] >= gain[i])
            queue.pop_back();
        queue.push_back(i);
        while (queue[head] >= i + window)
            ++head;
        least[i] = gain[queue[head]];
    }
    double sum = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        sum += static_cast<double>(least[i]);
        if (i >= window)
            sum -= static_cast<double>(least[i - window]);
        smooth[i] = static_cast<float>(sum / static_cast<double>(std::min(i + 1, window)));
    }
    return smooth;
}

Speech raised(const Speech& sound, double gain_db, double ceiling_db) {
    Speech result = sound;
    const float by = factor(gain_db);
    for (float& sample : result.samples)
        sample *= by;
    const auto window = static_cast<std::size_t>(sound.rate / window_parts);
    const std::vector<float> gain = turned_down(result.samples, factor(ceiling_db), window);
    for (std::size_t i = 0; i < gain.size(); ++i)
        result.samples[i] *= gain[i];
    return result;
}

} // namespace

Levels levels_of(const Speech& speech) {
    Levels levels;
    if (speech.samples.empty())
        return levels;
    const Meter meter = meter_for(speech.rate);
    const auto block = static_cast<std::size_t>(speech.rate) * 2 / 5;
    const SoundingPart part = sounding_part(speech);
    const std::size_t sounding = part.last - part.first;
    if (sounding == 0 || speech.samples.size() >= block)
        ebur128_add_frames_float(meter.get(), speech.samples.data(), speech.samples.size());
    else
        for (std::size_t fed = 0; fed < blocks_of_short * block; fed += sounding)
            ebur128_add_frames_float(meter.get(), speech.samples.data() + part.first, sounding);
    double loudness = 0, peak = 0;
    if (ebur128_loudness_global(meter.get(), &loudness) == EBUR128_SUCCESS && std::isfinite(loudness))
        levels.loudness = std::max(loudness, nothing);
    if (ebur128_true_peak(meter.get(), 0, &peak) == EBUR128_SUCCESS)
        levels.true_peak = decibels(peak);
    return levels;
}

Speech levelled(const Speech& sound) {
    const double before = levels_of(sound).loudness;
    if (before <= nothing)
        return sound;
    double gain = voice_loudness - before, ceiling = highest_peak - margin - sample_above_true;
    Speech result = raised(sound, gain, ceiling);
    for (int round = 0; round < most_rounds; ++round) {
        const Levels now = levels_of(result);
        const double too_high = now.true_peak - (highest_peak - margin),
                     missing = voice_loudness - now.loudness;
        if (too_high <= 0 && std::abs(missing) < close_enough)
            break;
        gain += missing;
        ceiling -= std::max(too_high, 0.0);
        result = raised(sound, gain, ceiling);
    }
    return result;
}

} // namespace mirabelle
