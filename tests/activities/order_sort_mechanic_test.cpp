// How fingers put things in order and into baskets: dragging, tapping, taking back, and what a wrong answer
// leaves on the stage.
#include "engine/sort_text.h"
#include "tests/support/question_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

std::vector<Target> targets_of(const QuestionScene& scene, Target::Kind kind) {
    std::vector<Target> found;
    for (const Target& target : scene.question.mechanic().targets())
        if (target.kind == kind)
            found.push_back(target);
    return found;
}
std::size_t lying(const QuestionScene& scene) { return targets_of(scene, Target::Kind::piece).size(); }
Rect place(const QuestionScene& scene, std::size_t i) {
    return targets_of(scene, Target::Kind::place)[i].drawn;
}

/// Where the first piece that lies below is labelled so.
Point lies(const QuestionScene& scene, const std::string& label) {
    const auto& pieces = scene.question.exercise().pieces;
    const auto targets = targets_of(scene, Target::Kind::piece);
    REQUIRE(targets.size() == pieces.size()); // nothing has been taken yet
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (pieces[i].label == label)
            return targets[i].drawn.centre();
    FAIL("there is no such piece");
    return {};
}

void drag(QuestionScene& scene, Point from, Point to) {
    Gesture gesture;
    add_drag(gesture, from, to);
    scene.perform(gesture);
    scene.wait(350);
}

/// "a b a", with "c" left over.
Exercise three_in_a_row() {
    Exercise exercise;
    exercise.skill = "patterns_ms";
    exercise.item = exercise.expected = "a b a";
    exercise.prompt = {real_content().voice("touch_here")};
    exercise.praise = {real_content().voice("yes")};
    for (const char* letter : {"a", "b", "a", "c"})
        exercise.pieces.push_back({letter, WritingFace{letter}});
    Order task;
    task.scene = OrderScene::slate;
    for (const char* letter : {"a", "b", "a"})
        task.slots.push_back({letter, std::nullopt});
    exercise.task = std::move(task);
    return exercise;
}

/// Two apples for one, a pear for the other.
Exercise two_baskets(SortCheck check) {
    Exercise exercise = three_in_a_row();
    for (Piece& piece : exercise.pieces)
        piece.face = PictureFace{real_content().picture("1f34e")};
    Sort task;
    task.check = check;
    const Face sign = PictureFace{real_content().picture("basket")};
    task.baskets = {{"left", sign, {}, {"a", "a"}}, {"right", sign, {}, {"b"}}};
    exercise.expected = sort_text(task);
    exercise.task = std::move(task);
    return exercise;
}

QuestionScene scene_of(const Exercise& exercise) { return QuestionScene(exercise, Band::MS); }

} // namespace

