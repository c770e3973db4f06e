// The microphone through SDL, which hears a file: what it hears becomes a voice line, and leaves by no
// export.
#include "platform/sdl_microphone.h"

#include "teacher/model/voice_studio.h"
#include "tests/support/export_scene.h"
#include "tests/support/speech.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace mirabelle;

namespace {

void put_environment(const char* name, const std::string& value) { SDL_setenv(name, value.c_str(), 1); }

/// SDL's "disk" driver reads what it captures from a file, about as fast as a microphone would.
class HeardFile {
  public:
    explicit HeardFile(const Speech& heard) {
        std::ofstream out(folder_.path() / "heard.raw", std::ios::binary);
        out.write(reinterpret_cast<const char*>(heard.samples.data()),
                  static_cast<std::streamsize>(heard.samples.size() * sizeof(float)));
        put_environment("SDL_AUDIODRIVER", "disk");
        put_environment("SDL_DISKAUDIOFILEIN", (folder_.path() / "heard.raw").string());
        put_environment("SDL_DISKAUDIOFILE", (folder_.path() / "played.raw").string());
        put_environment("SDL_DISKAUDIODELAY", "5");
    }
    ~HeardFile() { put_environment("SDL_AUDIODRIVER", "dummy"); }
    HeardFile(const HeardFile&) = delete;
    HeardFile& operator=(const HeardFile&) = delete;

  private:
    ScratchFolder folder_{"mirabelle_heard"};
};

bool wait_for(Microphone& microphone, MicrophoneState state) {
    for (int i = 0; i < 1000 && microphone.state() != state; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return microphone.state() == state;
}

/// What stands between `bytes` of the recording and an export: not eight of them in a row.
bool shares_bytes(const std::string& recording, const std::string& exported) {
    constexpr std::size_t window = 8;
    for (std::size_t at = 0; at + window <= recording.size(); ++at)
        if (exported.find(recording.substr(at, window)) != std::string::npos)
            return true;
    return false;
}

} // namespace

TEST_SUITE("platform/sdl_microphone") {
    TEST_CASE("without a driver there is no microphone, and that is no disaster") {
        put_environment("SDL_AUDIODRIVER", "none of these");
        SdlMicrophone microphone;
        microphone.open();
        CHECK(wait_for(microphone, MicrophoneState::missing));
        std::vector<float> samples;
        microphone.read(samples);
        CHECK(samples.empty());
        microphone.close();
        CHECK(microphone.state() == MicrophoneState::closed);
        put_environment("SDL_AUDIODRIVER", "dummy");
    }

    TEST_CASE("it hears only between opening and closing") {
        const HeardFile file(speech({}));
        SdlMicrophone microphone;
        std::vector<float> samples;
        microphone.read(samples);
        CHECK(samples.empty());
        microphone.open();
        REQUIRE(wait_for(microphone, MicrophoneState::listening));
        for (int i = 0; i < 400 && samples.size() < 40'000; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            microphone.read(samples);
        }
        CHECK(samples.size() >= 40'000);
        microphone.close();
        const std::size_t heard = samples.size();
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        microphone.read(samples);
        CHECK(samples.size() == heard);
        microphone.open(); // and again
        CHECK(wait_for(microphone, MicrophoneState::listening));
    }

    TEST_CASE("a recording made through the microphone is in no export, neither its bytes nor its place") {
        const HeardFile file(speech({}));
        ExportScene school;
        school.give(school.run(school.session(school.now - 3'000'000), school.zoe.id, school.now - 3'000'000),
                    0);

        Content content = real_content();
        VoicePacks packs(content, school.data / "voices");
        SdlMicrophone microphone;
        VoiceStudio studio(packs, microphone);
        const VoiceId line = content.voice("touch_name");
        studio.begin(line, 8000);
        for (int i = 0; i < 1000 && studio.recorded() < 3000; ++i) {
            studio.advance();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        REQUIRE(studio.state() == StudioState::recording);
        studio.end();
        CHECK(microphone.state() == MicrophoneState::closed);
        while (studio.state() == StudioState::working) {
            studio.advance();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        REQUIRE(studio.state() == StudioState::reviewing);
        studio.keep();
        const std::string recording = text_of(packs.teacher_file(line));
        REQUIRE(recording.size() > 5000);
        REQUIRE(shares_bytes(recording, recording.substr(recording.size() / 2)));
        CHECK(packs.voice(line).duration > 1400);
        CHECK(packs.voice(line).duration < 1800);

        for (const std::string& exported : {school.csv(), school.xapi()}) {
            REQUIRE(exported.size() > 100);
            CHECK_FALSE(shares_bytes(recording, exported));
            for (const std::string& place : {school.data.string(), std::string("voices"), std::string(".ogg"),
                                             std::string("touch_name")})
                CHECK_MESSAGE(exported.find(place) == std::string::npos, place);
        }
    }
}
