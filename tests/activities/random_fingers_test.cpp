// Children do what they like with a screen: bang on it, rest their arms on it, play with ten fingers at once.
// It holds, writes down what is true, and lets them out.
#include "tests/support/app_scene.h"
#include "tests/support/random_fingers.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr Milliseconds minute = 60'000;

/// Every answer belongs to a run of the same child and lane, numbers rise, and the first of a question is
/// number 1.
void check_journal(const std::vector<Attempt>& attempts) {
    std::map<std::pair<Uuid, std::uint64_t>, int> last;
    std::set<Uuid> ids;
    for (const Attempt& attempt : attempts) {
        CHECK(ids.insert(attempt.id).second);
        CHECK(attempt.attempt_number == ++last[{attempt.run, attempt.seed}]);
        CHECK(attempt.child.has_value());
        const bool counts = !attempt.expected.empty(); // else no answer is wrong
        CHECK(attempt.correct ==
              (!counts || (attempt.response == attempt.expected && attempt.error.empty())));
        CHECK(attempt.latency >= 0);
        CHECK(attempt.duration >= 0);
    }
}

void leave_by_the_door(AppScene& scene, std::size_t lane) {
    scene.wait(6000); // whatever finger still holds something has become a wrist
    if (scene.play(lane) == nullptr)
        return;
    scene.tap("door", lane);
    scene.wait(100);
    CHECK(scene.play(lane) == nullptr);
}

/// Whether a single touch can always be an answer; what is built of several is seldom finished by banging.
bool one_touch_may_answer(const Activity& activity, Band band) {
    const auto levels = real_content().levels(activity.id);
    return std::all_of(levels.begin(), levels.end(), [&](const Level& level) {
        const Task task = exercise_of(activity, level, 1).task;
        return level.band != band || std::holds_alternative<Choose>(task) ||
               std::holds_alternative<TapCount>(task) || std::holds_alternative<Drag>(task) ||
               std::holds_alternative<Trace>(task);
    });
}

} // namespace

