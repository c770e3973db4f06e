// A child with one switch: the ring goes round, a key or a touch anywhere takes what it surrounds.
#include "tests/support/app_scene.h"
#include "tests/support/recording_canvas.h"
#include "tests/support/replay_all.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr Milliseconds step = 2000; // as assets/bands.toml says

/// Presses the key of the switch box, and lets it go.
void press(AppScene& scene, SwitchKey key = SwitchKey::first) {
    scene.app.press_switch(key);
    scene.wait(tick_length);
}

/// Answers right with the key until the round is over; gives how often it was pressed.
int play_round(AppScene& scene) {
    int presses = 0;
    for (Milliseconds waited = 0; waited < 40 * 60'000 && scene.play() != nullptr; waited += tick_length) {
        if (!scene.screen().answer().empty()) {
            press(scene);
            ++presses;
        }
        scene.wait(tick_length);
    }
    return presses;
}

} // namespace

TEST_SUITE("engine/one switch") {
    TEST_CASE("the ring goes from one thing to the next at its pace, and round again") {
        SwitchScan scan(500);
        CHECK(scan.now() == nullptr);
        std::vector<SwitchStop> stops{tapped_stop({0, 0, 10, 10}), tapped_stop({20, 0, 10, 10})};
        scan.begin(stops);
        std::vector<std::size_t> places;
        for (Milliseconds now = 0; now < 2000; now += tick_length) {
            if (now % 500 == 250)
                places.push_back(scan.place());
            if (scan.tick())
                scan.move_on(stops);
        }
        CHECK(places == std::vector<std::size_t>{0, 1, 0, 1});
        scan.move_on({stops[0]}); // the last one was taken away
        CHECK(scan.place() == 0);
        scan.begin({});
        CHECK(scan.now() == nullptr);
        RecordingCanvas canvas;
        scan.draw(canvas, 1);
        CHECK(canvas.calls() == 0);
    }

    TEST_CASE("a touch anywhere in the lane takes what is ringed, also where wrists rest") {
        const Exercise exercise =
            exercise_of(activity_named("listen_and_touch"), level_named("listen_and_touch", "gs-5"), 3);
        for (const Point at : {Point{3, 3}, Point{100, 134}, Point{100, 60}}) {
            QuestionScene scene(exercise, Band::GS, one_switch());
            scene.wait(500);
            while (scene.question.solution().empty())
                scene.wait(tick_length);
            scene.tap(at);
            REQUIRE(scene.answers.size() == 1);
            CHECK(scene.answers[0].response.correct);
            CHECK(scene.answers[0].touches == 1);
            CHECK(scene.answers[0].stray_touches == 0);
        }
    }

    TEST_CASE("every question of every activity is answered with one switch alone") {
        for (const Activity& activity : every_activity())
            for (const Level& level : real_content().levels(activity.id)) {
                CAPTURE(activity.id);
                CAPTURE(level.id);
                const Exercise exercise = exercise_of(activity, level, 5);
                QuestionScene scene(exercise, level.band, one_switch());
                CHECK(scene.answer_by_switch(300'000));
                REQUIRE_FALSE(scene.answers.empty());
                CHECK(scene.answers.back().response.correct);
                const bool by_hand = std::holds_alternative<Trace>(exercise.task);
                CHECK((scene.answers.back().help == HelpLevel::solved_together) == by_hand);
            }
    }

    TEST_CASE(
        "in the counting rhyme the ring waits on the drum while the numbers are said, then goes round") {
        const Exercise exercise =
            exercise_of(activity_named("counting_rhyme"), level_named("counting_rhyme", "gs-1"), 5);
        QuestionScene scene(exercise, Band::GS, one_switch());
        const Rect drum = scene.question.mechanic().switch_stops().front().where;
        const Rect door = scene.question.stage().door;
        scene.wait(500);
        int elsewhere = 0;
        while (scene.question.mechanic().holds_ring()) {
            elsewhere += scene.question.ringed() == drum ? 0 : 1;
            scene.wait(tick_length);
        }
        CHECK(elsewhere == 0);
        bool left_free = false;
        for (Milliseconds waited = 0; waited < 4 * step; waited += tick_length) {
            left_free = left_free || scene.question.ringed() == door;
            scene.wait(tick_length);
        }
        CHECK(left_free);
        // A press at the wrong number is an answer like any other.
        Gesture wrong;
        while ((wrong = scene.question.mistake(scene.chance)).empty() && scene.answers.empty()) {
            if (scene.question.ringed() == drum && !scene.question.mechanic().holds_ring())
                scene.tap({3, 3}); // it begins anew
            scene.wait(tick_length);
        }
        scene.tap({3, 3});
        REQUIRE(scene.answers.size() == 1);
        CHECK_FALSE(scene.answers[0].response.correct);
        CHECK(scene.answer_by_switch());
        CHECK(scene.answers.back().response.correct);
    }

    TEST_CASE("the ring passes everything once before anyone is believed to hesitate") {
        const Exercise exercise =
            exercise_of(activity_named("count_objects"), level_named("count_objects", "gs-5"), 5);
        QuestionScene scene(exercise, Band::GS, one_switch());
        const auto stops = static_cast<Milliseconds>(scene.question.mechanic().switch_stops().size());
        scene.wait(500);
        for (Milliseconds now = 500; now < (stops + 2) * step; now += tick_length) {
            CHECK(scene.question.moment() == Moment::asking);
            scene.wait(tick_length);
        }
    }

    TEST_CASE("a switch that is pressed twice by a trembling hand is taken once") {
        const Exercise exercise = exercise_of(activity_named("give_me"), level_named("give_me", "ms-1"), 2);
        QuestionScene scene(exercise, Band::MS, one_switch());
        scene.wait(500);
        while (scene.question.solution().empty())
            scene.wait(tick_length);
        const std::size_t before = scene.question.mechanic().switch_stops().size();
        for (int blow = 0; blow < 3; ++blow) {
            scene.touch(TouchPhase::down, {50, 50}, blow);
            scene.wait(40);
            scene.touch(TouchPhase::up, {50, 50}, blow);
            scene.wait(40);
        }
        CHECK(scene.question.mechanic().switch_stops().size() == before + 1); // now the plate, too
        CHECK(scene.answers.empty());
    }

    TEST_CASE("for tracing each press lets the hand draw the next stroke, and that is filed as guided") {
        AppScene scene(settings_for(1, 5), school_playing(6, one_switch()));
        const Activity& tracing = activity_named("trace_digit");
        scene.app.launch({&tracing, &level_named("trace_digit", "ms-1"), {1}});
        const int presses = play_round(scene);
        const auto attempts = scene.school.attempts();
        REQUIRE(attempts.size() >= 5);
        for (const Attempt& attempt : attempts) {
            CHECK(attempt.correct);
            CHECK(attempt.scaffold == Scaffold::guided);
            CHECK(attempt.help ==
                  HelpLevel::solved_together); // the hand did it: that says nothing of the child
            CHECK(attempt.weight == 0);
        }
        CHECK(presses >= static_cast<int>(attempts.size()));
        replay_all(scene.school.journal);
    }

    TEST_CASE("with the key alone a child chooses a card, plays its round and leaves by the door; all is "
              "replayed") {
        for (const Activity& activity : all_activities()) {
            const Exercise first = exercise_of(activity, real_content().levels(activity.id).front(), 1);
            // Feelings are in no garden: a teacher starts them.
            if (first.scoring == Scoring::never)
                continue;
            CAPTURE(activity.id);
            AppSettings settings = settings_for(1, 6);
            settings.session_minutes = {60, 60, 60};
            Access quick = one_switch();
            quick.scan_step = 1000;
            AppScene scene(settings, school_playing(6, quick), nullptr, {&activity, 1});
            scene.tap("portrait 3"); // somebody touches it for the child
            scene.wait(1500);
            REQUIRE(scene.screen().name() == "garden");
            press(scene); // the first card is ringed
            scene.wait(800);
            REQUIRE(scene.play() != nullptr);
            play_round(scene);
            CHECK(scene.school.attempts().size() >= 5);
            for (const Attempt& attempt : scene.school.attempts())
                CHECK(attempt.correct);
            replay_all(scene.school.journal);
            REQUIRE(scene.screen().name() == "garden");
            scene.wait(500);
            press(scene);
            scene.wait(800);
            REQUIRE(scene.wait_for_question());
            // Until the ring lies on the door, which is the last.
            const auto stops = scene.play()->question().mechanic().switch_stops().size();
            scene.wait(1000);
            Milliseconds waited = 0;
            const auto before = scene.school.attempts().size();
            for (; waited < 120'000 && scene.play() != nullptr; waited += tick_length) {
                const auto& question = scene.play()->question();
                if (question.ringed() == question.stage().door && question.waiting_for_child())
                    press(scene);
                scene.wait(tick_length);
            }
            CHECK(scene.play() == nullptr);
            CHECK(scene.screen().name() == "garden");
            CHECK(scene.school.attempts().size() == before);
            CHECK(waited < static_cast<Milliseconds>(stops + 4) * quick.scan_step * 2);
        }
    }

    TEST_CASE("a child sits down by its switch: the ring passes the pictures of such children alone") {
        auto school = std::make_unique<SchoolJournal>(6, school_morning);
        for (const std::size_t child : {std::size_t{1}, std::size_t{4}}) {
            Child changed = school->journal.children()[child];
            changed.access = one_switch();
            school->journal.update_child(changed);
        }
        AppScene scene(settings_for(1, 6), std::move(school));
        REQUIRE(scene.screen().scans());
        scene.wait(step + 200); // from the second child's picture to the fifth's
        press(scene);
        scene.wait(1500);
        REQUIRE(scene.screen().name() == "garden");
        CHECK(scene.screen().player() == 4);
        CHECK(scene.screen().scans());
    }

    TEST_CASE("a finger beside that child means what it touches, and nothing where it touches nothing") {
        AppScene scene(settings_for(1, 6), school_playing(6, one_switch()));
        const Rect second = scene.screen().targets()[1].where;
        const auto touch_at = [&](Point at) {
            Gesture gesture;
            add_tap(gesture, at, 20);
            scene.perform(gesture);
        };
        touch_at({1, 1});
        scene.wait(1500);
        CHECK(scene.screen().name() == "who_is_here");
        touch_at(second.centre());
        scene.wait(1500);
        CHECK(scene.screen().player() == 1);
    }

    TEST_CASE("where the children need two pages the ring leads on to the other one") {
        auto school = std::make_unique<SchoolJournal>(20, school_morning);
        Child last = school->journal.children()[19];
        last.access = one_switch();
        school->journal.update_child(last);
        AppScene scene(settings_for(1, 6), std::move(school));
        press(scene); // the arrow is all there is
        scene.wait(200);
        press(scene);
        scene.wait(1500);
        CHECK(scene.screen().player() == 19);
    }

    TEST_CASE("at the calm end the next child's picture is taken by that child's switch") {
        AppSettings settings = settings_for(1, 6);
        settings.session_minutes = {60, 60, 60};
        AppScene scene(settings, school_playing(6, one_switch()));
        scene.tap("portrait 3");
        scene.wait(1500);
        press(scene);
        scene.wait(800);
        for (int round = 0; round < 4 && scene.screen().name() != "calm_end"; ++round) {
            play_round(scene);
            if (scene.screen().name() == "garden") {
                scene.wait(800);
                press(scene);
                scene.wait(800);
            }
        }
        REQUIRE(scene.screen().name() == "calm_end");
        CHECK_FALSE(scene.screen().scans()); // the picture is not there yet
        scene.wait(4000);
        REQUIRE(scene.screen().scans());
        press(scene);
        scene.wait(1500);
        CHECK(scene.screen().name() == "garden");
        CHECK(scene.screen().player() == 3);
    }

    TEST_CASE("in the garden the ring reaches the door, and the switch opens it") {
        AppScene scene(settings_for(1, 6), school_playing(6, one_switch()));
        scene.tap("portrait 3");
        scene.wait(1500);
        const auto cards = scene.screen().targets().size() - 1; // all but the door
        scene.wait(static_cast<Milliseconds>(cards) * step);
        press(scene);
        scene.wait(200);
        CHECK(scene.screen().name() == "who_is_here");
    }

    TEST_CASE("the keys of two switch boxes are two children's; a child with fingers hears none of them") {
        AppScene scene(settings_for(2, 6), school_playing(6, one_switch()));
        const Activity& listen = activity_named("listen_and_touch");
        scene.app.launch({&listen, &level_named("listen_and_touch", "ms-1"), {1, 4}});
        REQUIRE(scene.wait_for_question(0));
        REQUIRE(scene.wait_for_question(1));
        scene.wait(500);
        while (scene.screen(1).answer().empty())
            scene.wait(tick_length);
        press(scene, SwitchKey::second);
        scene.wait(100);
        REQUIRE(scene.school.attempts().size() == 1);
        CHECK(scene.school.attempts()[0].lane == 1);
        while (scene.screen(0).answer().empty())
            scene.wait(tick_length);
        press(scene, SwitchKey::first);
        scene.wait(100);
        REQUIRE(scene.school.attempts().size() == 2);
        CHECK(scene.school.attempts()[1].lane == 0);
        AppScene fingers(settings_for(1, 6));
        fingers.begin_to_play(2);
        REQUIRE(fingers.wait_for_question());
        const std::size_t before = fingers.school.attempts().size();
        for (int i = 0; i < 20; ++i) {
            press(fingers);
            fingers.wait(500);
        }
        CHECK(fingers.school.attempts().size() == before);
    }

    TEST_CASE("the ring is drawn where it lies, and takes no memory") {
        const Exercise exercise =
            exercise_of(activity_named("listen_and_touch"), level_named("listen_and_touch", "gs-5"), 3);
        QuestionScene scene(exercise, Band::GS, one_switch());
        QuestionScene fingers(exercise, Band::GS, Access());
        for (QuestionScene* each : {&scene, &fingers})
            each->wait(500);
        CHECK(look_of(scene.question) != look_of(fingers.question));
        const auto first = look_of(scene.question);
        scene.wait(step);
        CHECK(look_of(scene.question) != first);
        REQUIRE(scene.question.ringed());
        for (const SwitchStop& stop : scene.question.mechanic().switch_stops())
            CHECK(scene.question.stage().lane.contains(stop.where));
    }
}
