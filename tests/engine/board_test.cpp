// Several children at one screen, and a teacher who says how they play together: each for itself, in turn, or
// all the same.
#include "tests/support/board_scene.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr Milliseconds minute = 60'000;
constexpr std::size_t four = 4;

} // namespace

TEST_SUITE("engine/board") {
    TEST_CASE("in turns one lane plays after the other, and the others wait in the dark") {
        TeacherScene teacher(settings_for(4, 501), 8);
        teacher.app.launch(launch_of("count_objects", BoardMode::turns, {0, 1, 2, 3}));
        std::vector<int> order;
        while (teacher.app.steering().rounds == 4 && order.size() < 12) {
            const auto bright = bright_lanes(teacher);
            REQUIRE(bright.size() == 1);
            for (std::size_t lane = 0; lane < four; ++lane)
                if (lane != bright[0]) {
                    CHECK(teacher.scene.screen(lane).answer().empty());
                    CHECK(waits(teacher, lane));
                }
            teacher.answer(bright[0]);
            teacher.scene.wait(6000);
            if (order.empty() || order.back() != static_cast<int>(bright[0]))
                order.push_back(static_cast<int>(bright[0]));
        }
        CHECK(order == std::vector<int>{0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3});
        for (const Attempt& attempt : teacher.scene.school.attempts())
            CHECK(attempt.child == teacher.children()[static_cast<std::size_t>(attempt.lane)].id);
    }

    TEST_CASE("fingers in a lane whose turn it is not answer nothing, and are counted as strays") {
        TeacherScene teacher(settings_for(4, 502), 8);
        teacher.app.launch(launch_of("listen_and_touch", BoardMode::turns, {0, 1, 2}));
        REQUIRE(teacher.scene.wait_for_question(0));
        const Point middle{teacher.app.lanes()[1]->area().width / 2, 600};
        for (int finger = 0; finger < 5; ++finger) {
            Gesture tap;
            add_tap(tap, middle + Point{20.0 * finger, 0});
            teacher.scene.perform(tap, 1);
        }
        CHECK(teacher.scene.tap("door", 1)); // is there, and dark
        teacher.scene.wait(500);
        CHECK(waits(teacher, 1));
        CHECK(teacher.scene.school.attempts().empty());
        teacher.answer(0);
        REQUIRE(teacher.scene.wait_for_question(1)); // after an example, where this child needs one
        teacher.answer(1);
        const auto attempts = teacher.scene.school.attempts();
        REQUIRE(attempts.size() == 2);
        CHECK(attempts[0].lane == 0);
        CHECK(attempts[0].stray_touches == 0);
        CHECK(attempts[1].lane == 1);
        CHECK(attempts[1].correct);
        CHECK(attempts[1].stray_touches == 6);
        CHECK(attempts[1].latency < minute / 2); // its time began with its turn
    }

    TEST_CASE("whose round has ended, who leaves and who never comes is skipped") {
        TeacherScene teacher(settings_for(4, 503), 8);
        teacher.app.launch(launch_of("count_objects", BoardMode::turns, {0, 1}, 1));
        REQUIRE(teacher.app.lanes().size() == 3);
        CHECK(teacher.scene.screen(2).name() == "who_is_here");
        teacher.answer(0);
        REQUIRE(teacher.scene.wait_for_question(1));
        teacher.scene.tap("door", 1);
        teacher.scene.wait(200);
        CHECK(teacher.scene.screen(1).name() == "garden");
        CHECK(bright_lanes(teacher) == std::vector<std::size_t>{0});
        // Who comes late joins, and has its turn.
        teacher.scene.tap("portrait 5", 2);
        teacher.scene.wait(1500);
        REQUIRE(teacher.scene.play(2) != nullptr);
        CHECK(waits(teacher, 2));
        CHECK(teacher.scene.screen(2).name() == "play count_objects");
        teacher.answer(0);
        REQUIRE(teacher.scene.wait_for_question(2));
        CHECK(waits(teacher, 0));
        // Nobody touches anything: after a while both have gone, and nothing is stuck.
        teacher.scene.wait(12 * minute);
        CHECK(teacher.app.steering().rounds == 0);
    }

    TEST_CASE("together four fingers answer one question, and the next one waits for the last of them") {
        TeacherScene teacher(settings_for(4, 504), 8);
        teacher.app.launch(launch_of("listen_and_touch", BoardMode::together, {0, 1, 2, 3}));
        for (int question = 0; question < 3; ++question) {
            CAPTURE(question);
            for (std::size_t lane = 0; lane < four; ++lane)
                REQUIRE(teacher.scene.wait_for_question(lane));
            teacher.scene.wait(1000);
            std::set<std::string> items, levels;
            for (std::size_t lane = 0; lane < four; ++lane) {
                items.insert(teacher.scene.play(lane)->question().exercise().item);
                levels.insert(teacher.level(lane));
            }
            CHECK(items.size() == 1);
            CHECK(levels.size() == 1);
            if (question == 1) { // three are done, and wait for the fourth
                for (std::size_t lane = 0; lane < 3; ++lane)
                    teacher.answer(lane);
                teacher.scene.wait(6000);
                for (std::size_t lane = 0; lane < 3; ++lane)
                    CHECK(waits(teacher, lane));
                CHECK_FALSE(waits(teacher, 3));
                teacher.answer(3);
            } else {
                answer_at_once(teacher);
            }
            teacher.scene.wait(6000);
        }
        std::map<int, std::set<std::uint64_t>> seeds;
        std::map<int, std::set<std::vector<std::string>>> options;
        std::map<int, int> answers;
        for (const Attempt& attempt : teacher.scene.school.attempts()) {
            CHECK(attempt.child == teacher.children()[static_cast<std::size_t>(attempt.lane)].id);
            CHECK(attempt.correct);
            seeds[attempt.question].insert(attempt.seed);
            options[attempt.question].insert(attempt.options);
            ++answers[attempt.question];
        }
        REQUIRE(seeds.size() == 3);
        for (int question = 0; question < 3; ++question) {
            CHECK(seeds[question].size() == 1);
            CHECK(options[question].size() == 1); // in the same places
            CHECK(answers[question] == 4);
        }
    }

    TEST_CASE(
        "together the rounds are as long for all, at the level of the youngest, and nobody is left over") {
        TeacherScene teacher(settings_for(4, 505), 8);
        teacher.app.launch(launch_of("give_me", BoardMode::together, {2, 1, 0})); // GS, MS, PS
        CHECK(teacher.level(0) == "ps-1");
        CHECK(teacher.level(1) == "ps-1");
        while (teacher.app.steering().rounds > 0) {
            teacher.scene.wait(1000); // nobody touches too early
            answer_at_once(teacher);
        }
        CHECK(teacher.ended(RunEnding::completed) == 3);
        std::map<int, int> answers;
        for (const Attempt& attempt : teacher.scene.school.attempts())
            ++answers[attempt.lane];
        CHECK(answers[0] == answers[1]);
        CHECK(answers[0] == answers[2]);
        // A round of one's own follows no baton.
        teacher.scene.wait(1000);
        for (std::size_t lane = 0; lane < 3; ++lane)
            CHECK_FALSE(waits(teacher, lane));
    }

    TEST_CASE("a prompt that is the same for all is said once") {
        class CountingAudio final : public Audio {
          public:
            void say(VoiceId voice) override { ++said[voice]; }
            void stop_saying() override {}
            void play(Sound) override {}
            std::map<VoiceId, int> said;
        };
        SchoolJournal school(8);
        InlineJournalWriter writer(school.journal);
        CountingAudio audio;
        App app({real_content(), all_activities(), make_mechanic, school.journal, writer, audio},
                settings_for(4, 506));
        Launch launch = launch_of("listen_and_touch", BoardMode::together, {0, 1, 2, 3});
        launch.level = &level_named("listen_and_touch", "ms-1");
        app.launch(launch);
        const auto play = [&](std::size_t lane) { return app.lanes()[lane]->play(); };
        // The children are new: each sees an example and has a guided try first.
        std::array<GesturePlayer, four> hands;
        const auto still_learns = [&](std::size_t lane) { return !play(lane)->asks_alone(); };
        for (int tick = 0; tick < 30'000; ++tick) {
            bool anyone = false;
            for (std::size_t lane = 0; lane < four; ++lane) {
                REQUIRE(play(lane) != nullptr);
                if (hands[lane].busy())
                    hands[lane].tick(app, *app.lanes()[lane]);
                else if (still_learns(lane))
                    hands[lane].start(play(lane)->answer(),
                                      static_cast<FingerId>(tick * 4 + static_cast<int>(lane)));
                anyone = anyone || still_learns(lane);
            }
            app.advance(tick_length);
            if (!anyone)
                break;
        }
        audio.said.clear();
        app.next_question();
        app.advance(tick_length);
        for (int tick = 0; tick < 600; ++tick)
            app.advance(tick_length);
        REQUIRE(play(0) != nullptr);
        int heard = 0;
        for (const VoiceId line : play(0)->question().exercise().prompt)
            heard = std::max(heard, audio.said[line]);
        CHECK(heard == 1);
    }

    TEST_CASE("children who come to places of their own, and a garden for each when nothing is launched") {
        TeacherScene teacher(settings_for(4, 509), 8);
        teacher.app.launch(launch_of("count_objects", BoardMode::each, {}, 3));
        REQUIRE(teacher.app.lanes().size() == 3);
        CHECK(teacher.app.steering().rounds == 0);
        teacher.scene.tap("portrait 3", 1);
        teacher.scene.wait(1500);
        CHECK(teacher.scene.screen(1).name() == "play count_objects");
        teacher.scene.tap("door", 1);
        teacher.scene.wait(1500);
        CHECK(teacher.scene.screen(1).name() == "garden"); // then it is free
        Launch free;
        free.open_lanes = 1;
        free.lanes = {4};
        teacher.app.launch(free);
        REQUIRE(teacher.app.lanes().size() == 2);
        CHECK(teacher.scene.screen(0).name() == "garden");
        CHECK(teacher.scene.screen(0).player() == std::optional<std::size_t>(4));
        teacher.scene.tap("portrait 1", 1);
        teacher.scene.wait(1500);
        CHECK(teacher.scene.screen(1).name() == "garden");
        teacher.app.launch({}); // nobody and nothing
        CHECK(teacher.app.lanes().size() == 2);
    }

    TEST_CASE("a pause, the next question and the end hold for all, in every mode") {
        for (const BoardMode mode : {BoardMode::turns, BoardMode::together}) {
            TeacherScene teacher(settings_for(4, 513), 8);
            teacher.app.launch(launch_of("count_objects", mode, {0, 1, 2}));
            REQUIRE(teacher.scene.wait_for_question(0));
            teacher.app.pause();
            teacher.scene.wait(minute);
            CHECK(bright_lanes(teacher).size() == (mode == BoardMode::turns ? 1 : 3));
            teacher.app.resume();
            teacher.app.next_question();
            teacher.scene.wait(100);
            CHECK(teacher.app.steering().rounds == 3);
            teacher.app.change_level(1);
            teacher.app.stop();
            teacher.scene.wait(100);
            CHECK(teacher.ended(RunEnding::stopped_by_teacher) == 3);
            teacher.scene.wait(minute);
            CHECK(teacher.app.steering().rounds == 0);
            CHECK_FALSE(teacher.app.steering().paused);
        }
    }

    TEST_CASE("the lanes fit the screen") {
        CHECK(suitable_lanes(217) == 1);
        CHECK(possible_lanes(217) == 2);
        CHECK(possible_lanes(136) == 1);
        CHECK(possible_lanes(0) == 1);
        CHECK(possible_lanes(class_display.width) == 4);
        CHECK(suitable_lanes(600) == 2);
        CHECK(suitable_lanes(950) == 3);
        CHECK(suitable_lanes(class_display.width) == 4);
        CHECK(suitable_lanes(5000) == 4);
        CHECK(suitable_lanes(0) == 1);
    }
}
