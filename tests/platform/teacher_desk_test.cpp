#include "platform/commands/teacher_desk.h"

#include "activities/mechanics/mechanics.h"
#include "platform/offscreen_surface.h"
#include "teacher/panel/widgets.h"
#include "tests/support/app_scene.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr PixelSize display_pixels{1920, 1080};
constexpr double density = 1920 / class_display.width;

/// A class display on which one child plays, and its teacher.
struct DeskScene {
    DeskScene()
        : content(real_content()),
          scene(settings(), 4),
          surface(display_pixels),
          packs(content, folder.path() / "voices"),
          desk(content, scene.school.journal, scene.writer, scene.audio, packs, microphone, class_display,
               1640) {
        scene.begin_to_play(1);
    }
    static AppSettings settings() {
        AppSettings settings = settings_for(1, 31);
        settings.screen = class_display;
        settings.reach = display_reach;
        return settings;
    }

    /// As the program does with every touch: what the teacher does not take is the children's.
    void touch(FingerId finger, TouchPhase phase, Point at) {
        const Touch touch{now, finger, phase, at};
        if (!desk.take(touch, now))
            scene.app.touch(touch);
    }
    void wait(Milliseconds length) {
        for (Milliseconds passed = 0; passed < length; passed += 20) {
            now += 20;
            if (!desk.covers())
                scene.app.advance(20);
            desk.look_for_opening(scene.app, now);
            desk.draw(surface.surface(), density, scene.app, now, school_morning + now);
        }
    }
    void hold_corners(FingerId left, FingerId right, double y) {
        touch(left, TouchPhase::down, {8, y});
        touch(right, TouchPhase::down, {class_display.width - 8, y});
        wait(CornerHold::lasts + 200);
        touch(left, TouchPhase::up, {8, y});
        touch(right, TouchPhase::up, {class_display.width - 8, y});
        wait(100);
    }
    /// What says `name` in the panel.
    void tap(std::string_view name) {
        const auto targets = panel_targets();
        const auto target = std::find_if(targets.begin(), targets.end(),
                                         [&](const PanelTarget& seen) { return seen.name == name; });
        REQUIRE_MESSAGE(target != targets.end(), std::string(name));
        const Point at{(target->from.x + target->to.x) / 2 / density,
                       (target->from.y + target->to.y) / 2 / density};
        touch(FingerId{7}, TouchPhase::down, at);
        wait(60);
        touch(FingerId{7}, TouchPhase::up, at);
        wait(600);
    }
    void choose_code(std::string_view digits) {
        hold_corners(FingerId{1}, FingerId{2}, 8);
        for (int twice = 0; twice < 2; ++twice) {
            for (const char digit : digits)
                tap({&digit, 1});
            tap("ok");
        }
    }
    std::size_t answers() { return scene.school.attempts().size(); }

    Content content; ///< whose voices this teacher may change
    ScratchFolder folder{"mirabelle-desk-"};
    AppScene scene;
    OffscreenSurface surface;
    NoMicrophone microphone;
    VoicePacks packs;
    TeacherDesk desk;
    Milliseconds now = 0;
};

} // namespace

TEST_SUITE("platform/teacher_desk") {
    TEST_CASE("the corners open one panel; held again, or the low ones beneath it, they open no second one") {
        DeskScene display;
        CHECK(display.desk.shown().empty());
        display.hold_corners(FingerId{1}, FingerId{2}, 8);
        CHECK(display.desk.shown() == "code");
        display.hold_corners(FingerId{3}, FingerId{4}, class_display.height - 8);
        CHECK(display.desk.shown() == "code");
        display.hold_corners(FingerId{5}, FingerId{6}, 8);
        CHECK(display.desk.shown() == "code");
        CHECK_FALSE(display.desk.take_closed());
    }

    TEST_CASE("the teacher opens every page of the panel by finger") {
        DeskScene display;
        const Words words(display.content.folder(), Language::french);
        display.choose_code("2468");
        REQUIRE(display.desk.shown() == "class");
        for (const char* page : {"launch", "list", "data", "voices", "settings", "child"}) {
            display.tap("rail." + std::string(page));
            CHECK(display.desk.shown() == page);
        }
        display.tap(words("steps.open"));
        CHECK(display.desk.shown() == "steps");
        display.tap("rail.class");
        display.tap(words("groups.open"));
        CHECK(display.desk.shown() == "groups");
        display.tap("rail.close");
        CHECK(display.desk.shown().empty());
    }

    TEST_CASE("a child who touches while the teacher works changes nothing") {
        DeskScene display;
        while (display.scene.screen().answer().empty()) // the hand shows how, first
            display.wait(100);
        display.hold_corners(FingerId{1}, FingerId{2}, 8);
        REQUIRE(display.desk.covers());
        const auto play = [&] {
            for (const GestureStep& step : display.scene.screen().answer()) {
                display.touch(FingerId{9}, step.phase, display.scene.app.lanes()[0]->on_screen(step.point));
                display.wait(40);
            }
            display.wait(2000);
        };
        const std::size_t before = display.answers();
        play();
        CHECK(display.desk.shown() == "code"); // a finger on the pad presses its keys, nothing else
        CHECK(display.answers() == before);
        CHECK(display.scene.play() != nullptr);
    }

    TEST_CASE("nothing of the panel is made before somebody asks for it") {
        DeskScene display;
        display.wait(2000);
        CHECK(ImGui::GetCurrentContext() == nullptr);
        display.hold_corners(FingerId{1}, FingerId{2}, 8);
        CHECK(ImGui::GetCurrentContext() != nullptr);
    }
}
