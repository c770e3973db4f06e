// The two curves of the learner model: the logistic one and the normal distribution's.
#pragma once

#include <cmath>

namespace mirabelle {

inline double logistic(double logits) { return 1 / (1 + std::exp(-logits)); }

/// Share of a standard normal distribution below `x`.
inline double normal_share(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

} // namespace mirabelle
