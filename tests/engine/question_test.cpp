#include "tests/support/question_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

Milliseconds spoken(const Prompt& prompt) {
    Milliseconds sum = 0;
    for (const VoiceId line : prompt)
        sum += real_content().voices()[static_cast<std::size_t>(line)].duration;
    return sum;
}

/// Four letters on lily pads.
QuestionScene four_letters(QuestionMode mode = QuestionMode::alone) {
    return QuestionScene("listen_and_touch", "gs-5", 3, mode);
}

std::size_t offered(const QuestionScene& scene) { return scene.question.mechanic().targets().size(); }

/// Somewhere in the field where nothing can be touched.
Point free_place(const Question& question) {
    const Rect& field = question.stage().field;
    const auto targets = question.mechanic().targets();
    for (double y = field.y + 1; y < field.bottom(); y += 2)
        for (double x = field.x + 1; x < field.right(); x += 2)
            if (std::none_of(targets.begin(), targets.end(), [&](const Target& target) {
                    const TouchSizes& sizes = question.stage().sizes;
                    const double reach = target.kind == Target::Kind::place ? sizes.snap : sizes.margin;
                    return distance(Point{x, y}, target.drawn) < reach + 1;
                }))
                return {x, y};
    FAIL("there is no free place");
    return {};
}

} // namespace

