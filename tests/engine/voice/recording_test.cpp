// What is said into the microphone becomes a voice line: trimmed, levelled, below the highest peak.
#include "engine/voice/recording.h"

#include "engine/voice/loudness.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/speech.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace mirabelle;

namespace {

Milliseconds between(std::size_t from, std::size_t to, int rate) {
    return static_cast<Milliseconds>(to - from) * 1000 / rate;
}

void check_line(const Speech& sound) {
    const Levels levels = levels_of(sound);
    CHECK(levels.loudness == doctest::Approx(voice_loudness).epsilon(loudness_tolerance / 19));
    CHECK(levels.true_peak <= highest_peak);
    const SoundingPart part = sounding_part(sound);
    CHECK(between(0, part.first, sound.rate) <= 60);
    CHECK(between(part.last, sound.samples.size(), sound.rate) <= 120);
}

} // namespace

TEST_SUITE("engine/voice/recording") {
    TEST_CASE("a recording is as loud as it should be, whether whispered or shouted, short or long") {
        const ScratchFolder folder("mirabelle_recording");
        for (const double size : {0.01, 0.1, 0.5})
            for (const Milliseconds length : {Milliseconds{180}, Milliseconds{600}, Milliseconds{5000}}) {
                CAPTURE(size);
                CAPTURE(length);
                SpeechWish wish;
                wish.size = size;
                wish.length = length;
                wish.noise = size / 100;
                const auto line = finished_recording(speech(wish));
                REQUIRE(line.has_value());
                check_line(*line);
                CHECK(line->length() >= length);
                CHECK(line->length() <= length + silence_before + silence_after + 40);
                // And it is still so after it was compressed.
                write_vorbis(*line, folder.path() / "line.ogg");
                const Speech read = read_sound(folder.path() / "line.ogg");
                check_line(read);
                CHECK(read.length() == line->length());
                CHECK(vorbis_length(folder.path() / "line.ogg") == line->length());
            }
    }

    TEST_CASE("a voice whose peaks stand high above its loudness is limited, not clipped") {
        Speech raw = speech({});
        // A crack every 100 ms, ten times as high as the voice.
        for (std::size_t at = 35'000; at < 90'000; at += 4410)
            for (std::size_t i = at; i < at + 6; ++i)
                raw.samples[i] = i % 2 == 0 ? 1.0F : -1.0F;
        const auto line = finished_recording(raw);
        REQUIRE(line.has_value());
        check_line(*line);
        const auto full = [](float sample) { return std::abs(sample) > 0.99F; };
        CHECK(std::none_of(line->samples.begin(), line->samples.end(), full));
    }

    TEST_CASE("a finger that taps the screen at both ends is not taken for speech") {
        SpeechWish wish;
        Speech raw = speech(wish);
        const auto knock = [&](Milliseconds when) {
            const auto at = static_cast<std::size_t>(when * raw.rate / 1000);
            for (std::size_t i = at; i < at + 400; ++i)
                raw.samples[i] += i % 40 < 20 ? 0.3F : -0.3F;
        };
        knock(100);
        knock(wish.before + wish.length + 700);
        const auto line = finished_recording(raw);
        REQUIRE(line.has_value());
        CHECK(line->length() <= wish.length + silence_before + silence_after + 40);
    }

    TEST_CASE("where nobody spoke there is no line") {
        SpeechWish room;
        room.size = 0;
        CHECK_FALSE(finished_recording(speech(room)).has_value());
        CHECK_FALSE(finished_recording(Speech()).has_value());
        Speech one_sample;
        one_sample.samples = {1.0F};
        CHECK_FALSE(finished_recording(one_sample).has_value());
        Speech constant; // a broken microphone's offset
        constant.samples.assign(44100, 0.4F);
        const auto line = finished_recording(constant);
        if (line)
            CHECK(line->length() < 300); // the step at its beginning at most
    }

    TEST_CASE("speech that begins with the recording and ends with it is kept whole") {
        SpeechWish wish;
        wish.before = wish.after = 0;
        const auto line = finished_recording(speech(wish));
        REQUIRE(line.has_value());
        CHECK(line->length() >= wish.length);
        check_line(*line);
    }
}
