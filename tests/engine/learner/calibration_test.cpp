#include "engine/learner/calibration.h"
#include "engine/learner/normal.h"
#include "engine/random.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace mirabelle;

namespace {

constexpr std::size_t skills = 4, items_of_a_skill = 10;

double normal(Random& random) {
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += random.share();
    return sum;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    double ma = 0, mb = 0, ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ma += a[i] / static_cast<double>(a.size());
        mb += b[i] / static_cast<double>(b.size());
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - ma) * (b[i] - mb);
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
    }
    return ab / std::sqrt(aa * bb);
}

struct School {
    SkillGraph graph;
    std::vector<double> planted, experts;
    std::vector<std::vector<ItemAnswer>> children;

    School(int answers_an_item, std::uint64_t seed) {
        Random random(seed);
        std::vector<GraphSkill> list;
        for (std::size_t skill = 0; skill < skills; ++skill)
            list.push_back({"s" + std::to_string(skill), "literacy", Band::MS, 0, {}});
        graph = SkillGraph(list);
        for (std::size_t item = 0; item < skills * items_of_a_skill; ++item) {
            const double expert = -2.5 + 0.4 * static_cast<double>(item % items_of_a_skill);
            experts.push_back(expert);
            planted.push_back(expert + 0.6 * normal(random));
        }
        // Each child answers every item once, in an order of its own.
        for (int child = 0; child < answers_an_item; ++child) {
            const double ability = -0.8 + normal(random);
            std::vector<ItemAnswer> answers;
            for (std::size_t item = 0; item < planted.size(); ++item)
                answers.push_back({item, item / items_of_a_skill, {}});
            random.shuffle(answers);
            for (std::size_t i = 0; i < answers.size(); ++i) {
                const double guess = 0.25;
                const double p = guess + (0.95 - guess) * logistic(ability - planted[answers[i].item]);
                answers[i].evidence = {random.happens(p), 0, guess, 1, static_cast<int>(i / 10)};
            }
            children.push_back(std::move(answers));
        }
    }
};

} // namespace

TEST_SUITE("engine/learner calibration") {
    TEST_CASE("planted difficulties are found again from two hundred answers an item") {
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            const School school(200, seed);
            const auto found = calibrate(school.graph, school.experts, school.children);
            std::vector<double> difficulties;
            int within = 0;
            for (std::size_t item = 0; item < found.size(); ++item) {
                difficulties.push_back(found[item].difficulty);
                CHECK(found[item].answers == 200);
                CHECK(found[item].error < 0.6);
                within +=
                    std::abs(found[item].difficulty - school.planted[item]) < 3 * found[item].error ? 1 : 0;
            }
            MESSAGE("r = ", correlation(difficulties, school.planted), ", the experts' ",
                    correlation(school.experts, school.planted));
            CHECK(correlation(difficulties, school.planted) >= 0.95);
            CHECK(within >= 36); // of 40
        }
    }

    TEST_CASE("without answers the experts are believed") {
        const School school(0, 4);
        const auto found = calibrate(school.graph, school.experts, school.children);
        for (std::size_t item = 0; item < found.size(); ++item) {
            CHECK(found[item].difficulty == school.experts[item]);
            CHECK(found[item].answers == 0);
        }
    }
}
