// The touch rules for small hands, one by one: what is a finger, what is a wrist, and which finger counts.
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

/// An activity for each mechanic: choose, count, drag, trace, order, sort.
struct Played {
    const char* activity;
    const char* level;
};
constexpr std::array every_mechanic{Played{"listen_and_touch", "ms-1"}, Played{"count_objects", "ms-1"},
                                    Played{"give_me", "ms-1"},          Played{"trace_digit", "ms-1"},
                                    Played{"missing_number", "ms-4"},   Played{"basket_sort", "ms-1"}};

QuestionScene scene_of(const Played& played, std::uint64_t seed = 3) {
    return QuestionScene(played.activity, played.level, seed);
}

/// Moves a finger that is down from one place to another in `steps` of 20 ms.
void lead(QuestionScene& scene, Point from, Point to, int finger, int steps = 10) {
    for (int step = 1; step <= steps; ++step) {
        scene.touch(TouchPhase::move, between(from, to, static_cast<double>(step) / steps), finger);
        scene.wait(20);
    }
}

/// The strokes that are asked for, as a finger draws them.
std::vector<Stroke> strokes_of(const QuestionScene& scene) {
    std::vector<Stroke> strokes;
    for (const GestureStep& step : scene.question.mechanic().solution()) {
        if (step.phase == TouchPhase::down)
            strokes.emplace_back();
        strokes.back().push_back(step.point);
    }
    return strokes;
}

/// Somewhere where nothing can be touched nor is near a place, at least `away` mm from `from`.
Point free_place(const Question& question, Point from, double away) {
    const Stage& stage = question.stage();
    const auto targets = question.mechanic().targets();
    for (double y = stage.whole_field.y; y < stage.whole_field.bottom(); y += 2)
        for (double x = stage.whole_field.x; x < stage.whole_field.right(); x += 2) {
            const Point at{x, y};
            const bool is_free = std::none_of(targets.begin(), targets.end(), [&](const Target& target) {
                const bool place = target.kind == Target::Kind::place;
                return distance(at, target.drawn) < (place ? stage.sizes.snap : stage.sizes.margin) + 1;
            });
            if (is_free && distance(at, from) > away)
                return at;
        }
    FAIL("there is no free place");
    return {};
}

} // namespace

