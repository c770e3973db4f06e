// A teacher's hand in what is played: pause, next, easier, harder, stop.
#include "tests/support/random_fingers.h"
#include "tests/support/recording_canvas.h"
#include "tests/support/teacher_scene.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr Milliseconds minute = 60'000;

/// Hears whether something is said.
class HearingAudio final : public Audio {
  public:
    void say(VoiceId) override { speaking = true; }
    void stop_saying() override { speaking = false; }
    void play(Sound) override {}

    bool speaking = false;
};

/// `gesture` until just before the finger leaves for the first time.
void begin_gesture(AppScene& scene, const Gesture& gesture, FingerId finger) {
    for (const GestureStep& step : gesture) {
        if (step.phase == TouchPhase::up)
            return;
        scene.app.touch({0, finger, step.phase, scene.app.lanes()[0]->on_screen(step.point)});
        scene.wait(tick_length);
    }
}

/// Does by chance whatever a teacher can do.
class RandomTeacher {
  public:
    RandomTeacher(TeacherScene& scene, std::uint64_t seed) : app_(scene.app), scene_(scene), chance_(seed) {}

    void act() {
        switch (chance_.below(13)) {
        case 0:
        case 1:
            launch();
            break;
        case 2:
            app_.set_lanes(chance_.between(0, 5));
            break;
        case 3:
            app_.pause();
            break;
        case 4:
        case 5:
            app_.resume();
            break;
        case 6:
            app_.next_question();
            break;
        case 7:
            app_.change_level(chance_.between(-2, 2));
            break;
        case 8:
            app_.stop();
            break;
        case 9:
            app_.set_top_inset(chance_.happens(0.5) ? 0 : 20 * chance_.share());
            break;
        case 10:
            app_.change_child(chance_.below(5));
            break;
        default:
            change_class();
        }
    }

  private:
    void launch() {
        Launch launch{&chance_.pick(all_activities()), nullptr, {}};
        if (chance_.happens(0.5))
            launch.level = &chance_.pick(real_content().levels(launch.activity->id));
        const int lanes = chance_.between(1, 4);
        for (int lane = 0; lane < lanes; ++lane)
            launch.lanes.push_back(chance_.happens(0.2)
                                       ? std::nullopt
                                       : std::optional<std::size_t>(chance_.below(static_cast<std::uint32_t>(
                                             app_.class_room().children().size()))));
        launch.mode = static_cast<BoardMode>(chance_.below(3));
        launch.open_lanes = chance_.between(-1, 1);
        app_.launch(launch);
    }
    void change_class() {
        Journal& journal = scene_.scene.school.journal;
        const auto children = journal.children();
        if (!children.empty() && chance_.happens(0.5))
            journal.remove_child(chance_.pick(children).id, app_.now());
        else
            journal.add_child({Uuid::make(chance_), "Lou", "", chance_.pick(real_content().portraits()).id,
                               chance_.pick(all_bands), "Maternelle"});
        app_.reload_class();
    }

    App& app_;
    TeacherScene& scene_;
    Random chance_;
};

/// Every answer stands in a run of the same player, game and lane; every run has ended at most once.
void check_journal(const TeacherScene& teacher) {
    std::map<std::pair<Uuid, std::uint64_t>, int> last;
    for (const Attempt& attempt : teacher.scene.school.attempts()) {
        const auto run = teacher.journal.runs.find(attempt.run);
        REQUIRE(run != teacher.journal.runs.end());
        CHECK(attempt.child == run->second.child);
        CHECK(attempt.activity == run->second.activity);
        CHECK(attempt.lane == run->second.lane);
        CHECK(attempt.attempt_number == ++last[{attempt.run, attempt.seed}]);
        const bool right = attempt.response == attempt.expected && attempt.error.empty();
        CHECK(attempt.correct == (right || attempt.expected.empty())); // nothing is expected of feelings
    }
    for (const auto& [run, ways] : teacher.journal.endings)
        CHECK(ways.size() == 1);
}

} // namespace

