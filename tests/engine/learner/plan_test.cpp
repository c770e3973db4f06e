#include "engine/learner/plan.h"

#include <doctest/doctest.h>

#include <chrono>
#include <set>

using namespace mirabelle;

namespace {

/// Two strands of `length` skills each; every skill needs the one before it in its strand.
struct School {
    explicit School(std::size_t length) {
        std::vector<GraphSkill> skills;
        for (std::size_t i = 0; i < 2 * length; ++i) {
            GraphSkill skill{"skill_" + std::to_string(i),
                             i % 2 == 0 ? "literacy" : "numeracy",
                             Band::MS,
                             -1.0 + 0.1 * static_cast<double>(i),
                             {}};
            if (i >= 2)
                skill.needs.push_back(i - 2);
            skills.push_back(skill);
        }
        graph = SkillGraph(std::move(skills));
        for (std::size_t i = 0; i < 2 * length; ++i) {
            SkillOffer offer{i, {}};
            for (const double step : {-2.0, -1.0, -0.5, 0.0, 0.5, 1.0})
                offer.levels.push_back({graph[i].reference + step, 1.0 / 3});
            offers.push_back(offer);
        }
    }
    Plan plan(const Learner& learner, int day = 0, const PlanWishes& wishes = {}) const {
        return Plan(learner, offers, Band::MS, day, wishes);
    }
    void teach(Learner& learner, std::size_t skill, int answers, bool right, int day) const {
        for (int i = 0; i < answers; ++i)
            learner.learn(skill, {right, graph[skill].reference + 1, 1.0 / 3, 1, day});
    }

    SkillGraph graph;
    std::vector<SkillOffer> offers;
};

} // namespace

TEST_SUITE("engine/learner plan") {
    TEST_CASE("what is new waits for what it needs, and few skills are open at a time") {
        const School school(10);
        Learner learner(school.graph, Band::MS);
        for (std::uint64_t seed = 1; seed < 30; ++seed) {
            Random random(seed);
            for (const SkillChoice& choice : school.plan(learner).skills({}, 2, random))
                CHECK(choice.skill < 2);
        }
        school.teach(learner, 0, 12, false, 0);
        CHECK_FALSE(school.plan(learner).ready(2));
        school.teach(learner, 1, 14, true, 0);
        CHECK(school.plan(learner).ready(3));
    }

    TEST_CASE("the first question of a session is easy, the next ones less, and after failures easy again") {
        const School school(4);
        Learner learner(school.graph, Band::MS);
        school.teach(learner, 0, 6, true, 0);
        const Plan plan = school.plan(learner, 1);
        const SkillChoice choice{0, Why::open};
        const auto difficulty = [&](const Course& course, Plan::Place place) {
            return school.offers[0]
                .levels[plan.level(choice, school.offers[0].levels, course, place)]
                .difficulty;
        };
        Course begun;
        begun.answered = 3;
        const double within = difficulty(begun, Plan::Place::within);
        CHECK(difficulty({}, Plan::Place::within) < within);
        CHECK(difficulty(begun, Plan::Place::last) < within);
        begun.wrong_in_row = 2;
        CHECK(difficulty(begun, Plan::Place::within) < within);
    }

    TEST_CASE("after three failures in a row another skill comes") {
        const School school(4);
        const Learner learner(school.graph, Band::MS);
        Course course;
        for (int i = 0; i < 3; ++i)
            note(course, {0, Why::fresh}, false, {});
        Random random(1);
        const auto choices = school.plan(learner).skills(course, 1, random);
        REQUIRE_FALSE(choices.empty());
        CHECK(choices.front().skill != 0);
    }

    TEST_CASE("what was acquired comes back when it is due, and not sooner") {
        const School school(4);
        Learner learner(school.graph, Band::MS);
        school.teach(learner, 0, 30, true, 0);
        school.teach(learner, 0, 2, true, 1);
        REQUIRE(learner.state(0).acquired);
        const auto first = [&](int day) {
            Random random(2);
            return school.plan(learner, day).skills({}, 1, random).front();
        };
        CHECK(first(1).skill != 0);
        const SkillChoice due = first(learner.state(0).due_day);
        CHECK(due.skill == 0);
        CHECK(due.why == Why::review);
    }

    TEST_CASE("a teacher's goals come first, and what she takes out never comes") {
        const School school(6);
        const Learner learner(school.graph, Band::MS);
        Random random(3);
        PlanWishes wishes;
        wishes.goals = {7};
        wishes.excluded = {0};
        const auto choices = school.plan(learner, 0, wishes).skills({}, 12, random);
        REQUIRE(choices.size() == 11);
        CHECK(choices.front().skill == 7);
        CHECK(choices.front().why == Why::wished);
        for (const SkillChoice& choice : choices)
            CHECK(choice.skill != 0);
    }

    TEST_CASE("a child far below its column is led to what it lacks, in the column before") {
        std::vector<GraphSkill> skills{{"young", "numeracy", Band::PS, -2.5, {}},
                                       {"own", "numeracy", Band::MS, 0, {0}}};
        const SkillGraph graph(skills);
        const std::vector<SkillOffer> offers{{0, {{-3, 0.5}, {-2, 0.5}}}, {1, {{-0.5, 0.25}, {0.5, 0.25}}}};
        Learner learner(graph, Band::MS);
        Random random(4);
        CHECK(Plan(learner, offers, Band::MS, 0).skills({}, 1, random).front().skill == 1);
        for (int i = 0; i < 6; ++i)
            learner.learn(1, {false, -0.5, 0.25, 1, 0});
        const SkillChoice next = Plan(learner, offers, Band::MS, 0).skills({}, 1, random).front();
        CHECK(next.skill == 0);
        CHECK(next.why == Why::support);
    }

    TEST_CASE("a plan over a hundred and fifty skills takes less than a millisecond") {
        const School school(75);
        Learner learner(school.graph, Band::MS);
        for (std::size_t skill = 0; skill < school.graph.size(); ++skill)
            school.teach(learner, skill, 5, skill % 3 != 0, static_cast<int>(skill));
        Random random(5);
        constexpr int plans = 50;
        const auto from = std::chrono::steady_clock::now();
        std::size_t chosen = 0;
        for (int i = 0; i < plans; ++i)
            chosen += school.plan(learner, 160).skills({}, 3, random).size();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - from;
        CHECK(chosen == 3 * plans);
        CHECK(took.count() / plans < 1);
    }
}
