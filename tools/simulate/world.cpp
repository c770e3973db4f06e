#include "tools/simulate/world.h"

#include "engine/learner/normal.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace mirabelle::simulate {

namespace {
constexpr std::array<double, level_count> level_steps{-2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0};
constexpr double easiest_reference = -0.5, hardest_reference = 2.6;
constexpr double perturbed = 0.35;    // logits, the standard deviation of what experts got wrong
constexpr double start_mean = -0.9;   // logits, of children; the estimator believes -0.8
constexpr double start_spread = 1.0;  // among children
constexpr double skill_spread = 0.5;  // among one child's skills
constexpr double usual_rate = 0.052;  // logits an answer, where it teaches most
constexpr double rate_spread = 0.3;   // of its logarithm
constexpr double blocked_share = 0.1; // of the gain that is left without prerequisites
constexpr double blocked_below = 0.4; // logits that a prerequisite may be short of mastery
constexpr double least_forgotten = 0.01, forgotten_spread = 0.04; // a school day, of what was learnt
constexpr double kept_by_spacing = 0.75; // of forgetting is left for each further day of practice
constexpr double share_absent = 0.06;    // of days; one in ten of them begins two weeks
constexpr double tablet_lapse = 0.03;    // on a tablet that the child does not know
constexpr double probit_scale = 1.702;   // so that probit and logistic curves are about as steep
constexpr double strong_ability = 4.5;   // logits: five deviations above the mean, everything is mastered
constexpr int strands = 2;

std::vector<GraphSkill> programme(Random& random) {
    std::vector<GraphSkill> skills;
    for (int i = 0; i < skill_count; ++i) {
        GraphSkill skill;
        skill.id = "skill_" + std::to_string(i);
        skill.strand = i % strands == 0 ? "literacy" : "numeracy";
        skill.reference = easiest_reference +
                          (hardest_reference - easiest_reference) * i / (skill_count - 1) +
                          0.25 * normal(random);
        // Most skills are built on one of the same strand, some on a second one.
        if (i >= 2 * strands)
            skill.needs.push_back(static_cast<std::size_t>(i - strands * random.between(1, 2)));
        if (i >= 8 && random.happens(0.3)) {
            const auto other = static_cast<std::size_t>(i - random.between(3, 7));
            if (other != skill.needs.front())
                skill.needs.push_back(other);
        }
        skills.push_back(std::move(skill));
    }
    return skills;
}

double guess_of(Random& random) {
    const double drawn = random.share();
    return drawn < 0.1 ? 1.0 / 2 : drawn < 0.55 ? 1.0 / 3 : drawn < 0.8 ? 1.0 / 4 : 0;
}

} // namespace

std::string_view name_of(Law law) {
    constexpr std::array<std::string_view, 3> names{"most at 50 %", "most at 80 %", "by success"};
    return names[static_cast<std::size_t>(law)];
}

double normal(Random& random) { // Box and Muller
    constexpr double two_pi = 6.283185307179586;
    const double radius = std::sqrt(-2 * std::log(1 - random.share()));
    return radius * std::cos(two_pi * random.share());
}

World::World(std::uint64_t seed, double guess_everywhere) {
    Random random(seed);
    graph = SkillGraph(programme(random));
    for (std::size_t skill = 0; skill < skill_count; ++skill) {
        const double guess = guess_of(random);
        SkillOffer offer{skill, {}};
        for (std::size_t level = 0; level < level_count; ++level) {
            const double told = graph[skill].reference + level_steps[level];
            offer.levels.push_back({told, guess_everywhere < 0 ? guess : guess_everywhere});
            difficulty[skill][level] = told + perturbed * normal(random);
        }
        offers.push_back(std::move(offer));
    }
}