TEST_SUITE("activities/random fingers") {
    TEST_CASE("ten fingers at once for ten minutes never break a game, and the door still opens") {
        for (const Activity& activity : all_activities())
            for (const Band band : all_bands) {
                CAPTURE(activity.id);
                CAPTURE(name_of(band));
                bool served = false;
                for (const Level& level : real_content().levels(activity.id))
                    served = served || level.band == band;
                if (!served)
                    continue;
                AppSettings settings = settings_for(1, 40 + static_cast<std::uint64_t>(band));
                settings.band = band;
                AppScene scene(settings, 6, nullptr, {&activity, 1});
                scene.begin_to_play(1);
                RandomFingers fingers(scene.app, settings.screen, 11 + static_cast<std::uint64_t>(band));
                for (Milliseconds now = 0; now < 10 * minute; now += tick_length) {
                    fingers.tick();
                    scene.app.advance(tick_length);
                }
                CHECK((scene.school.attempts().size() > 10 || !one_touch_may_answer(activity, band)));
                check_journal(scene.school.attempts());
                leave_by_the_door(scene, 0);
            }
    }

    TEST_CASE("ten fingers for ten minutes, whatever mode the child plays in") {
        Access all_but_switch = every_mode();
        all_but_switch.input = Input::fingers;
        for (const Access& access : {all_but_switch, every_mode()}) {
            std::size_t answered = 0;
            for (const Activity& activity : all_activities()) {
                CAPTURE(activity.id);
                CAPTURE(words_of(access));
                AppSettings settings = settings_for(1, 77);
                settings.band = real_content().levels(activity.id).front().band;
                AppScene scene(settings, school_playing(6, access), nullptr, {&activity, 1});
                scene.begin_to_play(1);
                RandomFingers fingers(scene.app, settings.screen, 21);
                for (Milliseconds now = 0; now < 10 * minute; now += tick_length) {
                    fingers.tick();
                    if (now % 2730 == 0) // and a switch beside them
                        scene.app.press_switch(SwitchKey::first);
                    scene.app.advance(tick_length);
                }
                // Whoever presses all the time never lets the ring come to the bell of the market.
                CHECK((access.scans() || scene.school.attempts().size() > 5 ||
                       !one_touch_may_answer(activity, *settings.band)));
                answered += scene.school.attempts().size();
                check_journal(scene.school.attempts());
                if (!access.scans())
                    leave_by_the_door(scene, 0);
            }
            CHECK(answered > 20);
        }
    }

    TEST_CASE("four children with all their fingers on a class display, each in another mode") {
        auto school = std::make_unique<SchoolJournal>(8, school_morning);
        const std::array modes{left_handed(), large_targets(), one_switch(), slow()};
        const auto children = school->journal.children();
        for (std::size_t i = 0; i < children.size(); ++i) {
            Child child = children[i];
            child.access = modes[i % modes.size()];
            school->journal.update_child(child);
        }
        AppSettings settings = settings_for(4, 13);
        AppScene scene(settings, std::move(school));
        for (std::size_t lane = 0; lane < 4; ++lane)
            scene.begin_to_play(static_cast<int>(lane) + 1, lane);
        RandomFingers fingers(scene.app, settings.screen, 15);
        for (Milliseconds now = 0; now < 10 * minute; now += tick_length) {
            fingers.tick();
            scene.app.advance(tick_length);
        }
        CHECK(scene.school.attempts().size() > 10);
        check_journal(scene.school.attempts());
    }

    TEST_CASE("four children with all their fingers on a class display") {
        AppSettings settings = settings_for(4, 3);
        AppScene scene(settings, 8);
        for (std::size_t lane = 0; lane < 4; ++lane)
            scene.begin_to_play(static_cast<int>(lane) + 1, lane);
        RandomFingers fingers(scene.app, settings.screen, 5);
        for (Milliseconds now = 0; now < 10 * minute; now += tick_length) {
            fingers.tick();
            scene.app.advance(tick_length);
            if (now % (2 * minute) == minute) // someone moves the window
                scene.app.resize(now % (4 * minute) == minute ? Size{1200, 700} : class_display);
        }
        CHECK(scene.school.attempts().size() > 10);
        check_journal(scene.school.attempts());
        for (std::size_t lane = 0; lane < 4; ++lane)
            leave_by_the_door(scene, lane);
    }

    TEST_CASE("a hand that bangs on one spot answers at most once before it is guarded") {
        for (const Activity& activity : all_activities())
            for (const Level& level : real_content().levels(activity.id)) {
                CAPTURE(activity.id);
                CAPTURE(level.id);
                QuestionScene scene(activity.id, level.id, 4);
                scene.wait(1000);
                const auto targets = scene.question.mechanic().targets();
                // Five blows within a third of a second on whatever lies last.
                for (int blow = 0; blow < 5; ++blow) {
                    scene.touch(TouchPhase::down, targets.back().drawn.centre(), blow);
                    scene.wait(30);
                    scene.touch(TouchPhase::up, targets.back().drawn.centre(), blow);
                    scene.wait(30);
                }
                CHECK(scene.answers.size() <= 1);
            }
    }

    TEST_CASE("wrists that rest on the edges never answer, and a finger still plays beside them") {
        for (const Activity& activity : all_activities())
            for (const Level& level : real_content().levels(activity.id)) {
                CAPTURE(activity.id);
                CAPTURE(level.id);
                QuestionScene scene(activity.id, level.id, 9);
                scene.wait(500);
                const Size lane = small_tablet;
                for (int i = 0; i < 8; ++i)
                    scene.touch(TouchPhase::down, {lane.width * (i + 0.5) / 8, lane.height - 5}, 50 + i);
                scene.touch(TouchPhase::down, {3, lane.height / 2}, 60);
                scene.touch(TouchPhase::down, {lane.width - 3, lane.height / 2}, 61);
                scene.wait(500);
                CHECK(scene.answers.empty());
                scene.answer_right();
                scene.wait(100);
                REQUIRE(scene.answers.size() == 1);
                CHECK(scene.answers[0].response.correct);
                CHECK(scene.answers[0].touches > 0);
                CHECK(scene.answers[0].stray_touches == 10);
            }
    }
}
