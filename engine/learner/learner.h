// What is believed of one child: its general level, and each skill. Folded from its answers, one after the
// other: the same answers give the same bits, now or after a restart.
#pragma once

#include "engine/learner/skill_graph.h"
#include "engine/learner/skill_state.h"

#include <optional>
#include <vector>

namespace mirabelle {

class Learner {
  public:
    /// The graph outlives the learner. `band`: of a child of whom nothing is known yet.
    Learner(const SkillGraph& graph, Band band, const LearnerParameters& parameters = {});

    void learn(std::size_t skill, const Evidence& evidence);

    /// As of that school day; of a skill that was never met, what the others let expect.
    Belief belief(std::size_t skill, int day) const;
    /// Probability of a right answer.
    double predict(std::size_t skill, double difficulty, double guess, int day) const;
    /// Probability that the skill is mastered.
    double certainty(std::size_t skill, int day) const;
    /// Whether enough of it is there to build on.
    bool has_base(std::size_t skill, int day) const;
    Mastery mastery(std::size_t skill, int day) const;
    const SkillState& state(std::size_t skill) const { return states_[skill]; }
    const Belief& general() const { return general_; }
    int answers() const { return answers_; } ///< that counted, in all skills

    const SkillGraph& graph() const { return *graph_; }
    const LearnerParameters& parameters() const { return parameters_; }

  private:
    /// How far a skill that was met moves with the general level.
    struct Link {
        double slope = 1;
        Belief general_then; ///< when the skill was answered last
    };
    void tell_general(std::size_t skill, const Belief& now, const Evidence& evidence,
                      const LearnerParameters& own);
    struct Unmet {
        Belief belief;
        double slope = 1; ///< as Link's
    };
    Unmet before_it_is_met(std::size_t skill) const;
    Belief as_of_now(std::size_t skill) const; ///< without rest

    const SkillGraph* graph_;
    LearnerParameters parameters_;
    Belief general_;
    double pace_ = 1; ///< of learning, times the usual
    int answers_ = 0;
    std::vector<SkillState> states_;
    std::vector<Link> links_;
};

} // namespace mirabelle