SimulatedChild::SimulatedChild(const World& world, Law law, Kind kind, std::uint64_t seed)
    : world_(&world), law_(law), kind_(kind), random_(seed) {
    const double drawn = normal(random_);
    const double child = kind_ == Kind::far_above ? 2 : kind_ == Kind::far_below ? -2 : drawn;
    starting_ability_ = start_mean + start_spread * child;
    rate_ = usual_rate * std::exp(rate_spread * (0.3 * child + 0.95 * normal(random_)));
    lapse_ = 0.02 + 0.10 * random_.share();
    forgetting_ = least_forgotten + forgotten_spread * random_.share();
    tablet_ = random_.happens(0.25) ? tablet_lapse : 0;
    for (std::size_t skill = 0; skill < skill_count; ++skill)
        start_[skill] = ability_[skill] =
            (kind_ == Kind::strong ? strong_ability : starting_ability_) + skill_spread * normal(random_);
}

double SimulatedChild::latent(std::size_t skill, std::size_t level) const {
    return normal_share((ability_[skill] - world_->difficulty[skill][level]) / probit_scale);
}

double SimulatedChild::chance(std::size_t skill, std::size_t level) const {
    const double guess = world_->offers[skill].levels[level].guess;
    if (!thinks())
        return kind_ == Kind::told ? 1 : std::max(guess, 0.02);
    return guess + (1 - guess - lapse_ - tablet_) * latent(skill, level);
}

double SimulatedChild::gain_if(double latent, double chance, bool correct) const {
    switch (law_) {
    case Law::most_at_half:
        return rate_ * 4 * latent * (1 - latent);
    case Law::most_at_four_fifths:
        return rate_ * std::exp(-0.5 * std::pow((latent - 0.8) / 0.15, 2));
    case Law::by_success:
        break;
    }
    // Who guessed right has learnt nothing; who knew learnt the more the less it was sure.
    constexpr double scale = 2.598; // so that the most is 1, at two thirds
    return correct ? rate_ * scale * std::sqrt(1 - latent) * latent / chance : 0;
}

double SimulatedChild::gain(std::size_t skill, std::size_t level) const {
    if (!thinks())
        return 0;
    const double z = latent(skill, level), p = chance(skill, level);
    return (p * gain_if(z, p, true) + (1 - p) * gain_if(z, p, false)) * (blocked(skill) ? blocked_share : 1);
}

Given SimulatedChild::answer(std::size_t skill, std::size_t level) {
    const double p = chance(skill, level);
    const bool correct = random_.happens(p);
    if (kind_ == Kind::told)
        return {correct, 0};
    if (kind_ == Kind::bangs)
        return {correct, LearnerParameters{}.rapid_weight};
    if (thinks()) {
        ability_[skill] += gain_if(latent(skill, level), p, correct) * (blocked(skill) ? blocked_share : 1);
        practised_[skill] = true;
    }
    return {correct, 1};
}

double SimulatedChild::missing(std::size_t skill) const {
    return world_->graph[skill].reference + LearnerParameters{}.mastery_margin - ability_[skill];
}

double SimulatedChild::share_forgotten(std::size_t skill) const {
    // What was practised on several days is forgotten more slowly.
    return forgetting_ * std::pow(kept_by_spacing, std::max(0, days_[skill] - 1));
}

double SimulatedChild::missing_after(std::size_t skill, int days) const {
    const double mastery = world_->graph[skill].reference + LearnerParameters{}.mastery_margin;
    if (ability_[skill] <= start_[skill] && mastery <= start_[skill])
        return mastery - ability_[skill];
    const double kept = std::pow(1 - share_forgotten(skill), days);
    return start_[skill] + (mastery - start_[skill]) / kept - ability_[skill];
}

bool SimulatedChild::blocked(std::size_t skill) const {
    const auto& needs = world_->graph[skill].needs;
    return std::any_of(needs.begin(), needs.end(),
                       [&](std::size_t need) { return missing(need) > blocked_below; });
}

void SimulatedChild::sleep() {
    for (std::size_t skill = 0; skill < skill_count; ++skill) {
        if (practised_[skill]) {
            ++days_[skill];
        } else if (ability_[skill] > start_[skill]) {
            ability_[skill] -= share_forgotten(skill) * (ability_[skill] - start_[skill]);
        }
        practised_[skill] = false;
    }
}

bool SimulatedChild::absent() {
    if (away_ > 0) {
        --away_;
        return true;
    }
    if (!random_.happens(share_absent))
        return false;
    away_ = random_.happens(0.1) ? 8 : 0;
    return true;
}

} // namespace mirabelle::simulate
