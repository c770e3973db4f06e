// A teacher decides who plays what where; the class list may change while children play.
#include "tests/support/recording_canvas.h"
#include "tests/support/teacher_scene.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr Milliseconds minute = 60'000;

std::size_t portraits(const Screen& screen) {
    const auto targets = screen.targets();
    return static_cast<std::size_t>(std::count_if(targets.begin(), targets.end(), [](const auto& target) {
        return target.name.rfind("portrait", 0) == 0;
    }));
}

} // namespace

TEST_SUITE("engine/launch") {
    TEST_CASE("two children at one level: every answer under the right child, and the level stays") {
        TeacherScene teacher(settings_for(1, 61));
        const auto children = teacher.children();
        teacher.app.launch(TeacherScene::launch_of("count_objects", "ms-2", {4, 1}));
        REQUIRE(teacher.app.lanes().size() == 2);
        CHECK(teacher.scene.screen(0).name() == "play count_objects"); // at once
        CHECK(teacher.scene.screen(1).name() == "play count_objects");
        CHECK(teacher.app.class_room().is_playing(4));
        teacher.finish_rounds();
        CHECK(teacher.ended(RunEnding::completed) == 2);
        std::array<int, 2> answers{};
        for (const Attempt& attempt : teacher.scene.school.attempts()) {
            CHECK(attempt.child == children[attempt.lane == 0 ? 4 : 1].id);
            CHECK(attempt.level == "ms-2");
            CHECK(attempt.correct);
            ++answers[static_cast<std::size_t>(attempt.lane)];
        }
        const TouchSizes& sizes = real_content().sizes(Band::MS);
        for (const int count : answers) {
            CHECK(count >= sizes.questions_least);
            CHECK(count <= sizes.questions_most);
        }
        for (std::size_t lane = 0; lane < 2; ++lane) { // then the child chooses, as ever
            const std::string scene = teacher.scene.screen(lane).name();
            CHECK_MESSAGE((scene == "garden" || scene == "who_is_here"), scene);
        }
    }

    TEST_CASE("the planner learns from a launched level and goes on from it") {
        TeacherScene teacher(settings_for(1, 62));
        teacher.app.launch(TeacherScene::launch_of("count_objects", "ms-3", {1}));
        for (int answer = 0; answer < 3; ++answer)
            teacher.answer();
        CHECK(teacher.level() == "ms-3");
        teacher.app.stop();
        teacher.scene.wait(100);
        teacher.app.launch(TeacherScene::launch_of("count_objects", "", {1}));
        teacher.answer();
        const auto attempts = teacher.scene.school.attempts();
        REQUIRE(attempts.size() == 4);
        CHECK(attempts[2].mu_after > attempts[0].mu_before);
        CHECK(attempts[3].mu_before == attempts[2].mu_after);
    }

    TEST_CASE("without a level each child plays at its own") {
        TeacherScene teacher(settings_for(1, 63));
        teacher.app.launch(TeacherScene::launch_of("give_me", "", {0, 1, 2}));
        CHECK(teacher.level(0) == "ps-1");
        CHECK(teacher.level(1) == "ms-1");
        CHECK(teacher.level(2) == "gs-1");
        const Steering all = teacher.app.steering();
        CHECK(all.rounds == 3);
        REQUIRE(all.activity != nullptr);
        CHECK(all.activity->id == "give_me");
        CHECK(all.level == nullptr); // they differ
        CHECK(all.harder);
        CHECK_FALSE(all.easier);
    }

    TEST_CASE("a game that is not for an age is launched at the nearest one, as the teacher wants it") {
        for (const Activity& activity : all_activities())
            for (std::size_t child = 0; child < 3; ++child) {
                CAPTURE(activity.id);
                CAPTURE(child);
                TeacherScene teacher(settings_for(1, 64));
                teacher.app.launch({&activity, nullptr, {child}});
                REQUIRE(teacher.app.round(0));
                teacher.answer();
                CHECK(teacher.scene.school.attempts().size() == 1);
            }
    }

    TEST_CASE("the whole class answers without a child, without an example and on nobody's time") {
        TeacherScene teacher(settings_for(1, 65));
        for (const char* level : {"ms-1", ""}) {
            teacher.app.launch(TeacherScene::launch_of("listen_and_touch", level, {std::nullopt}));
            teacher.scene.wait(500);
            CHECK(teacher.scene.play()->question().waiting_for_child()); // no example first
            teacher.finish_rounds();
            CHECK(teacher.scene.screen().name() == "who_is_here");
        }
        CHECK(teacher.scene.school.attempts().size() >= 10);
        for (const Attempt& attempt : teacher.scene.school.attempts())
            CHECK_FALSE(attempt.child);
        for (const auto& [id, run] : teacher.journal.runs)
            CHECK_FALSE(run.child);
        CHECK(teacher.ended(RunEnding::completed) == 2);
        for (std::size_t child = 0; child < 6; ++child)
            CHECK(teacher.app.class_room().played(child) == 0);
        teacher.app.launch(TeacherScene::launch_of("listen_and_touch", "ms-1", {std::nullopt}));
        teacher.scene.tap("door");
        teacher.scene.wait(100);
        CHECK(teacher.scene.screen().name() == "who_is_here");
    }

    TEST_CASE("a launch ends what was played, and keeps what was answered") {
        TeacherScene teacher(settings_for(2, 66));
        teacher.scene.begin_to_play(1, 0);
        teacher.scene.begin_to_play(2, 1);
        teacher.answer(0);
        const auto kept = teacher.scene.school.attempts().size();
        CHECK(kept >= 1);
        teacher.app.launch(TeacherScene::launch_of("give_me", "", {2}));
        CHECK(teacher.ended(RunEnding::stopped_by_teacher) == 2);
        CHECK(teacher.scene.school.attempts().size() == kept);
        CHECK_FALSE(teacher.app.class_room().is_playing(0));
        CHECK(teacher.app.class_room().is_playing(2));
    }

    TEST_CASE("a lane without a possible child asks who is here") {
        TeacherScene teacher(settings_for(1, 67));
        teacher.app.launch(TeacherScene::launch_of("give_me", "", {1, 1, 99}));
        CHECK(teacher.app.round(0));
        CHECK(teacher.scene.screen(1).name() == "who_is_here");
        CHECK(teacher.scene.screen(2).name() == "who_is_here");
        teacher.app.launch(TeacherScene::launch_of("give_me", "", {})); // nothing is wanted
        CHECK(teacher.app.round(0));
        CHECK(teacher.app.lanes().size() == 3);
    }

    TEST_CASE("example children that are launched move in") {
        TeacherScene teacher(settings_for(1, 68), 0);
        teacher.app.launch(TeacherScene::launch_of("give_me", "", {1}));
        CHECK(teacher.app.round(0));
        teacher.answer();
        REQUIRE_FALSE(teacher.children().empty());
        CHECK(teacher.scene.school.attempts().front().child == teacher.children()[1].id);
    }

    TEST_CASE("one, four, two lanes while fingers lie on the screen") {
        TeacherScene teacher(settings_for(1, 69), 8);
        teacher.scene.begin_to_play(1);
        REQUIRE(teacher.scene.wait_for_question());
        const auto finger = [&](int id, TouchPhase phase, Point at) {
            teacher.app.touch({0, static_cast<FingerId>(id), phase, at});
        };
        for (int id = 0; id < 5; ++id)
            finger(id, TouchPhase::down, {200.0 + id, 120.0});
        for (const int lanes : {4, 2, 9, 0}) {
            teacher.app.set_lanes(lanes);
            for (int id = 0; id < 5; ++id) {
                finger(id, TouchPhase::move, {10.0 * id, 100});
                finger(10 + id, TouchPhase::down, {40.0 * id + 20, 80});
            }
            teacher.scene.wait(2000);
        }
        CHECK(teacher.app.lanes().size() == 1);
        CHECK(teacher.ended(RunEnding::stopped_by_teacher) == 1);
        CHECK(teacher.journal.sessions_ended == 2); // a display, and a tablet again
        teacher.app.set_lanes(1);
        CHECK(teacher.journal.sessions_ended == 2);
        for (int id = 0; id < 20; ++id)
            finger(id, TouchPhase::up, {10, 10});
        teacher.app.set_lanes(2);
        teacher.scene.begin_to_play(1, 0);
        teacher.scene.begin_to_play(2, 1);
        teacher.answer(1);
        CHECK(teacher.scene.school.attempts().back().child == teacher.children()[1].id);
    }

    TEST_CASE("a child who is taken off the list in mid-round: its lane is free, the others go on") {
        TeacherScene teacher(settings_for(1, 70));
        const auto children = teacher.children();
        teacher.app.launch(TeacherScene::launch_of("listen_and_touch", "ms-1", {0, 1, 4}));
        teacher.answer(0);
        teacher.scene.school.journal.remove_child(children[0].id, teacher.app.now());
        teacher.app.reload_class();
        CHECK(teacher.scene.screen(0).name() == "who_is_here");
        CHECK(portraits(teacher.scene.screen(0)) == 5);
        CHECK(teacher.ended(RunEnding::stopped_by_teacher) == 1);
        CHECK(teacher.app.class_room().is_playing(0)); // who was second
        CHECK(teacher.app.class_room().is_playing(3));
        CHECK_FALSE(teacher.app.class_room().is_playing(1));
        teacher.answer(1);
        teacher.answer(2);
        for (const Attempt& attempt : teacher.scene.school.attempts())
            CHECK(attempt.child ==
                  children[attempt.lane == 2 ? 4 : static_cast<std::size_t>(attempt.lane)].id);
        CHECK(teacher.app.class_room().played(0) > 0);
        teacher.app.stop();
        teacher.scene.wait(100);
        CHECK_FALSE(teacher.app.class_room().is_playing(0));
        CHECK_FALSE(teacher.app.class_room().is_playing(3));
    }

    TEST_CASE(
        "the list changes on every scene at once, and a touch of the same instant goes to the right child") {
        TeacherScene teacher(settings_for(4, 71));
        teacher.scene.tap("portrait 2", 0);
        teacher.scene.wait(1500);
        REQUIRE(teacher.scene.screen(0).name() == "garden");
        teacher.scene.begin_to_play(5, 1);
        REQUIRE(teacher.scene.play(1) != nullptr);
        for (const NamedTarget& target : teacher.scene.screen(1).targets())
            if (target.name == "door")
                teacher.app.touch({0, FingerId{1}, TouchPhase::down,
                                   teacher.app.lanes()[1]->on_screen(target.where.centre())});
        auto children = teacher.children();
        teacher.scene.school.journal.remove_child(children[0].id, teacher.app.now());
        children[1].first_name = "Zoé";
        children[1].band = Band::GS;
        teacher.scene.school.journal.update_child(children[1]);
        Random ids(3);
        teacher.scene.school.journal.add_child(
            {Uuid::make(ids), "Nino", "B", children[0].portrait, Band::PS, "Maternelle"});
        const auto before = look_of(teacher.app);
        teacher.app.reload_class();
        CHECK(look_of(teacher.app) != before);
        CHECK(portraits(teacher.scene.screen(2)) == 6);
        CHECK(teacher.app.class_room().child(0).first_name == "Zoé");
        CHECK(teacher.app.class_room().child(5).first_name == "Nino");
        teacher.scene.wait(800);
        CHECK(teacher.scene.screen(1).name() == "garden"); // by the door
        CHECK(teacher.app.class_room().is_playing(3));     // who was fifth
        teacher.scene.tap("card 1", 0);
        teacher.scene.wait(800);
        REQUIRE(teacher.scene.play(0) != nullptr);
        CHECK(teacher.scene.play(0)->child().id == children[1].id);
        CHECK(teacher.app.round(0)->level->band == Band::GS); // what fits the age she has now
        // Whoever sits in the garden and goes, leaves it free.
        teacher.scene.school.journal.remove_child(children[4].id, teacher.app.now());
        teacher.app.reload_class();
        CHECK(teacher.scene.screen(1).name() == "who_is_here");
    }

    TEST_CASE("the next child of a calm end goes off the list") {
        TeacherScene teacher(settings_for(1, 72), 2);
        teacher.app.launch(TeacherScene::launch_of("give_me", "", {0}));
        teacher.app.stop();
        teacher.scene.wait(4000);
        REQUIRE(teacher.scene.screen().name() == "calm_end");
        teacher.scene.school.journal.remove_child(teacher.children()[1].id, teacher.app.now());
        teacher.app.reload_class();
        CHECK_FALSE(teacher.scene.tap("next"));
        teacher.scene.wait(minute);
        CHECK(portraits(teacher.scene.screen()) == 1);
        // When nobody is left, the example children are offered as on the first day.
        teacher.scene.school.journal.remove_child(teacher.children()[0].id, teacher.app.now());
        teacher.app.reload_class();
        CHECK(teacher.app.class_room().children().size() == real_content().example_names().size());
        CHECK(teacher.children().empty());
    }

    TEST_CASE("an age without children shows a meadow without portraits") {
        AppSettings settings = settings_for(1, 73);
        settings.band = Band::GS;
        TeacherScene teacher(settings, 1); // a PS
        teacher.scene.wait(1000);
        CHECK(portraits(teacher.scene.screen()) == 0);
        teacher.app.launch(TeacherScene::launch_of("give_me", "", {std::nullopt}));
        CHECK(teacher.app.round(0));
    }

    TEST_CASE("the strip at the top is the teacher's: what children touch lies below, and nobody feels it") {
        for (const int lanes : {1, 3}) {
            TeacherScene teacher(settings_for(lanes, 74));
            teacher.app.set_top_inset(18);
            for (const auto& lane : teacher.app.lanes()) {
                CHECK(lane->area().y == 0); // its scenery goes on behind
                CHECK(lane->area().bottom() ==
                      doctest::Approx(lanes > 1 ? class_display.height : small_tablet.height));
                for (const NamedTarget& target : lane->screen().targets())
                    CHECK(target.where.y >= 18);
            }
            RecordingCanvas canvas;
            teacher.app.draw(canvas);
            const Milliseconds second = 1000;
            teacher.scene.wait(40 * second);
            const Pace asleep = teacher.app.pace();
            teacher.app.touch({0, FingerId{1}, TouchPhase::down, {50, 9}});
            CHECK(teacher.app.pace() == asleep);
            teacher.app.touch({0, FingerId{2}, TouchPhase::down, {50, 60}});
            CHECK(teacher.app.pace() != asleep);
            teacher.scene.begin_to_play(1);
            teacher.answer();
            teacher.app.set_top_inset(1e9);
            teacher.answer(); // as it lay
            teacher.answer(); // in the half of the screen that is left
            teacher.app.set_top_inset(std::numeric_limits<double>::quiet_NaN());
            teacher.answer();
        }
    }

    TEST_CASE("a school may give its own minutes; a teacher may give a round beyond them") {
        AppSettings settings = settings_for(1, 75);
        settings.session_minutes[static_cast<std::size_t>(Band::MS)] = 1;
        TeacherScene teacher(settings);
        teacher.app.launch(TeacherScene::launch_of("count_objects", "ms-1", {1}));
        for (int turn = 0; turn < 30 && teacher.app.round(0); ++turn) {
            teacher.scene.wait(9'000);
            if (teacher.scene.wait_for_question())
                teacher.scene.perform(teacher.scene.screen().answer());
            teacher.scene.wait(5'000);
        }
        CHECK(teacher.ended(RunEnding::time_up) == 1);
        CHECK(teacher.scene.screen().name() == "calm_end");
        CHECK(teacher.app.class_room().has_played_enough(1));
        CHECK(teacher.app.class_room().played(1) < 2 * minute);
        CHECK_FALSE(teacher.app.class_room().has_played_enough(0));
        teacher.app.launch(TeacherScene::launch_of("count_objects", "ms-1", {1}));
        teacher.finish_rounds();
        CHECK(teacher.ended(RunEnding::completed) == 1);
        teacher.scene.wait(100);
        CHECK(teacher.scene.screen().name() == "calm_end");
    }
}
