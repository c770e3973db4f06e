// The teacher records, hears, keeps, does it again, and takes it back; whatever fails leaves the line as it
// was.
#include "teacher/model/voice_studio.h"

#include "engine/voice/loudness.h"
#include "tests/support/fake_microphone.h"
#include "tests/support/real_content.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <thread>

using namespace mirabelle;

namespace {

struct StudioScene {
    StudioScene() { studio.emplace(packs, microphone); }

    /// Frames pass until the studio is there; false when it never is.
    bool frames_until(StudioState state, int most = 1000) {
        for (int frame = 0; frame < most && studio->state() != state; ++frame) {
            studio->advance();
            if (studio->state() == StudioState::working)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return studio->state() == state;
    }
    /// Two taps, with as many frames between as the speech lasts.
    void record(VoiceId what) {
        studio->begin(what, 6000);
        for (std::size_t heard = 0; heard <= microphone.heard.samples.size(); heard += microphone.chunk)
            studio->advance();
        studio->end();
    }
    const Voice& voice() const { return packs.voice(line); }
    std::size_t files() const {
        std::error_code error;
        const std::filesystem::directory_iterator folder(data.path() / "voices" / "teacher", error), end;
        return error ? 0 : static_cast<std::size_t>(std::distance(folder, end));
    }

    ScratchFolder data{"mirabelle_studio"};
    Content content = real_content();
    VoicePacks packs{content, data.path() / "voices"};
    FakeMicrophone microphone;
    VoiceId line = content.voice("hello");
    std::optional<VoiceStudio> studio;
};

} // namespace

TEST_SUITE("teacher/voice_studio") {
    TEST_CASE("a line is recorded, heard, kept, and still there the next time") {
        StudioScene scene;
        scene.record(scene.line);
        CHECK(scene.microphone.state() == MicrophoneState::closed);
        REQUIRE(scene.frames_until(StudioState::reviewing));
        CHECK(scene.studio->take_finished());
        CHECK_FALSE(scene.studio->take_finished());
        CHECK(scene.voice().file != scene.voice().built_in); // what is heard now
        CHECK(scene.voice().duration >= 1500);
        CHECK(scene.voice().duration <= 1700);
        CHECK(scene.packs.source(scene.line) == VoiceSource::built_in); // not kept yet
        scene.studio->keep();
        CHECK(scene.studio->state() == StudioState::idle);
        CHECK(scene.studio->trouble() == StudioTrouble::none);
        CHECK(scene.packs.source(scene.line) == VoiceSource::teacher);
        CHECK(scene.voice().file == scene.packs.teacher_file(scene.line));
        CHECK(scene.files() == 1);
        const Levels levels = levels_of(read_sound(scene.voice().file));
        CHECK(std::abs(levels.loudness - voice_loudness) <= loudness_tolerance);
        CHECK(levels.true_peak <= highest_peak);

        Content later = real_content();
        VoicePacks packs(later, scene.data.path() / "voices");
        CHECK(packs.look_up_all().empty());
        CHECK(packs.source(scene.line) == VoiceSource::teacher);
        CHECK(packs.voice(scene.line).duration == scene.voice().duration);
    }

    TEST_CASE("what is not kept leaves no trace, and a recording before it stays") {
        StudioScene scene;
        scene.record(scene.line);
        REQUIRE(scene.frames_until(StudioState::reviewing));
        scene.studio->discard();
        CHECK(scene.files() == 0);
        CHECK(scene.voice().file == scene.voice().built_in);
        CHECK(scene.voice().duration == scene.voice().built_in_duration);

        scene.record(scene.line);
        REQUIRE(scene.frames_until(StudioState::reviewing));
        scene.studio->keep();
        const Milliseconds kept = scene.voice().duration;
        SpeechWish longer;
        longer.length = 2500;
        scene.microphone.heard = speech(longer);
        scene.record(scene.line);
        REQUIRE(scene.frames_until(StudioState::reviewing));
        CHECK(scene.voice().duration > kept);
        scene.record(scene.line); // again, without having kept
        REQUIRE(scene.frames_until(StudioState::reviewing));
        scene.studio.reset(); // the panel is closed meanwhile
        CHECK(scene.voice().duration == kept);
        CHECK(scene.files() == 1);
    }

    TEST_CASE("the teacher's own recording is removed, and the voice before speaks again") {
        StudioScene scene;
        scene.record(scene.line);
        REQUIRE(scene.frames_until(StudioState::reviewing));
        scene.studio->keep();
        scene.studio->remove(scene.line);
        CHECK(scene.files() == 0);
        CHECK(scene.packs.source(scene.line) == VoiceSource::built_in);
        CHECK(scene.voice().file == scene.voice().built_in);
    }

    TEST_CASE("without a microphone that is said, and the next time may be better") {
        StudioScene scene;
        scene.microphone.works = false;
        scene.studio->begin(scene.line, 6000);
        scene.studio->advance();
        CHECK(scene.studio->state() == StudioState::idle);
        CHECK(scene.studio->trouble() == StudioTrouble::no_microphone);
        CHECK(scene.voice().file == scene.voice().built_in);
        scene.microphone.works = true;
        scene.record(scene.line);
        CHECK(scene.studio->trouble() == StudioTrouble::none);
        CHECK(scene.frames_until(StudioState::reviewing));
    }

    TEST_CASE("silence is no recording") {
        StudioScene scene;
        scene.microphone.heard.samples.assign(60'000, 0.0F);
        scene.record(scene.line);
        REQUIRE(scene.frames_until(StudioState::idle));
        CHECK(scene.studio->trouble() == StudioTrouble::nothing_heard);
        CHECK(scene.files() == 0);
    }

    TEST_CASE("who forgets the second tap is recorded no longer than a line may be") {
        StudioScene scene;
        SpeechWish endless;
        endless.length = 60'000;
        scene.microphone.heard = speech(endless);
        scene.studio->begin(scene.line, 6000);
        REQUIRE(scene.frames_until(StudioState::reviewing, 3000));
        CHECK(scene.microphone.state() == MicrophoneState::closed);
        CHECK(scene.voice().duration <= 8200);
    }

    TEST_CASE("a folder that cannot be written is said, and the line stays as it was") {
        StudioScene scene;
        std::ofstream(scene.data.path() / "voices") << "a file where the folder belongs";
        scene.record(scene.line);
        REQUIRE(scene.frames_until(StudioState::idle));
        CHECK(scene.studio->trouble() == StudioTrouble::not_written);
        CHECK(scene.voice().file == scene.voice().built_in);
    }

    TEST_CASE("the microphone is open only between the two taps, and no frame waits for the work") {
        StudioScene scene;
        CHECK(scene.microphone.opened == 0);
        SpeechWish long_speech;
        long_speech.length = 5500;
        scene.microphone.heard = speech(long_speech);
        scene.record(scene.line);
        CHECK(scene.microphone.opened == 1);
        CHECK(scene.microphone.state() == MicrophoneState::closed);
        int frames = 0;
        while (scene.studio->state() == StudioState::working) {
            const auto began = std::chrono::steady_clock::now();
            scene.studio->advance();
            ++frames;
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
            CHECK(took.count() < 100);
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        CHECK(frames > 1); // the work went on beside them
        CHECK(scene.studio->state() == StudioState::reviewing);
    }

    TEST_CASE("what a crash left unfinished is removed, what was kept stays") {
        StudioScene scene;
        scene.record(scene.line);
        REQUIRE(scene.frames_until(StudioState::reviewing));
        scene.studio->keep();
        const auto folder = scene.data.path() / "voices" / "teacher";
        std::ofstream(folder / "yes.ogg.new") << "half";
        std::ofstream(folder / "yes.ogg.new.part") << "half";
        scene.studio.emplace(scene.packs, scene.microphone);
        CHECK(scene.files() == 1);
        CHECK(std::filesystem::exists(folder / "hello.ogg"));
    }
}