TEST_SUITE("activities/order and sort") {
    TEST_CASE("a tap alone sends a piece to the first free place, and the last one answers") {
        QuestionScene scene = scene_of(three_in_a_row());
        scene.wait(500);
        const Point b = lies(scene, "b");
        const auto pieces = targets_of(scene, Target::Kind::piece);
        for (const std::size_t i : {0u, 1u}) {
            scene.tap(pieces[i].drawn.centre());
            scene.wait(350);
        }
        CHECK(b == pieces[1].drawn.centre());
        CHECK(lying(scene) == 2);
        CHECK(scene.answers.empty());
        scene.tap(pieces[2].drawn.centre());
        scene.wait(50);
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "a b a");
        CHECK(scene.answers[0].response.correct);
    }

    TEST_CASE("who taps a piece and then another place puts it there; a place that was meant keeps it") {
        QuestionScene scene = scene_of(three_in_a_row());
        scene.wait(500);
        scene.tap(lies(scene, "b"));
        scene.wait(350);
        scene.tap(place(scene, 1).centre());
        scene.wait(350);
        CHECK(lying(scene) == 3);
        scene.tap(place(scene, 1).centre()); // at once after it arrived: the same touch once more
        scene.wait(1000);
        CHECK(lying(scene) == 3);
        scene.tap(place(scene, 1).centre()); // later: it is taken back
        scene.wait(500);
        CHECK(lying(scene) == 4);
    }

    TEST_CASE("a piece can be dragged to any place, from place to place, and off") {
        QuestionScene scene = scene_of(three_in_a_row());
        scene.wait(500);
        drag(scene, lies(scene, "c"), place(scene, 2).centre());
        CHECK(lying(scene) == 3);
        drag(scene, place(scene, 2).centre(), place(scene, 0).centre());
        CHECK(lying(scene) == 3);
        const Rect first = place(scene, 0);
        drag(scene, first.centre(), {first.centre().x, first.y - 2 * scene.question.stage().sizes.snap});
        scene.wait(600);
        CHECK(lying(scene) == 4);
        CHECK(scene.answers.empty());
    }

    TEST_CASE("after a wrong row right pieces stay and wrong ones go home; which error it was is told") {
        QuestionScene scene = scene_of(three_in_a_row());
        scene.wait(500);
        const auto pieces = targets_of(scene, Target::Kind::piece);
        for (const std::size_t i : {0u, 1u, 3u}) {
            scene.tap(pieces[i].drawn.centre());
            scene.wait(350);
        }
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "a b c");
        CHECK(scene.answers[0].error == "wrong_piece");
        scene.wait(600);
        CHECK(lying(scene) == 2);
        CHECK(targets_of(scene, Target::Kind::place).size() == 1); // the others are done
        scene.tap(pieces[2].drawn.centre());
        scene.wait(50);
        REQUIRE(scene.answers.size() == 2);
        CHECK(scene.answers[1].response.correct);
    }

    TEST_CASE("the right pieces in another order are told from other pieces") {
        QuestionScene scene = scene_of(three_in_a_row());
        scene.wait(500);
        const auto pieces = targets_of(scene, Target::Kind::piece);
        for (const std::size_t i : {1u, 0u, 2u}) {
            scene.tap(pieces[i].drawn.centre());
            scene.wait(350);
        }
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "b a a");
        CHECK(scene.answers[0].error == "wrong_order");
    }

    TEST_CASE("a thing in a wrong basket goes home, in a right one it stays; the last one answers") {
        QuestionScene scene = scene_of(two_baskets(SortCheck::each_piece));
        scene.wait(500);
        const auto pieces = targets_of(scene, Target::Kind::piece);
        drag(scene, lies(scene, "b"), place(scene, 0).centre());
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "b>left");
        CHECK(scene.answers[0].error == "wrong_basket");
        scene.wait(600);
        CHECK(lying(scene) == 4);
        drag(scene, pieces[0].drawn.centre(), place(scene, 0).centre());
        drag(scene, place(scene, 0).centre(), place(scene, 1).centre()); // it is done, and stays
        CHECK(lying(scene) == 3);
        scene.tap(pieces[1].drawn.centre()); // tap, tap does the same
        scene.wait(350);
        scene.tap(place(scene, 1).centre());
        scene.wait(350);
        CHECK(scene.answers.size() == 1);
        drag(scene, pieces[2].drawn.centre(), place(scene, 0).centre());
        REQUIRE(scene.answers.size() == 2);
        CHECK(scene.answers[1].response.text == "left:a,a right:b");
        CHECK(scene.answers[1].response.correct);
    }

    TEST_CASE("until the bell rings anything may lie anywhere, and be taken back") {
        QuestionScene scene = scene_of(two_baskets(SortCheck::at_bell));
        scene.wait(500);
        const auto pieces = targets_of(scene, Target::Kind::piece);
        const Point bell = targets_of(scene, Target::Kind::control)[0].drawn.centre();
        drag(scene, pieces[0].drawn.centre(), place(scene, 1).centre());
        CHECK(scene.answers.empty());
        scene.tap(bell);
        scene.wait(500);
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "left: right:a");
        CHECK(scene.answers[0].error == "unequal_shares");
        CHECK(lying(scene) == 3); // all stays, to be put right
        scene.answer_right();
        REQUIRE(scene.answers.size() == 2);
        CHECK(scene.answers[1].response.correct);
        CHECK(lying(scene) == 1);
    }

    TEST_CASE("rows and baskets are filled with one switch alone") {
        for (const Exercise& exercise :
             {three_in_a_row(), two_baskets(SortCheck::each_piece), two_baskets(SortCheck::at_bell)}) {
            QuestionScene scene(exercise, Band::MS, one_switch());
            CHECK(scene.answer_by_switch(300'000));
            REQUIRE_FALSE(scene.answers.empty());
            CHECK(scene.answers.back().response.correct);
            CHECK(scene.answers.back().help == HelpLevel::none);
        }
    }
}
