// The page of voices under a teacher's finger.
#include "engine/voice/spoken_lines.h"
#include "tests/support/fake_microphone.h"
#include "tests/support/panel_scene.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace mirabelle;

namespace {

struct VoicesScene {
    VoicesScene() { scene.show(PageName::voices); }

    bool work_until(StudioState state) {
        for (int frame = 0; frame < 1000 && scene.studio.state() != state; ++frame) {
            scene.frames(1);
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return scene.studio.state() == state;
    }
    /// Two taps on the microphone of the first line.
    void record_first() {
        REQUIRE(scene.tap("record"));
        CHECK(scene.studio.state() == StudioState::recording);
        scene.frames(40);
        REQUIRE(scene.tap("record"));
        REQUIRE(work_until(StudioState::reviewing));
    }
    VoiceId first() const { return general_lines(scene.content).front(); }

    SchoolJournal school{2};
    FakeMicrophone microphone;
    PanelScene scene{school.journal, tablet_pixels, tablet_diagonal, Door::open, Language::french, {},
                     &microphone};
};

} // namespace

TEST_SUITE("teacher/voices_page") {
    TEST_CASE("two taps record a line, which is then heard; a third keeps it") {
        VoicesScene room;
        CHECK_FALSE(room.scene.offers("voices.keep"));
        room.record_first();
        CHECK(room.scene.studio.line() == room.first());
        CHECK(room.scene.speaker.speaking());
        room.scene.frames(2);
        REQUIRE(room.scene.press("voices.keep"));
        CHECK(room.scene.packs.source(room.first()) == VoiceSource::teacher);
        CHECK_FALSE(room.scene.speaker.speaking());
        CHECK(room.scene.settle());
    }

    TEST_CASE("the button below ends a recording, too; what is not kept is forgotten") {
        VoicesScene room;
        REQUIRE(room.scene.tap("record"));
        room.scene.frames(40);
        REQUIRE(room.scene.press("voices.stop"));
        REQUIRE(room.work_until(StudioState::reviewing));
        room.scene.frames(2);
        REQUIRE(room.scene.press("voices.drop"));
        CHECK(room.scene.packs.source(room.first()) == VoiceSource::built_in);
        CHECK(room.scene.studio.state() == StudioState::idle);
    }

    TEST_CASE("an own recording is erased after a question") {
        VoicesScene room;
        CHECK(room.scene.target("erase") == nullptr);
        room.record_first();
        room.scene.frames(2);
        REQUIRE(room.scene.press("voices.keep"));
        REQUIRE(room.scene.tap("erase"));
        REQUIRE(room.scene.press("voices.erase_no"));
        CHECK(room.scene.packs.source(room.first()) == VoiceSource::teacher);
        REQUIRE(room.scene.tap("erase"));
        REQUIRE(room.scene.press("voices.erase_yes"));
        CHECK(room.scene.packs.source(room.first()) == VoiceSource::built_in);
    }

    TEST_CASE("the lines of an activity are shown, and nothing of what is general") {
        VoicesScene room;
        const auto general = general_lines(room.scene.content).size();
        REQUIRE(room.scene.tap("activity.give_me"));
        CHECK(room.scene.settle());
        CHECK(room.scene.target("record") != nullptr);
        REQUIRE(room.scene.tap("record"));
        const VoiceId line = room.scene.studio.line();
        CHECK(room.scene.content.voices()[static_cast<std::size_t>(line)].family != VoiceFamily::general);
        REQUIRE(room.scene.tap("voices.general"));
        CHECK(general > 5);
    }

    TEST_CASE("leaving the page or the panel gives up what was begun") {
        VoicesScene room;
        room.record_first();
        room.scene.show(PageName::class_);
        CHECK(room.scene.studio.state() == StudioState::idle);
        CHECK(room.scene.packs.source(room.first()) == VoiceSource::built_in);
        room.scene.show(PageName::voices);
        REQUIRE(room.scene.tap("record"));
        room.scene.show(PageName::settings);
        CHECK(room.microphone.state() == MicrophoneState::closed);
    }

    TEST_CASE("without a microphone a plain sentence says so, and lines can still be heard") {
        VoicesScene room;
        room.microphone.works = false;
        REQUIRE(room.scene.tap("record"));
        CHECK(room.scene.settle());
        CHECK(room.scene.studio.trouble() == StudioTrouble::no_microphone);
        REQUIRE(room.scene.tap("hear"));
        CHECK(room.scene.speaker.speaking());
    }

    TEST_CASE("while a line is recorded and reviewed, every target fits a finger") {
        VoicesScene room;
        const auto check = [&] {
            for (const PanelTarget& target : panel_targets())
                if (target.whole)
                    CHECK_MESSAGE(std::min(target.to.x - target.from.x, target.to.y - target.from.y) /
                                          room.scene.density >=
                                      8.95,
                                  target.name);
        };
        REQUIRE(room.scene.tap("record"));
        room.scene.frames(40);
        check();
        REQUIRE(room.scene.tap("record"));
        REQUIRE(room.work_until(StudioState::reviewing));
        room.scene.frames(2);
        check();
    }
}