TEST_SUITE("engine/touch rules") {
    TEST_CASE("a button answers on finger-down, at once and in the same tick, not when the finger leaves") {
        QuestionScene scene = scene_of(every_mechanic[0]);
        scene.wait(500);
        scene.touch(TouchPhase::down, scene.question.mechanic().solution().front().point);
        CHECK(scene.question.moment() == Moment::success);
        QuestionScene ear = scene_of(every_mechanic[2]);
        ear.wait(500);
        ear.touch(TouchPhase::down, ear.question.stage().ear.centre());
        ear.touch(TouchPhase::up, ear.question.stage().ear.centre());
        ear.answer_right();
        REQUIRE(ear.answers.size() == 1);
        CHECK(ear.answers[0].prompts_replayed == 1);
    }

    TEST_CASE("after an answer touches are not taken for 300 to 400 ms, at any age") {
        for (const Band band : all_bands) {
            CHECK(real_content().sizes(band).guard >= 300);
            CHECK(real_content().sizes(band).guard <= 400);
        }
        for (const char* level : {"ps-1", "ms-1", "gs-5"}) {
            CAPTURE(level);
            QuestionScene scene("listen_and_touch", level, 3);
            const Milliseconds guard = scene.question.stage().sizes.guard;
            scene.wait(1000);
            scene.touch(TouchPhase::down, scene.question.mechanic().mistake(scene.chance).front().point);
            const auto again = scene.question.mechanic().solution().front().point;
            scene.wait(guard - tick_length);
            scene.touch(TouchPhase::down, again, 2); // meant for what was there before
            CHECK(scene.question.moment() == Moment::asking);
            scene.wait(tick_length);
            scene.touch(TouchPhase::down, again, 3);
            CHECK(scene.question.moment() == Moment::success);
        }
    }

    TEST_CASE("who begins to touch within 10 to 12 mm of the bottom edge, or 6 mm of another, is a wrist") {
        for (const Band band : all_bands) {
            CHECK(real_content().sizes(band).palm_bottom >= 10);
            CHECK(real_content().sizes(band).palm_bottom <= 12);
            CHECK(real_content().sizes(band).palm_side == 6);
        }
        for (const Played& played : every_mechanic) {
            CAPTURE(played.activity);
            QuestionScene scene = scene_of(played);
            scene.wait(500);
            const double palm = scene.question.stage().sizes.palm_bottom;
            const Size lane = small_tablet;
            const std::array palms{Point{lane.width / 2, lane.height - palm + 0.5},
                                   Point{lane.width / 3, lane.height - 1}, Point{5.5, lane.height / 2},
                                   Point{lane.width - 5.5, lane.height / 2}, Point{lane.width / 3, 5.5}};
            int finger = 10;
            for (const Point at : palms)
                scene.touch(TouchPhase::down, at, ++finger);
            scene.answer_right(); // and a finger plays beside five of them
            REQUIRE(scene.answers.size() == 1);
            CHECK(scene.answers[0].response.correct);
            CHECK(scene.answers[0].stray_touches == static_cast<int>(palms.size()));
        }
    }

    TEST_CASE("a thing that lies at the edge is felt there all the same") {
        // Looked for on ever flatter lanes: a piece that feels fingers where else wrists are.
        const Exercise exercise =
            exercise_of(activity_named("listen_and_touch"), level_named("listen_and_touch", "gs-5"), 3);
        for (double height = 60; height > 25; height -= 2) {
            QuestionScene scene(exercise, Band::GS, QuestionMode::alone, {200, height});
            const Stage& stage = scene.question.stage();
            const Rect box = scene.question.mechanic().targets().front().drawn.grown(stage.sizes.margin);
            if (box.bottom() - 0.3 <= height - stage.sizes.palm_bottom)
                continue;
            scene.wait(500);
            scene.tap({box.centre().x, box.bottom() - 0.2});
            CHECK(scene.answers.size() == 1);
            return;
        }
        FAIL("no lane is so flat");
    }

    TEST_CASE("the first finger owns what it took: others are stray, ear and all, and end nothing") {
        for (const Played& played :
             {every_mechanic[2], every_mechanic[3], every_mechanic[4], every_mechanic[5]}) {
            CAPTURE(played.activity);
            QuestionScene scene = scene_of(played);
            scene.wait(8000); // the prompt has been heard
            const Gesture solution = scene.question.mechanic().solution();
            scene.touch(TouchPhase::down, solution[0].point, 1);
            scene.wait(50);
            CHECK(scene.question.finger_at_work());
            const bool spoke = scene.queue.speaking(0);
            scene.tap(scene.question.stage().ear.centre(), 2);
            CHECK(scene.queue.speaking(0) == spoke);
            for (const Target& target : scene.question.mechanic().targets())
                scene.tap(target.drawn.centre(), 3);
            CHECK(scene.answers.empty());
            scene.touch(TouchPhase::up, solution[0].point, 1);
            scene.wait(500);
            scene.answer_right();
            REQUIRE(scene.answers.size() == 1);
            CHECK(scene.answers[0].response.correct);
            CHECK(scene.answers[0].prompts_replayed == 0);
            CHECK(scene.answers[0].stray_touches >= 2);
        }
    }

    TEST_CASE("while a finger traces the door is dead; it opens again when the finger leaves, or rests") {
        AppScene scene(settings_for(1, 3));
        const Activity& tracing = activity_named("trace_digit");
        scene.app.launch({&tracing, &level_named("trace_digit", "ms-1"), {1}});
        REQUIRE(scene.wait_for_question());
        scene.wait(500);
        const Lane& lane = *scene.app.lanes()[0];
        const Gesture solution = scene.screen().answer();
        const auto touch = [&](int finger, TouchPhase phase, Point at) {
            scene.app.touch({0, FingerId{finger}, phase, lane.on_screen(at)});
        };
        touch(1, TouchPhase::down, solution[0].point);
        scene.wait(50);
        const Point door = scene.play()->question().stage().door.centre();
        touch(2, TouchPhase::down, door);
        touch(2, TouchPhase::up, door);
        scene.wait(100);
        REQUIRE(scene.play() != nullptr);
        const Milliseconds resting = real_content().sizes(Band::MS).resting;
        scene.wait(resting); // a wrist that lies on the slate does not lock a child in
        touch(3, TouchPhase::down, door);
        scene.wait(100);
        CHECK(scene.play() == nullptr);
    }

    TEST_CASE("other lanes are other children: a finger at work in one leaves the next one alone") {
        AppScene scene(settings_for(2, 7), 6);
        const Activity& give = activity_named("give_me");
        scene.app.launch({&give, &level_named("give_me", "ms-1"), {1, 4}});
        REQUIRE(scene.wait_for_question(0));
        REQUIRE(scene.wait_for_question(1));
        scene.wait(500);
        const Gesture held = scene.screen(0).answer();
        scene.app.touch({0, FingerId{1}, TouchPhase::down, scene.app.lanes()[0]->on_screen(held[0].point)});
        scene.wait(100);
        scene.perform(scene.screen(1).answer(), 1);
        scene.wait(200);
        const auto attempts = scene.school.attempts();
        REQUIRE(attempts.size() == 1);
        CHECK(attempts[0].lane == 1);
        CHECK(attempts[0].correct);
        CHECK(attempts[0].stray_touches == 0);
    }

    TEST_CASE("a drag that loses contact goes on when it comes back within 200 ms near the same place") {
        struct Loss {
            Milliseconds length;
            double away; ///< mm
            bool goes_on;
        };
        for (const Loss& loss :
             {Loss{100, 5, true}, Loss{190, 0, true}, Loss{400, 0, false}, Loss{100, 40, false}}) {
            CAPTURE(loss.length);
            CAPTURE(loss.away);
            QuestionScene scene("give_me", "ps-1", 2);
            scene.wait(500);
            CHECK(scene.question.stage().sizes.lost_contact == 200);
            const std::size_t before = scene.question.mechanic().targets().size();
            const Point plate = scene.question.mechanic().targets()[0].drawn.centre();
            const Point home = scene.question.mechanic().solution()[0].point;
            const Point half = free_place(scene.question, {}, 0);
            scene.touch(TouchPhase::down, home, 1);
            lead(scene, home, half, 1);
            scene.touch(TouchPhase::up, half, 1);
            scene.wait(loss.length);
            const Point back =
                loss.away > 20 ? free_place(scene.question, half, loss.away) : half + Point{loss.away, 0};
            scene.touch(TouchPhase::down, back, 2);
            lead(scene, back, plate, 2);
            scene.touch(TouchPhase::up, plate, 2);
            scene.wait(500);
            const bool arrived = scene.question.mechanic().targets().size() == before - 1;
            CHECK(arrived == loss.goes_on);
        }
    }

    TEST_CASE("a trace that loses contact goes on as one line, and is not judged before it is really over") {
        std::uint64_t seed = 1; // of a digit whose first stroke is long
        while (length(strokes_of(scene_of(every_mechanic[3], seed)).front()) < 90)
            ++seed;
        QuestionScene wrong_way = scene_of(every_mechanic[3], seed);
        wrong_way.wait(500);
        Stroke wrong = strokes_of(wrong_way).front();
        std::reverse(wrong.begin(), wrong.end());
        wrong.resize(wrong.size() * 2 / 5);
        wrong_way.touch(TouchPhase::down, wrong.front(), 1);
        for (const Point at : wrong)
            wrong_way.touch(TouchPhase::move, at, 1);
        wrong_way.touch(TouchPhase::up, wrong.back(), 1);
        wrong_way.wait(190);
        wrong_way.touch(TouchPhase::down, wrong.back(), 2); // it had only lost contact
        wrong_way.wait(400);
        CHECK(wrong_way.answers.empty());
        wrong_way.touch(TouchPhase::up, wrong.back(), 2);
        wrong_way.wait(190);
        CHECK(wrong_way.answers.empty());
        wrong_way.wait(30);
        REQUIRE(wrong_way.answers.size() == 1); // now it is over, and told
        CHECK_FALSE(wrong_way.answers[0].response.correct);
        // The right way round, with a gap in every stroke, it is simply right.
        QuestionScene scene = scene_of(every_mechanic[3]);
        scene.wait(500);
        int finger = 1;
        for (const Stroke& stroke : strokes_of(scene)) {
            scene.touch(TouchPhase::down, stroke.front(), finger);
            for (std::size_t i = 1; i + 1 < stroke.size(); ++i) {
                scene.touch(TouchPhase::move, stroke[i], finger);
                if (i % 15 == 0) {
                    scene.touch(TouchPhase::up, stroke[i], finger);
                    scene.wait(120);
                    scene.touch(TouchPhase::down, stroke[i], ++finger);
                }
                scene.wait(10);
            }
            scene.touch(TouchPhase::up, stroke.back(), finger++);
            scene.wait(250);
        }
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.correct);
    }

    TEST_CASE("less than the travel of a tap is a tap, more is a drag") {
        for (const double travelled : {3.0, 6.0}) {
            CAPTURE(travelled);
            QuestionScene scene("give_me", "ps-1", 2);
            scene.wait(500);
            const std::size_t before = scene.question.mechanic().targets().size();
            const Point plate = scene.question.mechanic().targets()[0].drawn.centre();
            const Point home = scene.question.mechanic().solution()[0].point;
            scene.touch(TouchPhase::down, home, 1);
            lead(scene, home, home + Point{0, -travelled}, 1, 2);
            scene.touch(TouchPhase::up, home + Point{0, -travelled}, 1);
            scene.wait(500);
            scene.tap(plate); // the second half of a tap-tap; nothing after a drag
            scene.wait(500);
            const bool arrived = scene.question.mechanic().targets().size() == before - 1;
            CHECK(arrived == (travelled < scene.question.stage().sizes.tap_travel));
        }
    }

    TEST_CASE("every question of dragging is solved by tap-piece, tap-place alone") {
        for (const Activity& activity : all_activities())
            for (const Level& level : real_content().levels(activity.id))
                for (const std::uint64_t seed : {1, 2}) {
                    const Exercise exercise = exercise_of(activity, level, seed);
                    const auto* drag = std::get_if<Drag>(&exercise.task);
                    if (drag == nullptr)
                        continue;
                    CAPTURE(activity.id);
                    CAPTURE(level.id);
                    QuestionScene scene(exercise, level.band);
                    scene.wait(500);
                    const Gesture solution = scene.question.mechanic().solution();
                    const Point plate = scene.question.mechanic().targets()[0].drawn.centre();
                    for (std::size_t i = 0; i + 1 < solution.size(); ++i) {
                        const bool begins = solution[i].phase == TouchPhase::down;
                        const bool taps = solution[i + 1].phase == TouchPhase::up;
                        if (!begins)
                            continue;
                        scene.tap(solution[i].point);
                        scene.wait(350);
                        if (!taps) {
                            scene.tap(plate);
                            scene.wait(350);
                        }
                    }
                    REQUIRE(scene.answers.size() == 1);
                    CHECK(scene.answers[0].response.correct);
                }
    }

    TEST_CASE(
        "a piece that is let go within the snap radius of its place goes there, one further off goes home") {
        for (const char* level : {"ps-1", "ms-1", "gs-1"})
            for (const double beyond : {-1.0, 3.0}) {
                CAPTURE(level);
                CAPTURE(beyond);
                QuestionScene scene("give_me", level, 2);
                scene.wait(500);
                const std::size_t before = scene.question.mechanic().targets().size();
                const Rect plate = scene.question.mechanic().targets()[0].drawn;
                const Point home = scene.question.mechanic().solution()[0].point;
                const double away = scene.question.stage().sizes.snap + beyond;
                const Point drop{plate.centre().x, plate.y - away};
                scene.touch(TouchPhase::down, home, 1);
                lead(scene, home, drop, 1);
                scene.touch(TouchPhase::up, drop, 1);
                scene.wait(800);
                const bool arrived = scene.question.mechanic().targets().size() == before - 1;
                CHECK(arrived == (beyond < 0));
            }
    }

    TEST_CASE("the ladder of idle help begins after 7 to 8 seconds, at any age") {
        for (const Band band : all_bands) {
            CHECK(real_content().sizes(band).idle_step >= 7000);
            CHECK(real_content().sizes(band).idle_step <= 8000);
        }
    }

    TEST_CASE("nobody chooses between more things than suit the age") {
        for (const Activity& activity : all_activities())
            for (const Level& level : real_content().levels(activity.id)) {
                CAPTURE(activity.id);
                CAPTURE(level.id);
                const TouchSizes& sizes = real_content().sizes(level.band);
                const Exercise exercise = exercise_of(activity, level, 1);
                if (const auto* count = std::get_if<TapCount>(&exercise.task))
                    CHECK(static_cast<int>(count->numerals.size()) <= sizes.choices_most);
                if (exercise.scoring == Scoring::never)
                    continue; // nothing has to be found
                // Who is not of the family can only be told from two that are.
                const int least = level.skill == "categories_ps" ? 3 : 0;
                if (std::holds_alternative<Choose>(exercise.task))
                    CHECK(static_cast<int>(exercise.pieces.size()) <= std::max(least, sizes.choices_most));
            }
    }
}
