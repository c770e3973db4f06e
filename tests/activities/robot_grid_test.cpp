// The robot in its garden: there is one way over the stones, what the arrows say is walked, and a touch ends
// the walk.
#include "activities/robot_grid/garden.h"
#include "tests/support/question_scene.h"
#include "tests/support/recording_canvas.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

std::vector<Target> targets_of(const QuestionScene& scene, Target::Kind kind) {
    std::vector<Target> found;
    for (const Target& target : scene.question.mechanic().targets())
        if (target.kind == kind)
            found.push_back(target);
    return found;
}

/// Sees nothing but where one picture is drawn.
class WatchingCanvas final : public Canvas {
  public:
    explicit WatchingCanvas(PictureId watched) : watched_(watched) {}

    void set_area(Point, Rect) override {}
    void backdrop(PictureId, Rect) override {}
    void picture(PictureId picture, Rect where, const Pose& pose) override {
        if (picture == watched_)
            at = where.centre() + pose.shift;
    }
    void card(Rect, double, Colour, const Pose&) override {}
    void shadow(Rect, double, const Pose&) override {}
    void disc(Point, double, Colour, const Pose&) override {}
    void stroke(std::span<const Point>, double, Colour) override {}
    void text(std::string_view, Point, const TextStyle&, const Pose&) override {}
    double text_width(std::string_view, const TextStyle&) override { return 1; }

    Point at;

  private:
    PictureId watched_;
};

/// A garden in which the way turns once: right, right, down.
Exercise round_a_corner() {
    Exercise exercise = exercise_of(activity_named("robot_grid"), level_named("robot_grid", "gs-2"), 1);
    auto& task = std::get<Order>(exercise.task);
    const auto arrow = [](Move move) {
        const std::string name(name_of(move));
        return Piece{name, PictureFace{real_content().picture(name)}};
    };
    exercise.pieces.clear();
    for (const Move move : {Move::right, Move::right, Move::down, Move::down})
        exercise.pieces.push_back(arrow(move));
    task.slots.clear();
    for (const char* wanted : {"move_right", "move_right", "move_down"})
        task.slots.push_back({wanted, std::nullopt});
    task.walk->from = {0.02, 0.02, 0.28, 0.28};
    exercise.expected = "move_right move_right move_down";
    exercise.errors.clear();
    return exercise;
}

void tap_pieces(QuestionScene& scene, std::initializer_list<std::size_t> which) {
    const auto pieces = targets_of(scene, Target::Kind::piece);
    for (const std::size_t i : which) {
        scene.tap(pieces[i].drawn.centre());
        scene.wait(350);
    }
}

} // namespace

TEST_SUITE("activities/robot grid") {
    TEST_CASE("stones touch only the ones before and after them, so that one way leads to the goal") {
        for (const int side : {3, 4, 5})
            for (std::uint64_t seed = 1; seed <= 300; ++seed) {
                Random random(seed);
                const int moves = side == 3 ? 3 : 5, bends = side == 3 ? 1 : 3;
                const StoneGarden garden = draw_garden(side, moves, bends, random);
                CAPTURE(seed);
                const auto stones = garden.stones();
                REQUIRE(static_cast<int>(garden.way.size()) == moves);
                int turns = 0;
                for (std::size_t i = 1; i < garden.way.size(); ++i)
                    turns += garden.way[i] != garden.way[i - 1];
                CHECK(turns == bends);
                for (std::size_t i = 0; i < stones.size(); ++i) {
                    CHECK(stones[i].column >= 0);
                    CHECK(stones[i].row >= 0);
                    CHECK(stones[i].column < side);
                    CHECK(stones[i].row < side);
                    for (std::size_t j = i + 1; j < stones.size(); ++j)
                        CHECK((std::abs(stones[i].column - stones[j].column) +
                                   std::abs(stones[i].row - stones[j].row) ==
                               1) == (j == i + 1));
                }
            }
    }

    TEST_CASE("the answer is given when the row is full; the walk is only seen") {
        QuestionScene scene(round_a_corner(), Band::GS);
        scene.wait(500);
        tap_pieces(scene, {0, 1});
        CHECK(scene.answers.empty());
        scene.tap(targets_of(scene, Target::Kind::piece)[0].drawn.centre());
        scene.wait(20);
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.correct);
        CHECK(scene.question.mechanic().moving());
        scene.wait(700); // two steps are walked
        CHECK(scene.question.mechanic().moving());
        CHECK(scene.question.outcome() == QuestionOutcome::playing);
        scene.wait_for_end(8000);
        CHECK(scene.question.outcome() == QuestionOutcome::answered);
    }

    TEST_CASE("a wrong arrow is walked too; those before it stay, it and those after it go home") {
        QuestionScene scene(round_a_corner(), Band::GS);
        scene.wait(500);
        tap_pieces(scene, {0, 2, 1});
        REQUIRE(scene.answers.size() == 1);
        CHECK(scene.answers[0].response.text == "move_right move_down move_right");
        CHECK(scene.answers[0].error == "wrong_order");
        CHECK(scene.question.mechanic().moving());
        scene.wait(3000);
        CHECK_FALSE(scene.question.mechanic().moving());
        CHECK(targets_of(scene, Target::Kind::place).size() == 2);
        CHECK(targets_of(scene, Target::Kind::piece).size() == 3);
        scene.answer_right();
        REQUIRE(scene.answers.size() == 2);
        CHECK(scene.answers[1].response.correct);
    }

    TEST_CASE("a touch ends the walk at once, and means what it touches") {
        QuestionScene scene(round_a_corner(), Band::GS);
        scene.wait(500);
        tap_pieces(scene, {2, 0, 1});
        REQUIRE(scene.answers.size() == 1);
        scene.wait(100);
        scene.answer_right();
        REQUIRE(scene.answers.size() == 2);
        CHECK(scene.answers[1].response.correct);
    }

    TEST_CASE("the robot comes to the stones, and back to where it stood") {
        const auto walked = [](Movement movement, std::initializer_list<std::size_t> taps) {
            Access access;
            access.movement = movement;
            QuestionScene scene(round_a_corner(), Band::GS, access);
            const PictureId robot = std::get<Order>(scene.question.exercise().task).walk->walker;
            std::vector<Point> seen;
            const auto look = [&] {
                WatchingCanvas canvas(robot);
                scene.question.mechanic().draw(canvas);
                seen.push_back(canvas.at);
            };
            scene.wait(500);
            look();
            tap_pieces(scene, taps);
            for (int i = 0; i < 300; ++i, scene.wait(tick_length))
                look();
            return seen;
        };
        for (const Movement movement : {Movement::full, Movement::reduced}) {
            const auto right = walked(movement, {0, 1, 2});
            CHECK(right.back().x > right.front().x + 5);
            CHECK(right.back().y > right.front().y + 2);
            const auto wrong = walked(movement, {2, 0, 1}); // down first
            CHECK(distance(wrong.back(), wrong.front()) < 0.5);
            std::set<double> places;
            for (const Point at : right)
                places.insert(std::round(10 * at.x));
            CHECK((places.size() > 6) == (movement == Movement::full)); // where it is reduced it jumps
        }
    }

    TEST_CASE("the same seed and the same fingers walk the same") {
        const auto played = [] {
            QuestionScene scene("robot_grid", "gs-5", 12);
            scene.wait(500);
            scene.answer_wrong();
            scene.wait(900);
            scene.answer_right();
            scene.wait(700);
            return look_of(scene.question);
        };
        CHECK(played() == played());
    }
}
