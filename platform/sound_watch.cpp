#include "platform/sound_watch.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace mirabelle {

namespace {

constexpr double silence = 32; // of 32768: what rounding and fading leave

} // namespace

Instant instant_now() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void SoundWatch::expect(Why why, Instant asked) {
    Expected& wait = expected(why);
    wait.asked = 0;
    if (why == Why::touch)
        screen_.asked = 0; // what is said from now on answers the touch
    wait.heard = 0;
    wait.asked = asked;
    if (why == Why::screen && speaks_)
        answer(wait, asked);
}

std::optional<SoundWatch::Heard> SoundWatch::take(Why why) {
    Expected& wait = expected(why);
    const Heard known{wait.asked, wait.heard};
    if (known.asked == 0 || known.heard == 0)
        return std::nullopt;
    wait.asked = 0;
    return known;
}

void SoundWatch::add_sound(std::span<const std::int16_t> samples, double volume) {
    sounds_.resize(std::max(sounds_.size(), samples.size()));
    for (std::size_t i = 0; i < samples.size(); ++i)
        sounds_[i] += samples[i] * volume;
}

void SoundWatch::mixed(std::span<const std::int16_t> samples) {
    bool sounds = false, speaks = false;
    if (sounds_.empty())
        speaks = std::any_of(samples.begin(), samples.end(),
                             [](int sample) { return std::abs(sample) > silence; });
    else
        sounds_.resize(samples.size());
    for (std::size_t i = 0; i < sounds_.size(); ++i) {
        sounds = sounds || std::abs(sounds_[i]) > silence;
        speaks = speaks || std::abs(samples[i] - sounds_[i]) > silence;
    }
    sounds_.clear();
    const Instant now = instant_now();
    const bool speech_begins = !speaks_.exchange(speaks) && speaks;
    if (speech_begins)
        answer(screen_, now);
    if (speech_begins || (sounds && !sounded_))
        answer(touch_, now);
    sounded_ = sounds;
}

void SoundWatch::answer(Expected& expected, Instant now) {
    if (expected.asked != 0 && expected.heard == 0)
        expected.heard = now;
}

} // namespace mirabelle
