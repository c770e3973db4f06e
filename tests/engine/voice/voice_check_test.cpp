// The checker finds each fault a recording can have, and nothing to say against the built-in voice.
#include "engine/voice/voice_check.h"

#include "engine/voice/loudness.h"
#include "engine/voice/recording.h"
#include "tests/support/process.h"
#include "tests/support/real_content.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/speech.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace mirabelle;

namespace {

const LineLimits& limits() {
    static const LineLimits all(real_content(), all_activities());
    return all;
}

struct PackScene {
    PackScene() { std::filesystem::create_directories(pack); }
    void write(const std::string& id, const Speech& sound) { write_vorbis(sound, pack / (id + ".ogg")); }
    std::vector<std::string> problems() const {
        return check_voice_pack(real_content(), limits(), pack).problems;
    }
    /// The one problem, which names the file and says `what`.
    void check_told(const std::string& id, const std::string& what) const {
        const auto told = problems();
        REQUIRE(told.size() == 1);
        CHECK_MESSAGE(told[0].find(id + ".ogg") != std::string::npos, told[0]);
        CHECK_MESSAGE(told[0].find(what) != std::string::npos, told[0]);
        CHECK_MESSAGE(told[0].find(" — ") != std::string::npos, told[0]);
    }

    ScratchFolder folder{"mirabelle_pack"};
    std::filesystem::path pack = folder.path() / "packs" / "anne";
};

Speech good_line(Milliseconds length = 1200) {
    SpeechWish wish;
    wish.length = length;
    return *finished_recording(speech(wish));
}

Speech with_silence(const Speech& sound, Milliseconds before, Milliseconds after) {
    Speech longer = sound;
    const auto samples = [&](Milliseconds length) {
        return static_cast<std::size_t>(length * sound.rate / 1000);
    };
    longer.samples.insert(longer.samples.begin(), samples(before), 0.0F);
    longer.samples.insert(longer.samples.end(), samples(after), 0.0F);
    return longer;
}

Speech louder(Speech sound, double db) {
    for (float& sample : sound.samples)
        sample = std::clamp(sample * static_cast<float>(std::pow(10.0, db / 20)), -1.0F, 1.0F);
    return sound;
}

} // namespace

TEST_SUITE("engine/voice/voice_check") {
    TEST_CASE("a line as the recorder makes it has no fault") {
        PackScene scene;
        scene.write("hello", good_line());
        const auto report = check_voice_pack(real_content(), limits(), scene.pack);
        CHECK(report.lines == 1);
        CHECK(report.problems.empty());
    }

    TEST_CASE("each fault is told with its file and its remedy") {
        PackScene scene;
        SUBCASE("silent") {
            Speech nothing;
            nothing.samples.assign(44100, 0.0F);
            scene.write("hello", nothing);
            scene.check_told("hello", "is silent");
        }
        SUBCASE("clipped") {
            Speech clipped = louder(good_line(), 30);
            clipped = louder(clipped, 0);
            scene.write("hello", clipped);
            const auto told = scene.problems();
            REQUIRE_FALSE(told.empty());
            CHECK_MESSAGE(told[0].find("is clipped") != std::string::npos, told[0]);
        }
        SUBCASE("too long for the youngest") {
            scene.write("hello", good_line(6500));
            scene.check_told("hello", "at most 6 s");
        }
        SUBCASE("too quiet") {
            scene.write("hello", louder(good_line(), -8));
            scene.check_told("hello", "too quiet");
        }
        SUBCASE("too loud") {
            Speech loud = good_line();
            for (float& sample : loud.samples)
                sample = 0.8F * std::tanh(sample * 3.5F);
            scene.write("hello", loud);
            scene.check_told("hello", "too loud");
        }
        SUBCASE("silence before") {
            scene.write("hello", with_silence(good_line(), 400, 0));
            scene.check_told("hello", "begins with");
        }
        SUBCASE("silence after") {
            scene.write("hello", with_silence(good_line(), 0, 600));
            scene.check_told("hello", "ends with");
        }
        SUBCASE("damaged") {
            scene.write("hello", good_line());
            const std::string whole = text_of(scene.pack / "hello.ogg");
            std::ofstream(scene.pack / "hello.ogg", std::ios::binary) << whole.substr(0, whole.size() - 200);
            scene.check_told("hello", "is damaged");
        }
        SUBCASE("no line of ours") {
            scene.write("helo", good_line());
            scene.check_told("helo", "no line has this name");
        }
    }

    TEST_CASE("the built-in voice is whole and fit for a class") {
        const auto report = check_voice_pack(real_content(), limits(),
                                             std::filesystem::path(MIRABELLE_BUNDLE_FOLDER) / "voice");
        for (const std::string& problem : report.problems)
            MESSAGE(problem);
        CHECK(report.problems.empty());
        CHECK(report.lines == static_cast<int>(real_content().voices().size()) - 1);
        for (const Voice& voice : real_content().voices().subspan(1))
            CHECK_MESSAGE(std::abs(vorbis_length(voice.built_in) - voice.built_in_duration) <= 2, voice.id);
    }

    TEST_CASE("lines that older children alone hear may last longer") {
        const Content& content = real_content();
        CHECK(limits().longest(content.voice("hello")) == content.sizes(Band::PS).instruction);
        Milliseconds longest = 0;
        for (std::size_t place = 1; place < content.voices().size(); ++place)
            longest = std::max(longest, limits().longest(static_cast<VoiceId>(place)));
        CHECK(longest == content.sizes(Band::GS).instruction);
    }
}
