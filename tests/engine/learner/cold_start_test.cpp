// A child of whom nothing is known yet: soon it is asked what fits, however far it is from its age.
#include "engine/learner/plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace mirabelle;

namespace {

constexpr int questions_of_a_session = 20, questions_of_a_round = 5;

/// Two strands of ten skills; every skill needs the one before it in its strand.
struct School {
    School() {
        std::vector<GraphSkill> skills;
        for (std::size_t i = 0; i < 20; ++i) {
            GraphSkill skill{"skill_" + std::to_string(i),
                             i % 2 == 0 ? "literacy" : "numeracy",
                             Band::MS,
                             -1.0 + 0.15 * static_cast<double>(i),
                             {}};
            if (i >= 2)
                skill.needs.push_back(i - 2);
            skills.push_back(skill);
        }
        graph = SkillGraph(std::move(skills));
        for (std::size_t i = 0; i < graph.size(); ++i) {
            SkillOffer offer{i, {}};
            for (const double step : {-2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0})
                offer.levels.push_back({graph[i].reference + step, 1.0 / 3});
            offers.push_back(offer);
        }
    }
    SkillGraph graph;
    std::vector<SkillOffer> offers;
};

struct Question {
    SkillChoice choice;
    double difficulty = 0, hardest = 0; ///< logits; of the skill's levels
    bool correct = false;
    bool both_strands = true; ///< lay on the cards of its round
};

/// Two sessions of a child who is right at whatever is not harder than its ability.
std::vector<Question> first_sessions(const School& school, double ability, std::uint64_t seed) {
    Learner learner(school.graph, Band::MS);
    Random random(seed);
    std::vector<Question> asked;
    for (int day = 0; day < 2; ++day) {
        Course course;
        SkillChoice choice;
        int left_in_round = 0;
        bool literacy = false, numeracy = false;
        for (int left = questions_of_a_session; left > 0; --left, --left_in_round) {
            const Plan plan(learner, school.offers, Band::MS, day);
            if (left_in_round == 0 || course.avoid == choice.skill) {
                const auto cards = plan.skills(course, 3, random);
                literacy = numeracy = false;
                for (const SkillChoice& card : cards)
                    (card.skill % 2 == 0 ? literacy : numeracy) = true;
                choice = random.pick(cards);
                left_in_round = plan.questions(choice) > 0 ? plan.questions(choice) : questions_of_a_round;
            }
            const auto& levels = school.offers[choice.skill].levels;
            const LevelOffer& level = levels[plan.level(choice, levels, course,
                                                        left == 1 ? Plan::Place::last : Plan::Place::within)];
            const bool correct = level.difficulty <= ability;
            asked.push_back(
                {choice, level.difficulty, levels.back().difficulty, correct, literacy && numeracy});
            learner.learn(choice.skill, {correct, level.difficulty, level.guess, 1, day});
            note(course, choice, correct, {});
        }
    }
    return asked;
}

int most_wrong_in_row(const std::vector<Question>& asked) {
    int most = 0, now = 0;
    for (const Question& question : asked) {
        now = question.correct ? 0 : now + 1;
        most = std::max(most, now);
    }
    return most;
}

} // namespace

TEST_SUITE("engine/learner cold start") {
    TEST_CASE("a child far above its age meets hard levels before its second session is over") {
        const School school;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto asked = first_sessions(school, 4, seed);
            // The second half of the second session, but for its last question, which is easy.
            const auto late = std::count_if(asked.end() - 11, asked.end() - 1, [](const Question& question) {
                return question.hardest - question.difficulty <= 0.5;
            });
            CHECK(late >= 6);
            // And yet it began with something easy.
            CHECK(asked.front().difficulty < -2);
        }
    }

    TEST_CASE("a child far below its age is not shown what it fails more than twice running") {
        const School school;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto asked = first_sessions(school, -2.6, seed);
            CHECK(most_wrong_in_row(asked) <= 2);
            CHECK(std::count_if(asked.begin(), asked.end(), [](const Question& question) {
                      return question.correct;
                  }) >= questions_of_a_session);
        }
    }

    TEST_CASE("a child of its age is asked what it mostly knows, and both sessions begin and end well") {
        const School school;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto asked = first_sessions(school, -0.8, seed);
            CHECK(most_wrong_in_row(asked) <= 2);
            for (const std::size_t place : {0u, 19u, 20u, 39u})
                CHECK(asked[place].correct);
            CHECK(std::all_of(asked.begin(), asked.end(),
                              [](const Question& one) { return one.both_strands; }));
        }
    }

    TEST_CASE(
        "who succeeds at what is hard is believed to hold what it needs, and who fails loses nothing by it") {
        const School school;
        constexpr std::size_t need = 4, built = 6, elsewhere = 7;
        Learner good(school.graph, Band::MS), weak(school.graph, Band::MS);
        for (int i = 0; i < 12; ++i) {
            good.learn(built, {true, school.graph[built].reference + 1, 0, 1, 0});
            weak.learn(built, {false, school.graph[built].reference - 2, 0, 1, 0});
        }
        CHECK(good.has_base(need, 0));
        CHECK(good.belief(need, 0).mean > good.belief(elsewhere, 0).mean);
        CHECK(good.belief(need, 0).variance < good.belief(elsewhere, 0).variance);
        CHECK(good.state(need).answers == 0); // believed, and still not seen
        CHECK(good.mastery(need, 0) == Mastery::unseen);
        CHECK(weak.belief(need, 0).mean == weak.belief(elsewhere, 0).mean);
    }

    TEST_CASE("what one skill tells of a child reaches the others, the more the less is known of them") {
        const School school;
        Learner learner(school.graph, Band::MS);
        const auto answer = [&](std::size_t skill, bool correct, int times) {
            for (int i = 0; i < times; ++i)
                learner.learn(skill, {correct, -0.8, 0, 1, 0});
        };
        answer(0, true, 1);
        answer(1, true, 30);
        const double little = learner.belief(0, 0).mean, much = learner.belief(1, 0).mean;
        answer(3, true, 6);
        CHECK(learner.belief(0, 0).mean - little > 0);
        CHECK(learner.belief(0, 0).mean - little > learner.belief(1, 0).mean - much);
        // No error raises anything, and no belief grows surer than it can be.
        for (int i = 0; i < 200; ++i) {
            std::vector<double> before;
            for (std::size_t skill = 0; skill < school.graph.size(); ++skill)
                before.push_back(learner.belief(skill, 0).mean);
            answer(static_cast<std::size_t>(i % 5), i % 3 != 0, 1);
            for (std::size_t skill = 0; skill < school.graph.size(); ++skill) {
                CHECK(learner.belief(skill, 0).variance > 0);
                if (i % 3 == 0)
                    CHECK(learner.belief(skill, 0).mean <= before[skill] + 1e-12);
            }
        }
        CHECK(learner.general().variance > 0);
    }
}
