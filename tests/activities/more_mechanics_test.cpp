// How the mechanics of pairs, rhythm, strip and story, and models that hide, behave under a finger.
#include "tests/support/question_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

Exercise exercise_with(Task task, std::string expected) {
    Exercise exercise;
    exercise.skill = "digits_ms";
    exercise.item = expected;
    exercise.expected = std::move(expected);
    exercise.task = std::move(task);
    exercise.praise = {real_content().voice("yes")};
    return exercise;
}

Piece numbered(int number) {
    return {std::to_string(number), WritingFace{std::to_string(number), Script::script}};
}

/// The first is with the third, the second with the fourth.
Exercise two_pairs(Cards cards) {
    Exercise exercise = exercise_with(Pairs{{2, 3, 0, 1}, cards}, "all");
    for (const int number : {1, 2, 3, 4})
        exercise.pieces.push_back(numbered(number));
    return exercise;
}

void tap(QuestionScene& scene, std::size_t target) {
    scene.tap(scene.question.mechanic().targets()[target].drawn.centre());
    scene.wait(500);
}

} // namespace

TEST_SUITE("activities/more mechanics") {
    TEST_CASE("open cards: a pair goes, a wrong one is told with both its labels, the last one answers") {
        QuestionScene scene(two_pairs(Cards::open), Band::MS);
        scene.wait(500);
        tap(scene, 0);
        tap(scene, 1);
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "1+2");
        CHECK_FALSE(scene.answers[0].response.correct);
        tap(scene, 3); // in either order they are the same pair
        tap(scene, 0);
        CHECK(scene.answers.back().response.text == "1+4");
        tap(scene, 0);
        tap(scene, 2);
        CHECK(scene.question.mechanic().targets().size() == 2);
        tap(scene, 0);
        tap(scene, 1);
        CHECK(scene.answers.back().response.correct);
        CHECK(scene.answers.back().response.text == "all");
    }

    TEST_CASE("hidden cards: to turn two for the first time is no error, to forget what was seen is one") {
        QuestionScene scene(two_pairs(Cards::hidden), Band::GS);
        scene.wait(500);
        tap(scene, 0);
        tap(scene, 1);
        CHECK(scene.answers.empty());
        scene.wait(2000); // they lie on their faces again
        tap(scene, 2);    // its partner has been seen
        tap(scene, 3);
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "3+4");
    }

    TEST_CASE("a word is beaten until its picture is touched, or until the drum rests") {
        for (const bool touched : {true, false}) {
            Rhythm task;
            task.beats = 2;
            task.model.faces = {WritingFace{"2", Script::script}};
            QuestionScene scene(exercise_with(task, "2"), Band::PS);
            scene.wait(500);
            tap(scene, 0);
            tap(scene, 0);
            CHECK(scene.answers.empty());
            if (touched)
                tap(scene, 1);
            else
                scene.wait(2000);
            REQUIRE(scene.answers.size() == 1);
            CHECK(scene.answers[0].response.text == "2");
            CHECK(scene.answers[0].response.correct);
        }
    }

    TEST_CASE("a finger that trembles beats once, and the ear lets one begin anew") {
        Rhythm task;
        task.beats = 1;
        task.model.faces = {WritingFace{"2", Script::script}};
        QuestionScene scene(exercise_with(task, "1"), Band::MS);
        scene.wait(500);
        const Point drum = scene.question.mechanic().targets()[0].drawn.centre();
        scene.tap(drum);
        scene.tap(drum); // 80 ms later
        scene.wait(300);
        scene.tap(scene.question.stage().ear.centre());
        scene.wait(300);
        scene.tap(drum);
        scene.wait(2500);
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "1");
    }

    TEST_CASE("whoever beats at the wrong number has found it; too early is told, and it begins anew") {
        Rhythm task;
        task.odd = 2;
        for (const char* line : {"number_1", "number_2", "number_5", "number_4"})
            task.lines.push_back(real_content().voice(line));
        QuestionScene scene(exercise_with(task, "2"), Band::MS);
        scene.perform(scene.question.mechanic().mistake(scene.chance));
        REQUIRE(scene.answers.size() == 1);
        CHECK_FALSE(scene.answers[0].response.correct);
        scene.answer_right();
        REQUIRE(scene.answers.size() == 2);
        CHECK(scene.answers[1].response.text == "2");
        CHECK(scene.answers[1].response.correct);
    }

    TEST_CASE("the snail is put where the finger lets go, or where it touches the path") {
        const Strip task{0, 10, {0, 10}, 5, 1, std::nullopt};
        QuestionScene scene(exercise_with(task, "5"), Band::GS);
        scene.wait(500);
        const Rect path = scene.question.mechanic().targets()[0].drawn;
        scene.tap({path.x + path.width * 0.8, path.centre().y});
        scene.wait(1500);
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "8");
        scene.answer_right();
        REQUIRE(scene.answers.size() == 2);
        CHECK(scene.answers[1].response.text == "5");
        CHECK(scene.answers[1].response.correct);
    }

    TEST_CASE("a wrist that rests at the foot of the book turns no page") {
        QuestionScene scene("story", "ms-1", 1);
        const Stage& stage = scene.question.stage();
        const Target book = scene.question.mechanic().targets().front();
        CHECK(book.drawn.bottom() + stage.sizes.margin <=
              stage.lane.bottom() - stage.sizes.palm_bottom + 0.001);
    }

    TEST_CASE("a story is read to its end before anything is asked") {
        Story task;
        task.right = 1;
        const PictureId picture = real_content().picture("1f431");
        for (int page = 0; page < 3; ++page)
            task.pages.push_back({SceneFace{{{picture, {0, 0, 1, 1}}}}, {real_content().voice("yes")}});
        task.question = {real_content().voice("touch_here")};
        Exercise exercise = exercise_with(task, "2");
        exercise.pieces = {numbered(1), numbered(2)};
        QuestionScene scene(exercise, Band::PS);
        scene.wait(800);
        for (int page = 0; page < 3; ++page) {
            CHECK(scene.question.mechanic().targets().size() == 1);
            tap(scene, 0);
        }
        REQUIRE(scene.question.mechanic().targets().size() == 2);
        tap(scene, 1);
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "2");
        CHECK(scene.answers[0].response.correct);
    }
}
