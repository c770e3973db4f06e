#include "tools/simulate/trial.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mirabelle::simulate {

namespace {

constexpr int days_between_probes = 5, probes = 20;

bool fits(double chance) { return chance >= 0.7 && chance <= 0.9; }

void probe(const SimulatedChild& child, const Policy& policy, Random& random, Calibration& calibration) {
    for (int i = 0; i < probes; ++i) {
        const Asked item{random.below(skill_count), random.below(level_count)};
        calibration.add(policy.predict(item), child.chance(item.skill, item.level));
    }
}

} // namespace

void Calibration::add(double prediction, double chance) {
    const auto bin = static_cast<std::size_t>(std::clamp(prediction * 10, 0.0, 9.0));
    count[bin] += 1;
    predicted[bin] += prediction;
    truth[bin] += chance;
}

void Calibration::add(const Calibration& other) {
    for (std::size_t bin = 0; bin < count.size(); ++bin) {
        count[bin] += other.count[bin];
        predicted[bin] += other.predicted[bin];
        truth[bin] += other.truth[bin];
    }
}

double Calibration::error() const {
    const double all = std::accumulate(count.begin(), count.end(), 0.0);
    double sum = 0;
    for (std::size_t bin = 0; bin < count.size(); ++bin)
        sum += std::abs(predicted[bin] - truth[bin]);
    return all > 0 ? sum / all : 0;
}

Outcome run_child(const World& world, PolicyKind kind_of_policy, Law law, Kind kind, std::uint64_t seed) {
    SimulatedChild child(world, law, kind, seed);
    const auto policy = make_policy(kind_of_policy, world, child);
    Random random(seed ^ 0x9E3779B97F4A7C15u), probing(seed + 1);
    Outcome outcome;
    outcome.starting_ability = child.starting_ability();
    std::array<bool, skill_count> ever{};
    int answered = 0;
    for (int day = 0; answered < trial_count; ++day) {
        policy->begin_day(day);
        const int today = child.absent() ? 0 : std::min(answers_a_day, trial_count - answered);
        for (int left = today; left > 0; --left, ++answered) {
            const Asked asked = policy->choose(left, random);
            const double chance = child.chance(asked.skill, asked.level);
            outcome.comfortable += fits(chance) ? 1.0 / trial_count : 0;
            outcome.lost += chance < 0.5 ? 1.0 / trial_count : 0;
            if (outcome.chances.size() < answers_of_cold_start)
                outcome.chances.push_back(chance);
            policy->note(asked, child.answer(asked.skill, asked.level));
            ever[asked.skill] = ever[asked.skill] || policy->acquired(asked.skill);
        }
        child.sleep();
        if (day % days_between_probes == days_between_probes - 1)
            probe(child, *policy, probing, outcome.calibration);
    }
    for (std::size_t skill = 0; skill < skill_count; ++skill) {
        const bool mastered = child.mastered(skill), called = policy->acquired(skill);
        outcome.mastered += mastered ? 1 : 0;
        outcome.called += called ? 1 : 0;
        outcome.rightly_called += mastered && called ? 1 : 0;
        outcome.ever_called += ever[skill] ? 1 : 0;
        if (const int took = policy->answers_to_acquire(skill); took > 0)
            outcome.answers_to_acquire.push_back(took);
    }
    return outcome;
}

double answers_until_fitting(const std::vector<double>& chances) {
    constexpr std::ptrdiff_t in_a_row = 10, most = 6;
    for (auto from = chances.begin(); chances.end() - from >= in_a_row; ++from)
        if (std::count_if(from, from + in_a_row, fits) >= most)
            return static_cast<double>(from - chances.begin());
    return static_cast<double>(chances.size());
}

Figure figure_of(const std::vector<double>& values) {
    const double count = static_cast<double>(values.size());
    if (values.size() < 2)
        return {values.empty() ? 0 : values.front(), 0};
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return {mean, 1.96 * std::sqrt(squares / (count - 1) / count)};
}

Summary summary_of(const std::vector<Outcome>& outcomes) {
    std::vector<const Outcome*> ranked;
    std::vector<double> mastered, comfortable, lost;
    double called = 0, right = 0, truly = 0;
    Calibration calibration;
    for (const Outcome& outcome : outcomes) {
        ranked.push_back(&outcome);
        mastered.push_back(outcome.mastered);
        comfortable.push_back(outcome.comfortable);
        lost.push_back(outcome.lost);
        called += outcome.called;
        right += outcome.rightly_called;
        truly += outcome.mastered;
        calibration.add(outcome.calibration);
    }
    Summary summary;
    summary.mastered = figure_of(mastered);
    summary.comfortable = figure_of(comfortable);
    summary.lost = figure_of(lost);
    summary.precision = called > 0 ? right / called : 0;
    summary.recall = truly > 0 ? right / truly : 0;
    summary.calibration_error = calibration.error();
    std::stable_sort(ranked.begin(), ranked.end(), [](const Outcome* a, const Outcome* b) {
        return a->starting_ability < b->starting_ability;
    });
    std::array<double, 5> counts{};
    std::vector<double> weakest;
    for (std::size_t place = 0; place < ranked.size(); ++place) {
        const std::size_t quintile = place * 5 / ranked.size();
        summary.mastered_by_quintile[quintile] += ranked[place]->mastered;
        counts[quintile] += 1;
        if (place * 20 < ranked.size())
            weakest.push_back(ranked[place]->mastered);
    }
    for (std::size_t quintile = 0; quintile < counts.size(); ++quintile)
        summary.mastered_by_quintile[quintile] /= std::max(1.0, counts[quintile]);
    summary.weakest = figure_of(weakest);
    return summary;
}

} // namespace mirabelle::simulate
