#include "engine/learner/calibration.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

constexpr double expert_variance = 1; // logits²: how far experts may be wrong
constexpr int calibration_rounds = 8;
constexpr double most_logits_at_once = 1; // logits

/// Slope and curvature of the log-likelihood of an item's difficulty.
struct Sums {
    double score = 0, information = 0;
    int answers = 0;
};

void add_child(const SkillGraph& graph, const std::vector<ItemAnswer>& answers,
               std::span<const ItemEstimate> items, const LearnerParameters& parameters,
               std::vector<Sums>& sums) {
    Learner learner(graph, Band::MS, parameters);
    for (const ItemAnswer& answer : answers) {
        Evidence evidence = answer.evidence;
        evidence.difficulty = items[answer.item].difficulty;
        const Belief belief = learner.belief(answer.skill, evidence.day);
        const Observation seen = observe(belief, evidence, parameters);
        // The less is known of the child, the less its answer tells of the item.
        const double share = evidence.weight / (1 + seen.information * belief.variance);
        Sums& sum = sums[answer.item];
        sum.score -= share * seen.score;
        sum.information += share * seen.information;
        sum.answers += evidence.weight > 0 ? 1 : 0;
        learner.learn(answer.skill, evidence);
    }
}

} // namespace

std::vector<ItemEstimate> calibrate(const SkillGraph& graph, std::span<const double> experts,
                                    std::span<const std::vector<ItemAnswer>> children,
                                    const LearnerParameters& parameters) {
    std::vector<ItemEstimate> items;
    for (const double expert : experts)
        items.push_back({expert, std::sqrt(expert_variance), 0});
    for (int round = 0; round < calibration_rounds; ++round) {
        std::vector<Sums> sums(items.size());
        for (const auto& answers : children)
            add_child(graph, answers, items, parameters, sums);
        for (std::size_t item = 0; item < items.size(); ++item) {
            const double information = sums[item].information + 1 / expert_variance;
            const double slope =
                sums[item].score - (items[item].difficulty - experts[item]) / expert_variance;
            items[item].difficulty +=
                std::clamp(slope / information, -most_logits_at_once, most_logits_at_once);
            items[item].error = 1 / std::sqrt(information);
            items[item].answers = sums[item].answers;
        }
    }
    return items;
}

} // namespace mirabelle
