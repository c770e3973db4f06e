// How hard items truly are, estimated from the answers of many children.
#pragma once

#include "engine/learner/learner.h"

#include <span>
#include <vector>

namespace mirabelle {

/// A first answer of a pooled journal.
struct ItemAnswer {
    std::size_t item = 0;  ///< place in the list of expert difficulties
    std::size_t skill = 0; ///< place in the graph
    Evidence evidence;     ///< its difficulty is not used
};

struct ItemEstimate {
    double difficulty = 0; ///< logits
    double error = 0;      ///< standard error, logits
    int answers = 0;
};

/// `children`: the answers of each, oldest first. Difficulties and abilities are estimated in turn, starting
/// from what `experts` believe, which also holds where there are few answers. Deterministic.
std::vector<ItemEstimate> calibrate(const SkillGraph& graph, std::span<const double> experts,
                                    std::span<const std::vector<ItemAnswer>> children,
                                    const LearnerParameters& parameters = {});

} // namespace mirabelle