TEST_SUITE("engine/steering") {
    TEST_CASE("in a pause nothing moves, nothing is felt and nothing is said; then it goes on") {
        TeacherScene teacher(settings_for(1, 81));
        teacher.app.launch(TeacherScene::launch_of("listen_and_touch", "ms-1", {1, std::nullopt}));
        REQUIRE(teacher.scene.wait_for_question(0));
        teacher.scene.wait(500);
        const auto playing = look_of(teacher.app);
        const Gesture answer = teacher.scene.screen(0).answer();
        teacher.app.pause();
        CHECK(teacher.app.steering().paused);
        const auto paused = look_of(teacher.app);
        CHECK(paused != playing);
        CHECK(teacher.app.pace() == Pace::still);
        for (int i = 0; i < 5; ++i) {
            teacher.scene.perform(answer, 0);
            teacher.scene.wait(minute);
        }
        CHECK(look_of(teacher.app) == paused);
        CHECK(teacher.scene.school.attempts().empty());
        teacher.app.resume();
        CHECK_FALSE(teacher.app.steering().paused);
        teacher.answer(0);
        const auto attempts = teacher.scene.school.attempts();
        REQUIRE(attempts.size() == 1);
        CHECK(attempts[0].correct);
        CHECK(attempts[0].attempt_number == 1);
        CHECK(attempts[0].duration < minute);
        CHECK(attempts[0].stray_touches == 0);
        CHECK(teacher.app.class_room().played(1) < minute);
        CHECK(teacher.app.now() > school_morning + 5 * minute); // but the clock knows
    }

    TEST_CASE("a piece in a child's hand goes back to its place when a pause takes it away") {
        for (const char* activity : {"give_me", "trace_digit"}) {
            CAPTURE(activity);
            AppSettings settings = settings_for(1, 82);
            TeacherScene teacher(settings);
            teacher.app.launch(TeacherScene::launch_of(activity, real_content().levels(activity).front().id,
                                                       {std::nullopt}));
            REQUIRE(teacher.scene.wait_for_question());
            teacher.scene.wait(1000);
            const Gesture answer = teacher.scene.screen().answer();
            begin_gesture(teacher.scene, answer, FingerId{1}); // over the plate, or at the end of a stroke
            teacher.app.pause();
            teacher.app.touch({0, FingerId{1}, TouchPhase::move, {30, 30}});
            teacher.scene.wait(minute);
            teacher.app.touch({0, FingerId{1}, TouchPhase::up, {30, 30}});
            teacher.app.touch({0, FingerId{2}, TouchPhase::down, {60, 60}});
            teacher.app.resume();
            teacher.app.touch({0, FingerId{2}, TouchPhase::move, {90, 60}});
            teacher.app.touch({0, FingerId{2}, TouchPhase::up, {90, 60}});
            teacher.scene.wait(1500);
            CHECK(teacher.scene.school.attempts().empty());
            if (std::string_view(activity) == "give_me") {
                const Gesture again = teacher.scene.screen().answer();
                CHECK(again.size() == answer.size()); // as if it had never been taken
                CHECK(again.front().point == answer.front().point);
            }
            teacher.answer();
            REQUIRE(teacher.scene.school.attempts().size() == 1);
            CHECK(teacher.scene.school.attempts()[0].correct);
        }
    }

    TEST_CASE(
        "a pause hushes Mirabelle, also when the screen turns; afterwards she says again what is asked") {
        SchoolJournal school(3);
        InlineJournalWriter writer(school.journal);
        HearingAudio audio;
        App app({real_content(), all_activities(), make_mechanic, school.journal, writer, audio},
                settings_for(1, 83));
        app.launch(TeacherScene::launch_of("listen_and_touch", "ms-1", {std::nullopt}));
        app.advance(tick_length);
        CHECK(audio.speaking);
        app.pause();
        CHECK_FALSE(audio.speaking);
        app.resize({136, 217});
        CHECK_FALSE(audio.speaking);
        app.resume();
        CHECK(audio.speaking);
        app.stop();
        app.advance(tick_length);
        CHECK_FALSE(app.steering().paused);
    }

    TEST_CASE("where nothing is played a teacher's hand moves nothing") {
        TeacherScene teacher(settings_for(2, 84));
        teacher.scene.wait(100);
        const auto calm = look_of(teacher.app);
        teacher.app.pause();
        teacher.app.resume();
        teacher.app.next_question();
        teacher.app.change_level(1);
        teacher.app.stop();
        CHECK(look_of(teacher.app) == calm);
        CHECK_FALSE(teacher.app.steering().paused);
        CHECK(teacher.app.steering().rounds == 0);
        CHECK(teacher.app.steering().activity == nullptr);
        CHECK_FALSE(teacher.app.round(0));
        CHECK_FALSE(teacher.app.round(7));
    }

    TEST_CASE("next: another question comes, nothing is filed, and the round keeps its length") {
        TeacherScene teacher(settings_for(1, 85));
        teacher.app.launch(TeacherScene::launch_of("count_objects", "ms-3", {std::nullopt}));
        for (int skipped = 0; skipped < 12; ++skipped) { // more than a round has questions
            REQUIRE(teacher.scene.wait_for_question());
            const auto before = look_of(teacher.app);
            teacher.app.next_question();
            teacher.scene.wait(50);
            CHECK(look_of(teacher.app) != before);
            CHECK(teacher.scene.play()->question().waiting_for_child());
        }
        CHECK(teacher.scene.school.attempts().empty());
        CHECK(teacher.app.round(0));
        teacher.answer();
        teacher.app.next_question(); // what is answered counts, and its praise is cut short
        teacher.scene.wait(50);
        CHECK(teacher.scene.play()->question().waiting_for_child());
        CHECK(teacher.scene.school.attempts().back().question == 12);
        teacher.answer();
        CHECK(teacher.scene.school.attempts().back().question == 13);
        teacher.app.pause();
        teacher.app.next_question(); // waits for the end of the pause
        teacher.scene.wait(1000);
        teacher.app.resume();
        teacher.finish_rounds();
        const auto answers = static_cast<int>(teacher.scene.school.attempts().size());
        CHECK(answers >= real_content().sizes(Band::MS).questions_least);
        CHECK(answers <= real_content().sizes(Band::MS).questions_most);
        CHECK(teacher.ended(RunEnding::completed) == 1);
    }

    TEST_CASE("next during the example leads to the guided try") {
        TeacherScene teacher(settings_for(1, 86));
        teacher.app.launch(TeacherScene::launch_of("count_objects", "", {1}));
        teacher.scene.wait(300);
        CHECK_FALSE(teacher.scene.play()->question().waiting_for_child()); // the hand shows
        teacher.app.next_question();
        teacher.scene.wait(50);
        CHECK(teacher.scene.play()->question().waiting_for_child());
        teacher.answer();
        REQUIRE(teacher.scene.school.attempts().size() == 1);
        CHECK(teacher.scene.school.attempts()[0].scaffold == Scaffold::guided);
        CHECK(teacher.scene.school.attempts()[0].question == 0);
    }

    TEST_CASE("harder and easier: from the next question on, and as far as there are levels") {
        TeacherScene teacher(settings_for(1, 87));
        teacher.app.launch(TeacherScene::launch_of("count_objects", "", {1, 4}));
        CHECK(teacher.level() == "ms-1");
        CHECK_FALSE(teacher.app.steering().easier);
        CHECK(teacher.app.steering().harder);
        REQUIRE(teacher.scene.wait_for_question());
        teacher.app.change_level(1);
        CHECK(teacher.level(0) == "ms-2");
        CHECK(teacher.level(1) == "ms-2");
        CHECK(teacher.app.steering().easier);
        teacher.answer();
        CHECK(teacher.scene.school.attempts().back().level == "ms-1"); // as it was asked
        for (int answer = 0; answer < 4; ++answer) {
            teacher.answer();
            CHECK(teacher.scene.school.attempts().back().level == "ms-2"); // and there it stays
        }
        for (const int steps : {100, 1, std::numeric_limits<int>::max()}) {
            teacher.app.change_level(steps);
            CHECK(teacher.level() == "ms-5");
            CHECK_FALSE(teacher.app.steering().harder);
        }
        teacher.app.change_level(std::numeric_limits<int>::min());
        CHECK(teacher.level() == "ms-1");
        CHECK_FALSE(teacher.app.steering().easier);
    }

    TEST_CASE("stop: a calm end without a leaf for children, who is here for the class") {
        TeacherScene teacher(settings_for(1, 88));
        teacher.app.launch(TeacherScene::launch_of("listen_and_touch", "ms-1", {1, std::nullopt}));
        teacher.answer(0);
        const auto kept = teacher.scene.school.attempts().size();
        teacher.app.pause();
        teacher.app.stop();
        CHECK(teacher.app.steering().rounds == 0);
        teacher.scene.wait(100);
        CHECK(teacher.scene.screen(0).name() == "calm_end");
        CHECK(teacher.scene.screen(1).name() == "who_is_here");
        CHECK(teacher.ended(RunEnding::stopped_by_teacher) == 2);
        CHECK(teacher.scene.school.attempts().size() == kept);
        CHECK(teacher.app.class_room().leaves() == 0);
        CHECK_FALSE(teacher.app.class_room().is_playing(1));
        teacher.app.stop();
        CHECK(teacher.journal.endings.size() == 2);
        teacher.scene.wait(4000);
        CHECK(teacher.scene.tap("next", 0)); // the workshop's rotation goes on
    }

    TEST_CASE("a teacher and children who do anything at any time never break it") {
        for (const std::uint64_t seed : {1, 2}) {
            TeacherScene teacher(settings_for(2, seed), 6);
            RandomTeacher hand(teacher, seed);
            RandomFingers fingers(teacher.app, class_display, seed);
            Random chance(seed);
            RecordingCanvas canvas;
            for (Milliseconds now = 0; now < 10 * minute; now += tick_length) {
                fingers.tick();
                if (chance.happens(0.004)) // every two and a half seconds
                    hand.act();
                if (now % 200 == 0)
                    teacher.app.draw(canvas);
                teacher.app.advance(tick_length);
            }
            CHECK(teacher.scene.school.attempts().size() > 10);
            CHECK(teacher.ended(RunEnding::stopped_by_teacher) > 10);
            teacher.app.set_lanes(teacher.app.lanes().size() == 1 ? 2 : 1);
            CHECK(teacher.journal.endings.size() == teacher.journal.runs.size());
            check_journal(teacher);
        }
    }
}
