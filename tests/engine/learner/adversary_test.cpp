#include "engine/learner/plan.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

/// Plays 600 answers on thirty days as the plan proposes, each right with that chance; how many skills were
/// ever acquired.
int acquired(double guess, double chance, double weight, std::uint64_t seed) {
    std::vector<GraphSkill> skills;
    std::vector<SkillOffer> offers;
    for (std::size_t i = 0; i < 12; ++i) {
        skills.push_back({"s" + std::to_string(i),
                          i % 2 == 0 ? "literacy" : "numeracy",
                          Band::MS,
                          -1.0 + 0.25 * static_cast<double>(i),
                          {}});
        offers.push_back({i, {}});
        for (const double step : {-2.0, -1.0, 0.0, 1.0})
            offers.back().levels.push_back({skills.back().reference + step, guess});
    }
    const SkillGraph graph(skills);
    Learner learner(graph, Band::MS);
    Random random(seed);
    std::vector<char> ever(graph.size(), 0);
    for (int day = 0; day < 30; ++day) {
        Course course;
        for (int round = 0; round < 4; ++round) {
            const Plan plan(learner, offers, Band::MS, day);
            const SkillChoice choice = random.pick(plan.skills(course, 3, random));
            for (int question = 0; question < 5; ++question) {
                const auto& levels = offers[choice.skill].levels;
                const LevelOffer& asked = levels[plan.level(choice, levels, course, Plan::Place::within)];
                const bool right = random.happens(chance);
                learner.learn(choice.skill, {right, asked.difficulty, guess, weight, day});
                note(course, choice, right, {});
                ever[choice.skill] = ever[choice.skill] || learner.state(choice.skill).acquired ? 1 : 0;
            }
        }
    }
    int count = 0;
    for (const char one : ever)
        count += one;
    return count;
}

} // namespace

TEST_SUITE("engine/learner adversaries") {
    TEST_CASE("who guesses, bangs or is told the answer never acquires anything") {
        for (std::uint64_t seed = 1; seed <= 40; ++seed)
            for (const int choices : {2, 3, 4}) {
                const double guess = 1.0 / choices;
                CHECK(acquired(guess, guess, 1, seed) == 0);
                CHECK(acquired(guess, guess, LearnerParameters{}.rapid_weight, seed) == 0);
                CHECK(acquired(guess, 1, 0, seed) == 0);
            }
    }

    TEST_CASE("who knows everything acquires everything") { CHECK(acquired(1.0 / 3, 0.97, 1, 1) == 12); }
}