TEST_SUITE("engine/question") {
    TEST_CASE("after a first error the wrong choice dims, after a second two stay, then the hand shows") {
        QuestionScene scene = four_letters();
        scene.wait(500);
        CHECK(offered(scene) == 4);
        scene.answer_wrong();
        CHECK(offered(scene) == 3);
        scene.wait(500);
        scene.answer_wrong();
        CHECK(offered(scene) == 2);
        scene.wait(500);
        scene.answer_wrong();
        CHECK(scene.question.moment() == Moment::help);
        scene.touch(TouchPhase::down, scene.question.mechanic().targets().front().drawn.centre());
        scene.wait_for_turn(); // the hand has done it; now the child
        CHECK(scene.question.outcome() == QuestionOutcome::playing);
        scene.wait(500);
        scene.answer_wrong();
        scene.wait_for_end(); // together, and on to the next question
        CHECK(scene.question.outcome() == QuestionOutcome::solved_together);
        REQUIRE(scene.answers.size() == 4);
        const std::array helps{HelpLevel::none, HelpLevel::none, HelpLevel::fewer_choices,
                               HelpLevel::solved_together};
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(scene.answers[i].attempt_number == static_cast<int>(i) + 1);
            CHECK(scene.answers[i].help == helps[i]);
            CHECK_FALSE(scene.answers[i].response.correct);
            CHECK_FALSE(scene.answers[i].error.empty());
        }
        CHECK(scene.answers[3].stray_touches == 1); // while the hand was showing
    }

    TEST_CASE("a child who hesitates hears the prompt again and sees the gesture, then the answer glows") {
        QuestionScene scene = four_letters();
        const Milliseconds prompt = spoken(scene.question.exercise().prompt);
        scene.wait(prompt + 7400);
        CHECK(scene.question.moment() == Moment::asking);
        scene.wait(200);
        CHECK(scene.question.moment() == Moment::help);
        scene.wait(prompt + 7500);
        scene.answer_right();
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.correct);
        CHECK(scene.answers[0].help == HelpLevel::answer_shown);
    }

    TEST_CASE("a child who touched once and then dreams is helped to the end, and was there") {
        QuestionScene scene = four_letters();
        scene.wait(1000);
        scene.tap({scene.question.stage().lane.width / 2, scene.question.stage().field.y - 1});
        scene.wait_for_end();
        CHECK(scene.question.outcome() == QuestionOutcome::solved_together);
    }

    TEST_CASE("where nobody was, a question stands still and silent until a finger comes, then asks again") {
        QuestionScene scene = four_letters();
        scene.question.ask_in_peace();
        const Milliseconds prompt = spoken(scene.question.exercise().prompt);
        scene.wait(prompt + 1000);
        for (int second = 0; second < 40; ++second) {
            scene.wait(1000);
            REQUIRE(scene.question.moment() == Moment::asking);
            REQUIRE_FALSE(scene.question.moving());
            REQUIRE_FALSE(scene.speaker.speaking());
        }
        scene.tap({scene.question.stage().lane.width / 2, scene.question.stage().field.y - 1});
        CHECK(scene.speaker.speaking());
        scene.wait(prompt + 7600);
        CHECK(scene.question.moment() == Moment::help); // somebody is there: help comes as ever
        scene.wait(prompt + 7500);
        scene.answer_right();
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].help == HelpLevel::answer_shown);
    }

    TEST_CASE("where nobody was and nobody comes, the question ends as unattended, without a hand") {
        QuestionScene scene = four_letters();
        scene.question.ask_in_peace();
        while (scene.question.outcome() == QuestionOutcome::playing && scene.now < 120'000) {
            scene.wait(100);
            REQUIRE(scene.question.moment() == Moment::asking);
        }
        CHECK(scene.question.outcome() == QuestionOutcome::unattended);
        CHECK(scene.answers.empty());
    }

    TEST_CASE("a touch meant for what was there before is not taken as an answer") {
        QuestionScene scene = four_letters();
        scene.wait(300);
        scene.answer_wrong(); // its tap comes 400 ms later: that is an answer
        CHECK(scene.answers.size() == 1);
        QuestionScene hasty = four_letters();
        hasty.wait(200);
        hasty.tap(hasty.question.mechanic().targets().front().drawn.centre());
        hasty.wait(100);
        CHECK(hasty.answers.empty());
        hasty.wait(300);
        hasty.answer_right();
        REQUIRE(hasty.answers.size() == 1);
        CHECK(hasty.answers[0].stray_touches == 1);
        CHECK(hasty.answers[0].attempt_number == 1);
    }

    TEST_CASE("right after an answer, another touch waits a moment") {
        QuestionScene scene = four_letters();
        scene.wait(500);
        const Gesture first = scene.question.mechanic().mistake(scene.chance);
        scene.tap(first.front().point);
        const Gesture second = scene.question.mechanic().mistake(scene.chance);
        scene.tap(second.front().point); // 80 ms later
        CHECK(scene.answers.size() == 1);
        scene.wait(400);
        scene.tap(second.front().point);
        CHECK(scene.answers.size() == 2);
    }

    TEST_CASE("while one finger drags, others are stray, counted and harmless") {
        QuestionScene scene("give_me", "ms-1", 2);
        scene.wait(500);
        const Gesture drag = scene.question.mechanic().solution();
        scene.touch(TouchPhase::down, drag[0].point, 1);
        scene.touch(TouchPhase::down, drag.back().point, 2); // the bell, with the other hand
        scene.wait(100);
        scene.touch(TouchPhase::up, drag.back().point, 2);
        CHECK(scene.answers.empty());
        scene.touch(TouchPhase::cancel, drag[0].point, 1);
        scene.wait(500);
        scene.answer_right();
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.correct);
        CHECK(scene.answers[0].stray_touches == 1);
    }

    TEST_CASE("a wrist that rests on a thing lets another finger play after a while") {
        QuestionScene scene("give_me", "ms-1", 2);
        scene.wait(500);
        const auto targets = scene.question.mechanic().targets();
        scene.touch(TouchPhase::down, targets.back().drawn.centre(), 1);
        scene.wait(3000);
        scene.answer_right();
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.correct);
    }

    TEST_CASE("a wrist that never leaves does not keep help away") {
        QuestionScene scene("give_me", "ms-1", 2);
        scene.wait(500);
        scene.touch(TouchPhase::down, scene.question.mechanic().targets().back().drawn.centre(), 1);
        scene.wait_for_end(120'000);
        CHECK(scene.question.outcome() == QuestionOutcome::solved_together);
    }

    TEST_CASE("the ear says the prompt again, at any time, and that is written down") {
        QuestionScene scene = four_letters();
        scene.tap(scene.question.stage().ear.centre()); // also before anything else is felt
        scene.wait(8000);
        CHECK_FALSE(scene.queue.speaking(0));
        scene.tap(scene.question.stage().ear.centre());
        CHECK(scene.queue.speaking(0));
        scene.answer_right();
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].prompts_replayed == 2);
        CHECK(scene.answers[0].touches == 1);
        CHECK(scene.answers[0].help == HelpLevel::none);
    }

    TEST_CASE("a touch that answers stops the prompt: speech never blocks") {
        QuestionScene scene = four_letters();
        scene.wait(500);
        CHECK(scene.queue.speaking(0));
        scene.answer_right();
        CHECK(scene.answers.size() == 1);
        scene.wait(1000);
        CHECK(scene.question.moment() == Moment::success);
        scene.wait_for_end(6000);
        CHECK(scene.question.outcome() == QuestionOutcome::answered);
    }

    TEST_CASE("latency runs to the first touch, duration to the answer") {
        QuestionScene scene = four_letters();
        scene.wait(2000);
        scene.tap({scene.question.stage().lane.width / 2, scene.question.stage().field.y - 1});
        scene.wait(1000);
        const Milliseconds before = scene.now;
        scene.answer_wrong();
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].latency == 2000);
        CHECK(scene.answers[0].duration >= before);
        CHECK(scene.answers[0].duration <= scene.now);
        CHECK(scene.answers[0].touches == 2);
        scene.wait(1000);
        scene.answer_right();
        REQUIRE(scene.answers.size() == 2);
        CHECK(scene.answers[1].duration < 2000); // from the answer before
        CHECK(scene.answers[1].touches == 1);
    }

    TEST_CASE(
        "a finger that loses contact for a moment goes on dragging; a longer loss sends the thing home") {
        for (const Milliseconds lost : {100, 700}) {
            CAPTURE(lost);
            QuestionScene scene("give_me", "ps-1", 2);
            scene.wait(500);
            const auto& targets = scene.question.mechanic().targets();
            const Point plate = targets[0].drawn.centre();
            const Gesture drag = scene.question.mechanic().solution();
            const Point home = drag[0].point;
            const Point half = free_place(scene.question);
            scene.touch(TouchPhase::down, home, 1);
            for (int step = 1; step <= 10; ++step) {
                scene.touch(TouchPhase::move, between(home, half, step / 10.0), 1);
                scene.wait(20);
            }
            scene.touch(TouchPhase::up, half, 1);
            scene.wait(lost);
            scene.touch(TouchPhase::down, half, 2);
            scene.wait(20);
            scene.touch(TouchPhase::move, plate, 2);
            scene.touch(TouchPhase::up, plate, 2);
            scene.wait(500);
            const std::size_t left = scene.question.mechanic().targets().size();
            CHECK(left == (lost < 200 ? targets.size() - 1 : targets.size()));
        }
    }

    TEST_CASE("a child who cannot drag touches a thing, then the plate") {
        QuestionScene scene("give_me", "ps-1", 2);
        scene.wait(500);
        const Point plate = scene.question.mechanic().targets()[0].drawn.centre();
        const Point bell = scene.question.mechanic().targets()[1].drawn.centre();
        const int wanted = std::stoi(scene.question.exercise().expected);
        for (int i = 0; i < wanted; ++i) {
            scene.tap(scene.question.mechanic().targets().back().drawn.centre());
            scene.wait(400);
            scene.tap(plate);
            scene.wait(400);
        }
        scene.tap(bell);
        scene.wait(50);
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.correct);
    }

    TEST_CASE("the journal is told what there was to choose from") {
        const Exercise counting =
            exercise_of(activity_named("count_objects"), level_named("count_objects", "ms-1"), 1);
        CHECK(options_shown(counting).size() == 3);
        for (const std::string& option : options_shown(counting))
            CHECK(std::stoi(option) > 0);
        const Exercise letters =
            exercise_of(activity_named("listen_and_touch"), level_named("listen_and_touch", "gs-5"), 1);
        CHECK(options_shown(letters).size() == 4);
        const Exercise tracing =
            exercise_of(activity_named("trace_digit"), level_named("trace_digit", "ms-1"), 1);
        CHECK(options_shown(tracing).empty());
    }

    TEST_CASE("the worked example asks nothing; the guided try shows the movement first") {
        QuestionScene example = four_letters(QuestionMode::example);
        example.wait(1000);
        CHECK_FALSE(example.question.waiting_for_child());
        example.tap(example.question.mechanic().targets().front().drawn.centre());
        example.wait_for_end();
        CHECK(example.answers.empty());
        QuestionScene guided = four_letters(QuestionMode::guided);
        guided.wait(600);
        CHECK(guided.question.moment() == Moment::help);
        CHECK(guided.question.waiting_for_child());
        guided.answer_right();
        REQUIRE(guided.answers.size() == 1);
        CHECK(guided.answers[0].response.correct);
    }

    TEST_CASE("the trace of an answer holds every touch since the one before, in tenths of a millimetre") {
        QuestionScene scene = four_letters();
        scene.wait(1000);
        scene.answer_wrong();
        scene.wait(500);
        scene.answer_right();
        REQUIRE(scene.answers.size() == 2);
        for (const GivenAnswer& given : scene.answers) {
            CHECK(given.trace.lane == small_tablet);
            REQUIRE_FALSE(given.trace.touches.empty());
            CHECK(given.trace.touches.back().phase == TouchPhase::down);
            for (const Touch& touch : given.trace.touches)
                CHECK(std::abs(touch.at.x * 10 - std::round(touch.at.x * 10)) < 1e-9);
        }
        CHECK(scene.answers[0].trace.touches.front().time >= 1000);
        CHECK(scene.answers[1].trace.touches.front().phase == TouchPhase::up);
    }
}
