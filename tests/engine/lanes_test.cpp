// Several children at one class display: each sees, touches and answers for itself.
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

/// Everyone sits down, in the order of the lanes, and begins to play.
void all_begin(AppScene& scene) {
    for (std::size_t lane = 0; lane < scene.app.lanes().size(); ++lane)
        scene.begin_to_play(static_cast<int>(lane) + 1, lane);
}

void check_children(const AppScene& scene) {
    const auto children = scene.school.journal.children();
    std::set<int> lanes;
    for (const Attempt& attempt : scene.school.attempts()) {
        REQUIRE(attempt.child);
        CHECK(*attempt.child == children[static_cast<std::size_t>(attempt.lane)].id);
        lanes.insert(attempt.lane);
    }
    CHECK(lanes.size() == scene.app.lanes().size());
}

} // namespace

TEST_SUITE("engine/lanes") {
    TEST_CASE("with two or four lanes every answer is filed under the right child") {
        for (const int count : {2, 4}) {
            CAPTURE(count);
            AppScene scene(settings_for(count, 5), 8);
            all_begin(scene);
            for (int question = 0; question < 3; ++question)
                for (std::size_t lane = 0; lane < static_cast<std::size_t>(count); ++lane) {
                    REQUIRE(scene.wait_for_question(lane));
                    scene.perform(scene.screen(lane).answer(), lane);
                    scene.wait(300);
                }
            CHECK(scene.school.attempts().size() >= static_cast<std::size_t>(3 * count));
            check_children(scene);
        }
    }

    TEST_CASE("four children answer with their fingers at the same time") {
        AppScene scene(settings_for(4, 6), 8);
        all_begin(scene);
        for (std::size_t lane = 0; lane < 4; ++lane)
            REQUIRE(scene.wait_for_question(lane));
        scene.wait(500);
        std::array<GesturePlayer, 4> hands;
        for (std::size_t lane = 0; lane < 4; ++lane)
            hands[lane].start(scene.screen(lane).answer(), static_cast<FingerId>(lane));
        for (int tick = 0; tick < 3000; ++tick) {
            for (std::size_t lane = 0; lane < 4; ++lane)
                hands[lane].tick(scene.app, *scene.app.lanes()[lane]);
            scene.app.advance(tick_length);
        }
        std::set<int> right;
        for (const Attempt& attempt : scene.school.attempts())
            if (attempt.correct && attempt.attempt_number == 1)
                right.insert(attempt.lane);
        CHECK(right == std::set<int>{0, 1, 2, 3});
        check_children(scene);
    }

    TEST_CASE("a finger stays with the lane it came down in, wherever it wanders") {
        AppScene scene(settings_for(2, 7), 6);
        all_begin(scene);
        REQUIRE(scene.wait_for_question(0));
        REQUIRE(scene.wait_for_question(1));
        scene.wait(500);
        const Gesture other = scene.screen(1).answer();
        // Down beside everything in the left lane, then across the right lane's answer.
        const double border = scene.app.lanes()[1]->area().x;
        scene.app.touch({0, FingerId{1}, TouchPhase::down, {border - 30, 500}});
        scene.wait(50);
        for (const GestureStep& step : other)
            scene.app.touch({0, FingerId{1}, TouchPhase::move, scene.app.lanes()[1]->on_screen(step.point)});
        scene.app.touch({0, FingerId{1}, TouchPhase::up, {border + 100, 500}});
        scene.wait(500);
        for (const Attempt& attempt : scene.school.attempts())
            CHECK(attempt.lane == 0);
    }

    TEST_CASE("a child who plays in one lane cannot sit down in another") {
        AppScene scene(settings_for(2, 8), 6);
        scene.tap("portrait 1", 0);
        scene.wait(1500);
        CHECK(scene.screen(0).name() == "garden");
        scene.tap("portrait 1", 1);
        scene.wait(2000);
        CHECK(scene.screen(1).name() == "who_is_here");
        scene.tap("portrait 2", 1);
        scene.wait(1500);
        CHECK(scene.screen(1).name() == "garden");
        scene.tap("door", 0); // and when it has left, its place is free again
        scene.wait(500);
        CHECK_FALSE(scene.app.class_room().is_playing(0));
    }

    TEST_CASE("one child leaving does not stop the others") {
        AppScene scene(settings_for(3, 9), 6);
        all_begin(scene);
        for (std::size_t lane = 0; lane < 3; ++lane)
            REQUIRE(scene.wait_for_question(lane));
        scene.tap("door", 1);
        scene.wait(200);
        CHECK(scene.screen(1).name() == "garden");
        CHECK(scene.play(0) != nullptr);
        CHECK(scene.play(2) != nullptr);
    }

    TEST_CASE("lanes lie side by side, cover the screen and keep controls within reach") {
        for (const int count : {1, 2, 3, 4}) {
            AppScene scene(settings_for(count, 2), 8);
            double x = 0;
            for (const auto& lane : scene.app.lanes()) {
                CHECK(lane->area().x == doctest::Approx(x));
                CHECK(lane->area().height ==
                      doctest::Approx(count > 1 ? class_display.height : small_tablet.height));
                x = lane->area().right();
                for (const NamedTarget& target : lane->screen().targets()) {
                    CHECK(target.where.x >= 0);
                    CHECK(target.where.right() <= lane->area().width + 0.1);
                    if (count > 1)
                        CHECK(target.where.y >= class_display.height - display_reach - 0.1);
                }
            }
            CHECK(x == doctest::Approx(count > 1 ? class_display.width : small_tablet.width));
        }
    }
}
