#include "engine/learner/learner.h"
#include "engine/learner/school_days.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>

using namespace mirabelle;

namespace {

const LearnerParameters numbers;

Evidence answer(bool correct, double difficulty = 0, double guess = 1.0 / 3, double weight = 1, int day = 0) {
    return {correct, difficulty, guess, weight, day};
}

SkillGraph two_skills() {
    return SkillGraph({{"a", "literacy", Band::MS, -0.5, {}}, {"b", "numeracy", Band::MS, 0.5, {0}}});
}

} // namespace

TEST_SUITE("engine/learner skill state") {
    TEST_CASE("a right answer raises what is believed, an error never does, and both tell something") {
        for (const double guess : {0.0, 0.1, 0.25, 1.0 / 3, 0.5})
            for (double difficulty = -4; difficulty <= 4; difficulty += 0.5)
                for (double mean = -3; mean <= 3; mean += 0.5) {
                    const Belief before{mean, 0.8};
                    CHECK(updated(before, answer(true, difficulty, guess), numbers).mean > mean);
                    CHECK(updated(before, answer(false, difficulty, guess), numbers).mean < mean);
                }
        const Belief stranger{0, 1.5};
        CHECK(updated(stranger, answer(true), numbers).variance < stranger.variance);
    }

    TEST_CASE("the easier to guess, the less a right answer tells") {
        double last = 10;
        for (const double guess : {0.0, 0.25, 1.0 / 3, 0.5}) {
            const double raised = updated({0, 1.5}, answer(true, 0, guess), numbers).mean;
            CHECK(raised < last);
            last = raised;
        }
    }

    TEST_CASE("what does not count changes nothing, what counts little changes little") {
        const Belief before{0.3, 0.7};
        const Belief nothing = updated(before, answer(true, 0, 0.25, 0), numbers);
        CHECK(nothing.mean == before.mean);
        CHECK(nothing.variance == before.variance);
        const double rapid = updated(before, answer(true, 0, 0.25, 0.3), numbers).mean - before.mean;
        const double usual = updated(before, answer(true, 0, 0.25, 1), numbers).mean - before.mean;
        CHECK(rapid > 0);
        CHECK(rapid < 0.5 * usual);
    }

    TEST_CASE("predictions lie between the guess and the slip, and follow the ability") {
        double last = 0;
        for (double mean = -6; mean <= 6; mean += 0.5) {
            const double p = predict({mean, 0.5}, 0, 0.25, numbers);
            CHECK(p > last);
            CHECK(p > 0.25);
            CHECK(p < 0.95);
            last = p;
        }
    }

    TEST_CASE(
        "acquired takes five answers on two days, and is seen again after two, four, eight school days") {
        SkillState state;
        state.belief = {2.5, 0.3};
        for (int i = 0; i < 6; ++i)
            learn(state, answer(true, 0, 0, 1, 10), 0, numbers);
        CHECK_FALSE(state.acquired);
        CHECK(mastery(state, 0, 10, numbers) == Mastery::on_the_way);
        int day = 11;
        for (const int wait : {2, 4, 8, 16, 30, 45, 45}) {
            learn(state, answer(true, 0, 0, 1, day), 0, numbers);
            REQUIRE(state.acquired);
            CHECK(state.due_day == day + wait);
            CHECK(mastery(state, 0, day + wait - 1, numbers) == Mastery::acquired);
            CHECK(mastery(state, 0, day + wait, numbers) == Mastery::to_review);
            day = state.due_day;
        }
        learn(state, answer(false, 0, 0, 1, day), 0, numbers); // a slip: it comes back soon
        CHECK(state.due_day == day + 2);
        for (int i = 0; i < 40 && state.acquired; ++i)
            learn(state, answer(false, 1, 0, 1, ++day), 0, numbers);
        CHECK_FALSE(state.acquired);
        CHECK(mastery(state, 0, day, numbers) == Mastery::to_review);
    }

    TEST_CASE("a clock that jumps neither forgets everything nor breaks anything") {
        SkillState state;
        state.belief = {0, 0.4};
        for (const int day : {10, 100'000, 11, -50'000, 12}) {
            learn(state, answer(true, 0, 0.25, 1, day), 0, numbers);
            CHECK(std::isfinite(state.belief.mean));
            CHECK(state.belief.variance <= 1.6);
        }
        CHECK(state.answers == 5);
        CHECK(state.last_day == 12);
    }

    TEST_CASE("school days stand still on Wednesdays and weekends, and rise with time") {
        constexpr std::int64_t day = 86'400'000;
        const std::int64_t monday = 4 * day; // 1970-01-05
        CHECK(school_day(monday + day) == school_day(monday) + 1);
        CHECK(school_day(monday + 2 * day) == school_day(monday + day));
        CHECK(school_day(monday + 3 * day) == school_day(monday) + 2);
        CHECK(school_day(monday + 6 * day) == school_day(monday + 4 * day));
        CHECK(school_day(monday + 7 * day) == school_day(monday) + 4);
        int last = school_day(-1000 * day);
        for (std::int64_t one = -999; one < 1000; ++one) {
            CHECK(school_day(one * day) >= last);
            last = school_day(one * day);
        }
    }

    TEST_CASE("what is seen in one skill lets expect another one") {
        const SkillGraph graph = two_skills();
        Learner weak(graph, Band::MS), strong(graph, Band::MS);
        for (int i = 0; i < 6; ++i) {
            weak.learn(0, answer(false, -2));
            strong.learn(0, answer(true, 1));
        }
        CHECK(weak.belief(1, 0).mean < -1.2);
        CHECK(strong.belief(1, 0).mean > -0.5);
        CHECK(strong.general().variance < numbers.general_variance);
    }

    TEST_CASE("an update takes less than twenty microseconds") {
        const SkillGraph graph = two_skills();
        Learner learner(graph, Band::MS);
        constexpr int updates = 20'000;
        const auto from = std::chrono::steady_clock::now();
        for (int i = 0; i < updates; ++i)
            learner.learn(static_cast<std::size_t>(i % 2),
                          answer(i % 3 != 0, 0.1 * (i % 20), 0.25, 1, i / 50));
        const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - from;
        CHECK(took.count() / updates < 20);
    }
}
