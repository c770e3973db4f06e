#include "tests/support/app_scene.h"
#include "tests/support/recording_canvas.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr Milliseconds minute = 60'000;
constexpr Milliseconds hour = 60 * minute;

/// Writes into the journal unless its disk is said to be full.
class FailingWriter final : public JournalWriter {
  public:
    explicit FailingWriter(Journal& journal) : inner_(journal) {}

    void submit(JournalEntry entry) override {
        waiting_.push_back(std::move(entry));
        flush();
    }
    void take_committed(std::vector<Uuid>& out) override { inner_.take_committed(out); }
    WriterState state() const override {
        WriterState state = inner_.state();
        state.waiting += waiting_.size();
        if (!waiting_.empty())
            state.failure = JournalFailure::disk_full;
        return state;
    }
    void flush() override {
        ++flushes;
        if (full)
            return;
        for (JournalEntry& entry : waiting_)
            inner_.submit(std::move(entry));
        waiting_.clear();
    }

    bool full = false;
    int flushes = 0;

  private:
    InlineJournalWriter inner_;
    std::vector<JournalEntry> waiting_;
};

/// A scene whose disk may fail.
struct FailingScene {
    SchoolJournal school;
    FailingWriter writer{school.journal};
    SilentAudio audio;
    App app;

    explicit FailingScene(int children)
        : school(children),
          app({real_content(), all_activities(), make_mechanic, school.journal, writer, audio},
              settings_for(1, 4)) {}
};

std::set<std::string> endings(const SchoolJournal& school) {
    std::set<std::string> codes;
    for (const Notice& notice : school.journal.notices())
        codes.insert(notice.code);
    return codes;
}

} // namespace

