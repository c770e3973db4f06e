// Every answer of a week can be played again from the journal, exactly.
#include "engine/pretend_class.h"
#include "tests/support/replay_all.h"
#include "tests/support/teacher_scene.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace mirabelle;

namespace {

constexpr Milliseconds minute = 60'000;
constexpr Milliseconds day = 24 * 60 * minute;

} // namespace

TEST_SUITE("replays") {
    TEST_CASE("every answer of a pretend class's week is played again exactly, on tablet and display") {
        SchoolJournal school(6);
        InlineJournalWriter writer(school.journal);
        SilentAudio silence;
        PretendClass pretend(12);
        for (const int weekday : {0, 1, 3, 4}) {
            AppSettings settings =
                settings_for(weekday == 1 ? 3 : 1, 100 + static_cast<std::uint64_t>(weekday));
            settings.now = school_morning + weekday * day;
            if (weekday == 1)
                settings.screen = {1427.6193, 803.0359}; // as pixels really measure
            if (weekday == 3)
                settings.screen = {293.7642, 165.2423};
            App app({real_content(), all_activities(), make_mechanic, school.journal, writer, silence},
                    settings);
            Milliseconds now = 0;
            pretend.play(app, 20 * minute, [&] {
                now += tick_length;
                if (weekday == 4 && now == 7 * minute) // someone turns the tablet
                    app.resize({136, 217});
            });
        }
        const std::size_t compared = replay_all(school.journal);
        CHECK(compared > 200);
        MESSAGE("answers compared: ", compared);
    }

    TEST_CASE("what children did is played again exactly, in whatever mode each of them plays") {
        SchoolJournal school(6);
        const std::array modes{left_handed(), large_targets(), slow(), one_switch(), every_mode(), Access()};
        const auto children = school.journal.children();
        for (std::size_t i = 0; i < children.size(); ++i) {
            Child child = children[i];
            child.access = modes[i];
            school.journal.update_child(child);
        }
        InlineJournalWriter writer(school.journal);
        SilentAudio silence;
        PretendClass pretend(3);
        for (const int lanes : {1, 3}) {
            App app({real_content(), all_activities(), make_mechanic, school.journal, writer, silence},
                    settings_for(lanes, 40 + static_cast<std::uint64_t>(lanes)));
            pretend.play(app, 20 * minute, [] {});
        }
        CHECK(replay_all(school.journal) > 60);
        std::set<std::string> seen;
        for (const Attempt& attempt : school.journal.attempts(std::nullopt, 0))
            seen.insert(words_of(school.journal.trace(attempt.id)->access));
        CHECK(seen.size() == modes.size());
    }

    TEST_CASE("what a teacher launched, paused, skipped and made harder is played again exactly") {
        TeacherScene teacher(settings_for(1, 9));
        Random chance(9);
        for (const char* activity : {"give_me", "count_objects", "trace_digit", "listen_and_touch"}) {
            const auto levels = real_content().levels(activity);
            // A child of 3 at a level for 5, a child of 5 at one for 3, and the class.
            for (const Level* level : {&levels.front(), &levels.back()}) {
                teacher.app.launch({&activity_named(activity), level, {0, 2, std::nullopt}});
                for (std::size_t turn = 0; turn < 12; ++turn) {
                    const std::size_t lane = turn % 3;
                    if (!teacher.app.round(lane) || !teacher.scene.wait_for_question(lane))
                        continue;
                    const bool wrong = chance.happens(0.4);
                    const Gesture gesture = wrong ? teacher.scene.screen(lane).mistake(chance)
                                                  : teacher.scene.screen(lane).answer();
                    if (turn % 4 == 1) { // the pause comes while the finger is down
                        teacher.app.touch({0, FingerId{7}, TouchPhase::down,
                                           teacher.app.lanes()[lane]->on_screen(gesture.front().point)});
                        teacher.scene.wait(200);
                        teacher.app.pause();
                        teacher.scene.wait(minute);
                        teacher.app.resume();
                        teacher.scene.wait(500);
                        continue;
                    }
                    teacher.scene.perform(gesture, lane);
                    if (turn % 5 == 2)
                        teacher.app.next_question();
                    if (turn % 5 == 3)
                        teacher.app.change_level(chance.between(-1, 1));
                    teacher.scene.wait(300);
                }
            }
        }
        CHECK(replay_all(teacher.scene.school.journal) > 50);
    }

    TEST_CASE(
        "answers in turn and together are played again exactly, with what strayed while others played") {
        for (const BoardMode mode : {BoardMode::turns, BoardMode::together}) {
            SchoolJournal school(8);
            InlineJournalWriter writer(school.journal);
            SilentAudio silence;
            App app({real_content(), all_activities(), make_mechanic, school.journal, writer, silence},
                    settings_for(4, 21));
            PretendClass pretend(22);
            Random chance(23);
            for (const Activity& activity : all_activities()) {
                Launch launch{&activity, nullptr, {0, 1, 2, 3}};
                launch.mode = mode;
                app.launch(launch);
                pretend.play(app, 3 * minute, [&] {
                    if (!chance.happens(0.02))
                        return;
                    const Point at{class_display.width * chance.share(),
                                   class_display.height * chance.share()};
                    for (const TouchPhase phase : {TouchPhase::down, TouchPhase::up})
                        app.touch({0, FingerId{9}, phase, at});
                });
            }
            int strays = 0;
            for (const Attempt& attempt : school.attempts())
                strays += attempt.stray_touches;
            CHECK(strays > 50);
            CHECK(replay_all(school.journal) > 50);
        }
    }

    TEST_CASE("an answer to something the content no longer asks is left alone") {
        AppScene scene(settings_for(1, 4));
        scene.begin_to_play(1);
        scene.finish_round();
        auto questions = kept_questions(scene.school.journal);
        REQUIRE(questions.size() > 2);
        CHECK(rebuild(questions[0], real_content(), all_activities(), make_mechanic));
        questions[0][0].attempt.item = "something else";
        CHECK_FALSE(rebuild(questions[0], real_content(), all_activities(), make_mechanic));
        questions[1][0].attempt.level = "gone";
        CHECK_FALSE(rebuild(questions[1], real_content(), all_activities(), make_mechanic));
        questions[2][0].attempt.activity = "gone";
        CHECK_FALSE(rebuild(questions[2], real_content(), all_activities(), make_mechanic));
        CHECK_FALSE(rebuild({}, real_content(), all_activities(), make_mechanic));
    }
}
