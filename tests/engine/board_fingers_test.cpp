// Many hands on one display: none of them answers for another child, whatever the teacher changes meanwhile.
#include "tests/support/board_scene.h"
#include "tests/support/random_fingers.h"

#include <doctest/doctest.h>

#include <functional>

using namespace mirabelle;

namespace {

constexpr Milliseconds minute = 60'000;

/// Asks at every answer whether it is filed under the child of its lane.
class WatchingWriter final : public JournalWriter {
  public:
    void submit(JournalEntry entry) override {
        if (const auto* answer = std::get_if<Answer>(&entry))
            answered(answer->attempt);
        to->submit(std::move(entry));
    }
    void take_committed(std::vector<Uuid>& out) override { to->take_committed(out); }
    WriterState state() const override { return to->state(); }
    void flush() override { to->flush(); }

    JournalWriter* to = nullptr;
    std::function<void(const Attempt&)> answered;
};

} // namespace

TEST_SUITE("engine/board fingers") {
    TEST_CASE("a lane's child changes while another one drags: the drag goes on") {
        for (const BoardMode mode : {BoardMode::each, BoardMode::together}) {
            TeacherScene teacher(settings_for(4, 507), 8);
            teacher.app.launch(launch_of("give_me", mode, {0, 1, 2}));
            for (std::size_t lane = 0; lane < 3; ++lane)
                REQUIRE(teacher.scene.wait_for_question(lane));
            teacher.scene.wait(500);
            const Gesture drag = teacher.scene.screen(0).answer();
            const std::size_t half = begin_drag(teacher, drag, 0, FingerId{7});
            // A finger of the child who goes lies there as well.
            teacher.app.touch(
                {0, FingerId{8}, TouchPhase::down, teacher.app.lanes()[1]->on_screen({150, 600})});
            teacher.app.change_child(1);
            CHECK(teacher.scene.screen(1).name() == "who_is_here");
            CHECK(teacher.ended(RunEnding::stopped_by_teacher) == 1);
            CHECK_FALSE(teacher.app.class_room().is_playing(1));
            end_drag(teacher, drag, half, 0, FingerId{7});
            auto attempts = teacher.scene.school.attempts();
            REQUIRE(attempts.size() == 1);
            CHECK(attempts[0].correct);
            CHECK(attempts[0].stray_touches == 0);
            CHECK(attempts[0].child == teacher.children()[0].id);
            // One tap of the next child, and it plays the same.
            teacher.scene.tap("portrait 6", 1);
            teacher.scene.wait(1500);
            REQUIRE(teacher.scene.play(1) != nullptr);
            CHECK(teacher.scene.screen(1).name() == "play give_me");
            teacher.answer(1);
            attempts = teacher.scene.school.attempts();
            CHECK(attempts.back().child == teacher.children()[5].id);
        }
        TeacherScene alone(settings_for(1, 508));
        alone.app.change_child(3); // there is no such lane
        alone.scene.begin_to_play(1);
        alone.app.pause();
        alone.app.change_child(0);
        CHECK(alone.scene.screen().name() == "who_is_here");
        alone.scene.begin_to_play(2); // nothing was launched: it chooses in the garden
        CHECK(alone.scene.play() != nullptr);
    }

    TEST_CASE("a finger that crosses into the next lane stays its own lane's, and steals no piece there") {
        TeacherScene teacher(settings_for(4, 510), 8);
        teacher.app.launch(launch_of("give_me", BoardMode::each, {0, 1}));
        for (std::size_t lane = 0; lane < 2; ++lane)
            REQUIRE(teacher.scene.wait_for_question(lane));
        teacher.scene.wait(500);
        const Gesture left = teacher.scene.screen(0).answer(), right = teacher.scene.screen(1).answer();
        const std::size_t left_half = begin_drag(teacher, left, 0, FingerId{1});
        const std::size_t right_half = begin_drag(teacher, right, 1, FingerId{2});
        for (const GestureStep& step : right) // over everything that lies there
            teacher.app.touch(
                {0, FingerId{1}, TouchPhase::move, teacher.app.lanes()[1]->on_screen(step.point)});
        teacher.scene.wait(300);
        end_drag(teacher, right, right_half, 1, FingerId{2});
        end_drag(teacher, left, left_half, 0, FingerId{1});
        const auto attempts = teacher.scene.school.attempts();
        REQUIRE(attempts.size() == 2);
        for (const Attempt& attempt : attempts) {
            CHECK(attempt.correct);
            CHECK(attempt.stray_touches == 0);
            CHECK(attempt.child == teacher.children()[static_cast<std::size_t>(attempt.lane)].id);
        }
    }

    TEST_CASE("palms and fists in one lane never answer in another") {
        for (const BoardMode mode : {BoardMode::each, BoardMode::turns, BoardMode::together}) {
            TeacherScene teacher(settings_for(4, 511), 8);
            teacher.app.launch(launch_of("listen_and_touch", mode, {0, 1}));
            REQUIRE(teacher.scene.wait_for_question(0));
            Random chance(9);
            const Rect area = teacher.app.lanes()[1]->area();
            for (int finger = 0; finger < 200; ++finger) {
                const auto id = static_cast<FingerId>(10 + finger % 9);
                const Point at{area.x + 0.1 + chance.share() * (area.width - 0.2),
                               area.bottom() * chance.share()};
                teacher.app.touch({0, id, TouchPhase::down, at});
                teacher.scene.wait(20);
                teacher.app.touch({0, id, TouchPhase::move, at - Point{area.width, 0}}); // sliding over
                teacher.app.touch({0, id, TouchPhase::up, at - Point{area.width, 0}});
            }
            for (const Attempt& attempt : teacher.scene.school.attempts())
                CHECK(attempt.lane == 1);
        }
    }

    TEST_CASE("a strip that comes or goes leaves what stands as it is, also in the middle of a drag") {
        for (const bool display : {true, false}) {
            CAPTURE(display);
            AppSettings settings = settings_for(display ? 2 : 1, 512);
            TeacherScene teacher(settings, 8);
            teacher.app.launch(launch_of("give_me", BoardMode::each, {0}));
            REQUIRE(teacher.scene.wait_for_question());
            teacher.scene.wait(500);
            const Gesture drag = teacher.scene.screen().answer();
            const std::string item = teacher.scene.play()->question().exercise().item;
            const std::size_t half = begin_drag(teacher, drag, 0, FingerId{7});
            teacher.app.set_top_inset(25);
            CHECK(teacher.scene.play()->question().exercise().item == item);
            end_drag(teacher, drag, half, 0, FingerId{7});
            REQUIRE(teacher.scene.school.attempts().size() == 1);
            CHECK(teacher.scene.school.attempts()[0].correct);
            CHECK(teacher.scene.school.attempts()[0].item == item);
            teacher.scene.wait(6000);
            REQUIRE(teacher.scene.wait_for_question()); // the next one lies below the strip
            for (const NamedTarget& target : teacher.scene.screen().targets())
                CHECK(target.where.y >= 25);
            teacher.app.set_top_inset(0);
            teacher.answer();
            CHECK(teacher.scene.school.attempts().back().correct);
        }
    }

    TEST_CASE("ten wild fingers for ten minutes in every mode: each answer is the lane's child's") {
        for (const BoardMode mode : {BoardMode::each, BoardMode::turns, BoardMode::together}) {
            CAPTURE(static_cast<int>(mode));
            WatchingWriter writer;
            AppScene scene(settings_for(4, 514 + static_cast<std::uint64_t>(mode)), 8, &writer);
            writer.to = &scene.writer;
            int answers = 0;
            std::array<std::optional<Uuid>, most_lanes> sits{};
            writer.answered = [&](const Attempt& attempt) {
                ++answers;
                const auto lane = static_cast<std::size_t>(attempt.lane);
                REQUIRE(lane < most_lanes);
                REQUIRE(attempt.child.has_value());
                CHECK(attempt.child == sits[lane]);
            };
            const auto look = [&] {
                for (std::size_t lane = 0; lane < scene.app.lanes().size(); ++lane) {
                    const auto player = scene.screen(lane).player();
                    sits[lane] =
                        player ? std::optional(scene.app.class_room().child(*player).id) : std::nullopt;
                }
            };
            const auto play_something = [&](Random& chance) {
                const auto& activity = chance.pick(all_activities());
                Launch launch{&activity, nullptr, {0, 3}};
                launch.open_lanes = 2;
                launch.mode = mode;
                scene.app.launch(launch);
            };
            Random chance(77);
            play_something(chance);
            RandomFingers fingers(scene.app, class_display, 15);
            for (Milliseconds now = 0; now < 10 * minute; now += tick_length) {
                if (chance.happens(0.0005))
                    scene.app.change_child(chance.below(4));
                if (scene.app.steering().rounds == 0 && chance.happens(0.001))
                    play_something(chance);
                look();
                fingers.tick();
                look();
                scene.app.advance(tick_length);
            }
            CHECK(answers > 20);
        }
    }
}