TEST_SUITE("engine/app") {
    TEST_CASE("from the portrait to the calm end: two rounds, two leaves, then the next child's turn") {
        AppScene scene(settings_for(1, 21), 4);
        scene.wait(500);
        CHECK(scene.screen().name() == "who_is_here");
        scene.begin_to_play(1);
        REQUIRE(scene.play() != nullptr);
        scene.finish_round();
        CHECK(scene.screen().name() == "garden");
        CHECK(scene.app.class_room().leaves() == 1);
        scene.wait(3000);
        scene.tap("card 1");
        scene.wait(800);
        scene.finish_round();
        CHECK(scene.screen().name() == "calm_end");
        CHECK(scene.screen().light() == Light::evening);
        CHECK(scene.app.class_room().leaves() == 2);
        CHECK_FALSE(scene.app.class_room().is_playing(0));
        scene.wait(4000);
        CHECK(scene.tap("next"));
        scene.wait(1500);
        CHECK(scene.screen().name() == "garden");
        CHECK(scene.app.class_room().is_playing(1));
        const auto children = scene.school.journal.children();
        CHECK(scene.school.journal.completed_runs(children[0].id, 0, school_morning + hour) == 2);
        CHECK(scene.school.journal.played(children[0].id, 0, school_morning + hour) > 20'000);
    }

    TEST_CASE("the hand that helps glides at half the pictures of a finger at work") {
        AppScene scene(settings_for(1, 21), 4);
        scene.begin_to_play(1);
        REQUIRE(scene.play() != nullptr);
        const auto hand_comes = [&] {
            for (int step = 0; step < 6000 && !scene.play()->question().shows_hand(); ++step)
                scene.wait(tick_length);
            return scene.play()->question().shows_hand();
        };
        REQUIRE(hand_comes());
        while (scene.play()->question().moving())
            scene.wait(tick_length);
        REQUIRE(scene.play()->question().shows_hand());
        CHECK(scene.app.pace() == Pace::gliding);
        const Rect lane = scene.app.lanes()[0]->area();
        scene.app.touch({0, FingerId{1}, TouchPhase::down, lane.centre()});
        CHECK(scene.app.pace() == Pace::moving);
    }

    TEST_CASE("when a child's time for the day is up, the question ends and the end is calm") {
        auto school = std::make_unique<SchoolJournal>(3);
        const Child child = school->journal.children()[0]; // PS
        const Milliseconds budget = real_content().sizes(Band::PS).session;
        Random ids(77);
        const Session session = school->journal.begin_session("1", SessionMode::tablet, school_morning);
        const Run earlier{Uuid::make(ids), session.id, child.id, "give_me", "ps-1", 1, 0, school_morning};
        school->journal.begin_run(earlier);
        school->journal.end_run(earlier.id, RunEnding::completed, school_morning + budget - 1000);
        AppSettings settings = settings_for(1, 22);
        settings.now = school_morning + hour;
        AppScene scene(settings, std::move(school));
        scene.begin_to_play(1);
        REQUIRE(scene.wait_for_question());
        CHECK(scene.school.attempts().empty()); // the example was shown, and the first question is asked
        scene.perform(scene.screen().answer());
        scene.wait(10'000);
        CHECK(scene.screen().name() == "calm_end");
        CHECK(scene.school.attempts().size() == 1);
        CHECK(scene.app.class_room().leaves() == 1); // the earlier one
        CHECK(scene.app.class_room().played(0) >= budget);
    }

    TEST_CASE("minutes count also when a child leaves by the door again and again") {
        AppScene scene(settings_for(1, 32), 4);
        scene.begin_to_play(1);
        for (int visit = 0; visit < 3; ++visit) {
            scene.wait(5000);
            scene.tap("door");
            scene.wait(1000);
            scene.tap("card 1");
            scene.wait(1000);
        }
        CHECK(scene.app.class_room().played(0) > 15'000);
    }

    TEST_CASE("a child who has gone is not waited for: the lane asks who is here") {
        AppScene scene(settings_for(1, 23), 4);
        scene.begin_to_play(1);
        REQUIRE(scene.wait_for_question());
        // Before that the tablet comes to rest: no hand shows anything to an empty chair, and nothing is
        // drawn.
        Milliseconds still = 0, longest = 0;
        for (Milliseconds passed = 0; passed < 6 * minute && scene.play() != nullptr; passed += 100) {
            scene.wait(100);
            still = scene.screen().pace() == Pace::still ? still + 100 : 0;
            longest = std::max(longest, still);
        }
        CHECK(longest >= 40'000);
        scene.wait(minute);
        CHECK(scene.screen().name() == "who_is_here");
        CHECK_FALSE(scene.app.class_room().is_playing(0));
        CHECK(scene.school.attempts().empty());
    }

    TEST_CASE(
        "the door leads back to the garden and from there to the portraits; what was answered is kept") {
        AppScene scene(settings_for(1, 24), 4);
        scene.begin_to_play(1);
        REQUIRE(scene.wait_for_question());
        scene.perform(scene.screen().answer());
        scene.tap("door");
        scene.wait(1000);
        CHECK(scene.screen().name() == "garden");
        scene.tap("door");
        scene.wait(1000);
        CHECK(scene.screen().name() == "who_is_here");
        CHECK(scene.school.attempts().size() == 1);
        CHECK(scene.app.class_room().leaves() == 0);
    }

    TEST_CASE("an answer and the door in the same instant: the answer is kept") {
        AppScene scene(settings_for(1, 25), 4, nullptr, {&activity_named("listen_and_touch"), 1});
        scene.begin_to_play(1);
        REQUIRE(scene.wait_for_question());
        scene.wait(500);
        const Point right = scene.screen().answer().front().point;
        const Point door = scene.screen().targets().front().where.centre();
        scene.app.touch({0, FingerId{1}, TouchPhase::down, right});
        scene.app.touch({0, FingerId{2}, TouchPhase::down, door});
        scene.wait(100);
        CHECK(scene.screen().name() == "garden");
        REQUIRE(scene.school.attempts().size() == 1);
        CHECK(scene.school.attempts()[0].correct);
    }

    TEST_CASE("the window changes its size during a question: answers stay, the game goes on") {
        AppScene scene(settings_for(1, 26), 4);
        scene.begin_to_play(1);
        for (const Size size :
             {Size{136, 217}, Size{217, 136}, Size{100, 60}, Size{300, 190}, Size{217, 136}}) {
            REQUIRE(scene.wait_for_question());
            scene.wait(500);
            scene.perform(scene.screen().answer());
            const std::size_t kept = scene.school.attempts().size();
            CHECK(kept > 0);
            scene.app.resize(size);
            RecordingCanvas canvas;
            scene.app.draw(canvas);
            scene.wait(200);
            CHECK(scene.school.attempts().size() == kept);
            CHECK(scene.play() != nullptr);
            for (const NamedTarget& target : scene.screen().targets())
                CHECK(Rect{0, 0, size.width, size.height}.contains(target.where));
        }
    }

    TEST_CASE("a device whose clock is wrong keeps all answers, on one day and in order") {
        for (const UtcMilliseconds start :
             {UtcMilliseconds{0}, UtcMilliseconds{3'124'224'000'000}}) { // 1970, 2069
            AppSettings settings = settings_for(1, 27);
            settings.now = start;
            AppScene scene(settings, 4);
            scene.begin_to_play(1);
            scene.finish_round();
            const auto attempts = scene.school.attempts();
            CHECK(attempts.size() >= 4);
            for (std::size_t i = 1; i < attempts.size(); ++i)
                CHECK(attempts[i].when >= attempts[i - 1].when);
            CHECK(scene.app.class_room().leaves() == 1);
        }
    }

    TEST_CASE("after a long pause only the last second is played, and the next day begins empty") {
        AppScene scene(settings_for(1, 28), 4);
        scene.begin_to_play(1);
        scene.finish_round();
        CHECK(scene.app.class_room().leaves() == 1);
        scene.app.advance(24 * hour); // the tablet slept
        scene.wait(20);
        CHECK(scene.app.class_room().leaves() == 0);
        CHECK(scene.app.class_room().played(0) == 0);
        CHECK(scene.app.now() > school_morning + 24 * hour);
    }

    TEST_CASE("a restart on the same day knows the leaves and the minutes") {
        SchoolJournal school(4);
        InlineJournalWriter writer(school.journal);
        SilentAudio audio;
        Milliseconds played = 0;
        for (int start = 0; start < 2; ++start) {
            AppSettings settings = settings_for(1, 29 + static_cast<std::uint64_t>(start));
            settings.now = school_morning + start * hour;
            App app({real_content(), all_activities(), make_mechanic, school.journal, writer, audio},
                    settings);
            if (start == 1) {
                CHECK(app.class_room().leaves() == 0);
                CHECK(app.class_room().played(0) > 0);
                CHECK(app.class_room().played(0) <= played + 5000);
                break;
            }
            const auto tap = [&](const std::string& name) {
                for (const NamedTarget& target : app.lanes()[0]->screen().targets())
                    if (target.name == name)
                        app.touch({0, FingerId{1}, TouchPhase::down, target.where.centre()});
                for (int tick = 0; tick < 200; ++tick)
                    app.advance(tick_length);
            };
            tap("portrait 1");
            tap("card 1");
            for (int tick = 0; tick < 3000; ++tick)
                app.advance(tick_length);
            played = 40'000;
        }
    }

    TEST_CASE(
        "while the disk is full Mirabelle waits under her umbrella; then nothing is lost and it goes on") {
        FailingScene scene(4);
        const auto wait = [&](Milliseconds length) {
            for (Milliseconds passed = 0; passed < length; passed += tick_length)
                scene.app.advance(tick_length);
        };
        const auto touch = [&](Point at) {
            scene.app.touch({0, FingerId{1}, TouchPhase::down, at});
            scene.app.touch({0, FingerId{1}, TouchPhase::up, at});
        };
        const Screen* screen = &scene.app.lanes()[0]->screen();
        touch(screen->targets().front().where.centre());
        wait(1500);
        screen = &scene.app.lanes()[0]->screen();
        REQUIRE(screen->name() == "garden");
        const auto calm = look_of(scene.app);
        scene.writer.full = true;
        for (const NamedTarget& target : screen->targets())
            if (target.name == "card 1")
                touch(target.where.centre());
        wait(1000); // the run cannot be written down
        CHECK(look_of(scene.app) != calm);
        const auto umbrella = look_of(scene.app);
        const int tries = scene.writer.flushes;
        touch({100, 70});
        wait(10'000);
        CHECK(look_of(scene.app) == umbrella); // nothing moves, nothing is asked
        CHECK(scene.writer.flushes >= tries + 4);
        scene.writer.full = false;
        wait(3000);
        CHECK(look_of(scene.app) != umbrella);
        CHECK(scene.writer.state().waiting == 0);
        CHECK(scene.app.lanes()[0]->screen().name().rfind("play", 0) == 0);
        CHECK(endings(scene.school).empty());
    }

    TEST_CASE("touches from nowhere are ignored") {
        AppScene scene(settings_for(1, 31), 4);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinite = std::numeric_limits<double>::infinity();
        for (const Point at : {Point{nan, 10}, Point{10, infinite}, Point{-5, 10}, Point{1e6, 10}})
            for (const TouchPhase phase : {TouchPhase::down, TouchPhase::move, TouchPhase::up})
                scene.app.touch({0, FingerId{1}, phase, at});
        scene.app.touch({0, FingerId{2}, TouchPhase::up, {10, 10}}); // never came down
        for (int finger = 0; finger < 100; ++finger)                 // more than any hand
            scene.app.touch({0, static_cast<FingerId>(finger), TouchPhase::down, {5, 5}});
        scene.wait(100);
        CHECK(scene.screen().name() == "who_is_here");
    }
}
