// Instruments and noises: all of them can be heard, and seen, and the errors of an orchestra are named.
#include "engine/noises.h"
#include "engine/voice/voice_check.h"
#include "tests/support/question_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr Milliseconds shortest = 300, longest = 1320; // with the silence around them

template <typename Each>
void for_each_noise(const Each& each) {
    for (const Noise& noise : instruments)
        each(noise);
    for (const Noise& noise : familiar_noises)
        each(noise);
}

} // namespace

TEST_SUITE("activities/noises") {
    TEST_CASE("every noise is a short recording as loud as the voice, and has its picture and its name") {
        for_each_noise([](const Noise& noise) {
            CAPTURE(noise.id);
            const VoiceId line = voice_of(noise, real_content());
            REQUIRE(line != VoiceId{});
            const Voice& voice = real_content().voices()[static_cast<std::size_t>(line)];
            CHECK(voice.duration >= shortest);
            CHECK(voice.duration <= longest);
            CHECK(faults_of_recording(voice.built_in, longest).empty());
            CHECK(real_content().voice("it_is_" + std::string(noise.id)) != VoiceId{});
            CHECK(&noise_named(noise.id) == &noise);
        });
    }

    TEST_CASE("instruments that are heard backwards, and the last one alone, are told from other errors") {
        const Level& level = level_named("orchestra", "gs-1");
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const Exercise exercise = exercise_of(activity_named("orchestra"), level, seed);
            const auto& slots = std::get<Order>(exercise.task).slots;
            const NamedError* reversed =
                error_for(exercise, slots[2].wanted + " " + slots[1].wanted + " " + slots[0].wanted);
            REQUIRE(reversed != nullptr);
            CHECK(reversed->name == "order_reversed");
            const NamedError* last =
                error_for(exercise, slots[1].wanted + " " + slots[0].wanted + " " + slots[2].wanted);
            REQUIRE(last != nullptr);
            CHECK(last->name == "last_only");
        }
    }

    TEST_CASE("near foils are made alike, far ones otherwise") {
        for (const char* id : {"ps-2", "ps-5"})
            for (std::uint64_t seed = 1; seed <= 60; ++seed) {
                const Exercise exercise =
                    exercise_of(activity_named("familiar_sounds"), level_named("familiar_sounds", id), seed);
                const bool alike =
                    noise_named(exercise.pieces[0].label).kind == noise_named(exercise.pieces[1].label).kind;
                CHECK(alike == (std::string_view(id) == "ps-5"));
            }
    }
}
