// What a child's own modes make of numbers, of the stage and of what is asked.
#include "activities/mechanics/piece_view.h"
#include "tests/support/question_scene.h"
#include "tests/support/recording_canvas.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

const Exercise& four_letters() {
    static const Exercise exercise =
        exercise_of(activity_named("listen_and_touch"), level_named("listen_and_touch", "gs-5"), 3);
    return exercise;
}
const Exercise& market() {
    static const Exercise exercise =
        exercise_of(activity_named("give_me"), level_named("give_me", "ms-1"), 2);
    return exercise;
}

std::vector<Target> targets_of(const Exercise& exercise, Band band, const Access& access) {
    return QuestionScene(exercise, band, access).question.mechanic().targets();
}

} // namespace

TEST_SUITE("engine/access") {
    TEST_CASE("every way of playing comes back from its words and from its bits") {
        for (std::uint64_t bits = 0; bits < 32; ++bits) {
            auto access = access_of_bits(bits);
            REQUIRE(access);
            CHECK(bits_of(*access) == bits);
            if (access->scans())
                access->scan_step = 1400;
            CHECK(access_of_words(words_of(*access)) == *access);
            CHECK(words_of(*access).empty() == (bits == 0));
        }
        CHECK_FALSE(access_of_bits(32));
        CHECK_FALSE(access_of_bits(UINT64_MAX));
    }

    TEST_CASE("words that nobody wrote are as usual") {
        for (const char* words : {"", " ", "  ", "tall", "LEFT", "left_handed", "switch", "=", "large_"})
            CHECK(access_of_words(words) == Access());
        CHECK(access_of_words("tall left  old").hand == Hand::left);
        CHECK(access_of_words("switch=").scans());
        CHECK(access_of_words("switch=-5").scan_step == 0);
        CHECK(access_of_words("switch=99999999999999999999").scan_step == 0);
        CHECK(access_of_words("switch=900000").scan_step == 60'000);
    }

    TEST_CASE("where nothing is set numbers, stage and question are exactly the usual ones") {
        const Easing& easing = real_content().easing();
        for (const Band band : all_bands) {
            const TouchSizes &usual = real_content().sizes(band), same = eased(usual, {}, easing);
            CHECK(same.target == usual.target);
            CHECK(same.guard == usual.guard);
            CHECK(same.enlarged == 1);
            CHECK(same.slowed == 1);
        }
        const Stage usual = stage_for(Band::GS), same = stage_for(Band::GS, four_letters(), {});
        CHECK(same.mascot == usual.mascot);
        CHECK(same.field == usual.field);
        CHECK(eased(four_letters(), {}, real_content().sizes(Band::GS)).pieces.size() == 4);
    }

    TEST_CASE(
        "large targets are larger in everything a hand aims at; slow is longer in everything that waits") {
        const Easing& easing = real_content().easing();
        CHECK(easing.large_targets == doctest::Approx(1.4));
        const TouchSizes& usual = real_content().sizes(Band::MS);
        const TouchSizes large = eased(usual, large_targets(), easing);
        CHECK(large.target == doctest::Approx(usual.target * 1.4));
        CHECK(large.margin == doctest::Approx(usual.margin * 1.4));
        CHECK(large.snap == doctest::Approx(usual.snap * 1.4));
        CHECK(large.corridor == doctest::Approx(usual.corridor * 1.4));
        CHECK(large.tap_travel == doctest::Approx(usual.tap_travel * 1.4));
        CHECK(large.gap == usual.gap);
        CHECK(large.guard == usual.guard);
        const TouchSizes later = eased(usual, slow(), easing);
        CHECK(later.guard > usual.guard);
        CHECK(later.lost_contact > usual.lost_contact);
        CHECK(later.idle_step > usual.idle_step);
        CHECK(later.bounce > usual.bounce);
        CHECK(later.slow(1000) == 1750);
        CHECK(later.target == usual.target);
    }

    TEST_CASE("settled modes are whole, within bounds, and without what has no effect") {
        const Easing& easing = real_content().easing();
        CHECK(settled(one_switch(), Movement::full, easing).scan_step == easing.scan_step);
        Access hasty = one_switch();
        hasty.scan_step = 1;
        CHECK(settled(hasty, Movement::full, easing).scan_step == easing.scan_step_least);
        hasty.input = Input::fingers;
        CHECK(settled(hasty, Movement::full, easing) == Access());
        CHECK(settled({}, Movement::reduced, easing).movement == Movement::reduced);
        CHECK(settled({.movement = Movement::reduced}, Movement::full, easing).movement == Movement::reduced);
    }

    TEST_CASE("for the left-handed mascot and bell change sides, ear and door stay, and nothing is mirrored "
              "twice") {
        const Stage right = stage_for(Band::MS, market(), {}),
                    left = stage_for(Band::MS, market(), left_handed());
        CHECK(left.ear == right.ear);
        CHECK(left.door == right.door);
        CHECK(left.mascot.x == doctest::Approx(right.lane.width - right.mascot.right()));
        CHECK(left.mascot.y == right.mascot.y);
        const auto targets = targets_of(market(), Band::MS, {}),
                   mirrored = targets_of(market(), Band::MS, left_handed());
        REQUIRE(targets.size() == mirrored.size());
        for (std::size_t i = 0; i < targets.size(); ++i) {
            CHECK(mirrored[i].drawn.x == doctest::Approx(right.lane.width - targets[i].drawn.right()));
            CHECK(mirrored[i].drawn.y == doctest::Approx(targets[i].drawn.y));
        }
        CHECK(targets[1].drawn.x > targets[0].drawn.x); // bell right of the plate
        CHECK(mirrored[1].drawn.x < mirrored[0].drawn.x);
        // What is read from left to right stays so: letters, numerals, the strokes of a digit.
        const auto letters = targets_of(four_letters(), Band::GS, {}),
                   same = targets_of(four_letters(), Band::GS, left_handed());
        for (std::size_t i = 0; i < letters.size(); ++i)
            CHECK(same[i].drawn == letters[i].drawn);
        const Exercise digit =
            exercise_of(activity_named("trace_digit"), level_named("trace_digit", "ms-1"), 1);
        CHECK(QuestionScene(digit, Band::MS, left_handed()).question.mechanic().solution().front().point ==
              QuestionScene(digit, Band::MS, Access()).question.mechanic().solution().front().point);
    }

    TEST_CASE("the helping hand comes from the side of the child's own hand") {
        QuestionScene right(market(), Band::MS, Access(), QuestionMode::guided);
        QuestionScene left(market(), Band::MS, left_handed(), QuestionMode::guided);
        right.wait(600);
        left.wait(600);
        CHECK(right.question.shows_hand());
        CHECK(left.question.shows_hand());
        CHECK(real_content().picture("hand_left") != real_content().picture("hand"));
        CHECK(look_of(right.question) != look_of(left.question));
    }

    TEST_CASE("who needs large targets chooses between fewer, and one of them is right") {
        for (const Activity& activity : every_activity())
            for (const Level& level : real_content().levels(activity.id))
                for (std::uint64_t seed = 1; seed <= 20; ++seed) {
                    CAPTURE(activity.id);
                    CAPTURE(level.id);
                    CAPTURE(seed);
                    const TouchSizes& sizes = real_content().sizes(level.band);
                    const Exercise usual = exercise_of(activity, level, seed);
                    const Exercise fewer = eased(usual, large_targets(), sizes);
                    CHECK(fewer.item == usual.item);
                    CHECK(fewer.options <= usual.options);
                    if (fewer.options != usual.options)
                        CHECK(fewer.options == sizes.choices_least);
                    const auto* choose = std::get_if<Choose>(&fewer.task);
                    if (choose != nullptr && fewer.scoring == Scoring::counts) {
                        CHECK(fewer.pieces.at(choose->right).label == fewer.expected);
                        CHECK(static_cast<int>(fewer.pieces.size()) == fewer.options);
                    }
                    if (const auto* count = std::get_if<TapCount>(&fewer.task))
                        CHECK(count->numerals.at(count->right).label == fewer.expected);
                }
    }

    TEST_CASE("a slow child is waited for longer, and shown more slowly") {
        QuestionScene usual(four_letters(), Band::GS, Access()), later(four_letters(), Band::GS, slow());
        const auto until_help = [](QuestionScene& scene) {
            while (scene.question.moment() != Moment::help)
                scene.wait(tick_length);
            const Milliseconds began = scene.now;
            while (scene.question.moment() == Moment::help)
                scene.wait(tick_length);
            return std::pair(began, scene.now - began);
        };
        const auto [soon, brief] = until_help(usual);
        const auto [late, lengthy] = until_help(later);
        CHECK(late - soon == doctest::Approx(7500 * 0.75).epsilon(0.02));
        CHECK(static_cast<double>(lengthy) > static_cast<double>(brief) * 1.4);
    }

    TEST_CASE("where movement is reduced nothing is shifted or stretched, and all takes the same time") {
        Access still;
        still.movement = Movement::reduced;
        QuestionScene usual(market(), Band::MS, Access()), reduced(market(), Band::MS, still);
        const Rect home = usual.question.mechanic().targets()[2].drawn;
        for (QuestionScene* scene : {&usual, &reduced}) {
            scene->wait(500);
            scene->answer_wrong();
            scene->wait(800);
            scene->answer_right();
            scene->wait_for_end();
        }
        REQUIRE(usual.answers.size() == reduced.answers.size());
        for (std::size_t i = 0; i < usual.answers.size(); ++i)
            CHECK(usual.answers[i].duration == reduced.answers[i].duration);
        CHECK(usual.now == reduced.now);
        PieceView piece(home, Movement::reduced);
        piece.fly_to(home.centre() + Point{50, 0});
        piece.shine();
        for (int tick = 0; tick < 60; ++tick) {
            CHECK(piece.pose().stretch_x == 1);
            CHECK(piece.pose().shift.x == doctest::Approx(50));
            CHECK(piece.pose().shift.y == doctest::Approx(0));
            piece.tick();
        }
        CHECK(piece.pose().opacity == doctest::Approx(1));
    }
}
