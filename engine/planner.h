// Which activity and which level a child meets next.
#pragma once

#include "engine/activity.h"
#include "engine/learner/plan.h"
#include "engine/random.h"
#include "engine/records.h"

#include <string>
#include <vector>

namespace mirabelle {

/// One card of the garden.
struct Proposal {
    const Activity* activity = nullptr;
    const Level* level = nullptr;
    SkillChoice choice = {}; ///< why; its skill is a place in the content's graph
    int questions = 0;       ///< of the round; 0: as many as suit the age
};

/// What is believed about a child and a skill.
struct Estimate {
    double predicted = 0; ///< probability that the next answer is right, 0..1
    double mu = 0;        ///< logits
    double variance = 0;  ///< logits²
    double weight = 1;    ///< 0..1, how much the answer counted
};

class Planner {
  public:
    virtual ~Planner() = default;

    /// Reads what the journal knows about `child`; called when the child says who it is.
    virtual void meet(const Child& child) = 0;
    /// Two or three activities to choose from, each at the level that fits the child.
    virtual std::vector<Proposal> propose(const Child& child, Random& random) = 0;
    /// The level of the next question of that activity; the same until something is answered.
    virtual const Level& level(const Child& child, const Activity& activity, Plan::Place place) = 0;
    /// Before an answer.
    virtual Estimate expect(const Child& child, const Activity& activity, const Exercise& exercise) = 0;
    /// After an answer, of which everything is known but what this gives.
    virtual Estimate learn(const Child& child, const Activity& activity, const Attempt& attempt) = 0;
    /// Whether this child has yet to be shown how activities of that mechanic are played.
    virtual bool is_new_to(const Child& child, const Activity& activity) = 0;
};

} // namespace mirabelle
