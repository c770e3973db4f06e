// A frame takes no memory: what is drawn sixty times a second on a cheap tablet must not stutter.
#include "platform/offscreen_surface.h"
#include "platform/surface_canvas.h"
#include "tests/support/allocation_counter.h"
#include "tests/support/app_scene.h"
#include "tests/support/recording_canvas.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr int frames = 600;
constexpr Milliseconds frame_length = 10; // so that all is over before help for a hesitating child begins
constexpr PixelSize pixels{868, 544};     // the small tablet at 4 pixels a mm

/// Children of an age that the activity is for.
AppSettings settings_of(const Activity& activity) {
    AppSettings settings = settings_for(1, 3);
    settings.band = real_content().levels(activity.id).front().band;
    return settings;
}

/// The screens of one child's way through the program, each shown to `look`.
template <typename Look>
void walk(AppScene& scene, const Look& look) {
    scene.wait(500);
    look("who_is_here");
    scene.tap("portrait 1");
    scene.wait(1500);
    look("garden");
}

/// A place whose touch changes nothing: the ear, or the air above all games.
Point sign_of_life(const Lane& lane) {
    for (const NamedTarget& target : lane.screen().targets())
        if (target.name == "ear")
            return lane.on_screen(target.where.centre());
    return lane.on_screen({lane.area().width / 2, lane.area().height - 12});
}

/// Allocations of 600 frames of `app` after some to warm up.
template <typename Draw>
long allocations(App& app, const Draw& draw) {
    const auto frame = [&] {
        app.advance(frame_length);
        draw();
    };
    for (int i = 0; i < 500; ++i) // long enough for Mirabelle to blink
        frame();
    for (const auto& lane : app.lanes()) // a sign of life, lest help begin
        app.touch({0, static_cast<FingerId>(900), TouchPhase::down, sign_of_life(*lane)});
    for (int i = 0; i < 40; ++i)
        frame();
    const AllocationCounter taken;
    for (int i = 0; i < frames; ++i)
        frame();
    return taken.count();
}

/// Looks at every screen with `draw`; each must take no memory.
template <typename Draw>
void check_all_screens(AppScene& scene, const Draw& draw) {
    walk(scene, [&](const std::string& name) {
        CAPTURE(name);
        CHECK(scene.screen().name() == name);
        CHECK(allocations(scene.app, draw) == 0);
    });
    scene.tap("card 1");
    scene.wait(800);
    REQUIRE(scene.wait_for_question());
    CAPTURE(scene.screen().name());
    CHECK(allocations(scene.app, draw) == 0);
}

} // namespace

TEST_SUITE("engine/allocation") {
    TEST_CASE("600 frames of every screen take no memory of the engine") {
        for (const Activity& activity : all_activities()) {
            AppScene scene(settings_of(activity), 6, nullptr, {&activity, 1});
            RecordingCanvas canvas;
            check_all_screens(scene, [&] { scene.app.draw(canvas); });
        }
        AppScene end(settings_for(1, 21), 4);
        end.begin_to_play(1);
        end.finish_round();
        end.wait(3000);
        end.tap("card 1");
        end.wait(800);
        end.finish_round();
        REQUIRE(end.screen().name() == "calm_end");
        RecordingCanvas canvas;
        CHECK(allocations(end.app, [&] { end.app.draw(canvas); }) == 0);
    }

    TEST_CASE("frames on the real canvas take no memory once their pictures are there") {
        const auto pictures = real_content().pictures();
        for (const Activity& activity : all_activities()) {
            AppScene scene(settings_of(activity), 6, nullptr, {&activity, 1});
            SurfaceCanvas canvas(std::vector(pictures.begin(), pictures.end()),
                                 std::filesystem::path(MIRABELLE_BUNDLE_FOLDER) / "fonts", pixels, 4);
            OffscreenSurface surface(pixels);
            check_all_screens(scene, [&] {
                canvas.paint_frame(surface.surface(), [&](Canvas& frame) { scene.app.draw(frame); });
            });
        }
    }

    TEST_CASE("four lanes at a display take no memory either") {
        AppScene scene(settings_for(4, 4), 8);
        for (std::size_t lane = 0; lane < 4; ++lane)
            scene.begin_to_play(static_cast<int>(lane) + 1, lane);
        for (std::size_t lane = 0; lane < 4; ++lane)
            REQUIRE(scene.wait_for_question(lane));
        RecordingCanvas canvas;
        CHECK(allocations(scene.app, [&] { scene.app.draw(canvas); }) == 0);
    }
}
