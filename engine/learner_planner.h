// The planner of the program: the learner model over the activities and levels that there are.
#pragma once

#include "engine/journal/journal.h"
#include "engine/learning.h"
#include "engine/planner.h"

#include <map>
#include <span>
#include <string_view>

namespace mirabelle {

/// All of it outlives the planner.
struct LearnerPlannerParts {
    const Content& content;
    std::span<const Activity> activities;
    const Journal& journal;
    const UtcMilliseconds& now;
    Milliseconds day_offset = 0; ///< local time minus UTC
};

/// What the levels of all activities ask about, by skill.
std::vector<SkillOffer> offers_of(const Content& content, std::span<const Activity> activities);

class LearnerPlanner final : public Planner {
  public:
    explicit LearnerPlanner(const LearnerPlannerParts& parts);

    void meet(const Child& child) override;
    std::vector<Proposal> propose(const Child& child, Random& random) override;
    const Level& level(const Child& child, const Activity& activity, Plan::Place place) override;
    Estimate expect(const Child& child, const Activity& activity, const Exercise& exercise) override;
    Estimate learn(const Child& child, const Activity& activity, const Attempt& attempt) override;
    bool is_new_to(const Child& child, const Activity& activity) override;

    const Learner& learner(const Child& child) { return known(child).learner; }

  private:
    struct Played {
        int answers = 0; ///< that counted
        UtcMilliseconds last = 0;
        SkillChoice choice = {}; ///< for which it was proposed last
        bool proposed = false;
    };
    struct Known {
        Learner learner;
        Course course;
        std::map<std::string, Played, std::less<>> activities;
        std::string last_activity;
    };
    Known& known(const Child& child);
    int today() const;
    Plan plan(const Child& child, const Known& about) const;
    enum class Again : std::uint8_t { no, yes }; ///< whether the last game may come once more
    const Activity* activity_for(const Known& about, std::size_t skill, Again again,
                                 std::span<const Proposal> taken) const;
    std::vector<const Level*> levels_about(const Activity& activity, std::size_t skill) const;
    SkillChoice choice_for(const Child& child, Known& about, const Activity& activity) const;
    const Level& fitting(const Plan& plan, const SkillChoice& choice, const Activity& activity,
                         const Course& course, Plan::Place place) const;

    LearnerPlannerParts parts_;
    std::vector<SkillOffer> offers_;
    std::map<Uuid, Known> children_;
};

} // namespace mirabelle
