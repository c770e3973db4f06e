// A school year of one simulated child under one policy, and what many of them come to.
#pragma once

#include "tools/simulate/policy.h"

#include <array>
#include <vector>

namespace mirabelle::simulate {

/// Ten bins of predictions and of the truth, on items drawn by chance.
struct Calibration {
    std::array<double, 10> count{}, predicted{}, truth{};
    void add(double prediction, double chance);
    void add(const Calibration& other);
    double error() const; ///< ECE
};

struct Outcome {
    int mastered = 0;       ///< skills at the end, truly
    int called = 0;         ///< said to be acquired at the end
    int rightly_called = 0; ///< both
    int ever_called = 0;    ///< at any time
    double comfortable = 0; ///< share of answers with a true chance of .7 to .9
    double lost = 0;        ///< below .5
    double starting_ability = 0;
    std::vector<int> answers_to_acquire; ///< of the skills that were called acquired
    std::vector<double> chances;         ///< true ones of the questions of the first sessions
    Calibration calibration;
};

inline constexpr int answers_a_day = 20;
inline constexpr std::size_t answers_of_cold_start = 3 * answers_a_day;
Outcome run_child(const World& world, PolicyKind policy, Law law, Kind kind, std::uint64_t seed);

/// How many questions came before most of ten in a row had a true chance of .7 to .9.
double answers_until_fitting(const std::vector<double>& chances);

/// Means over children with the half-width of their 95 % interval.
struct Figure {
    double mean = 0, margin = 0;
};
Figure figure_of(const std::vector<double>& values);

struct Summary {
    Figure mastered, comfortable, lost;
    double precision = 0, recall = 0, calibration_error = 0;
    std::array<double, 5> mastered_by_quintile{}; ///< of starting ability, the lowest first
    Figure weakest; ///< skills mastered by the lowest twentieth: about two standard deviations below the mean
};
Summary summary_of(const std::vector<Outcome>& outcomes);

} // namespace mirabelle::simulate
