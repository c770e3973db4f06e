// The planner of the program: the learner model over the activities and levels that there are.
#pragma once

#include "engine/journal/journal.h"
#include "engine/learning.h"
#include "engine/planner.h"
#include "engine/teacher_wishes.h"

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
    /// The same for who has read the child's answers already. Throws JournalError.
    void meet(const Child& child, std::span<const FirstAnswer> answers);
    std::vector<Proposal> propose(const Child& child, Random& random) override;
    const Level& level(const Child& child, const Activity& activity, Plan::Place place) override;
    Estimate expect(const Child& child, const Activity& activity, const Exercise& exercise) override;
    Estimate learn(const Child& child, const Activity& activity, const Attempt& attempt) override;
    bool is_new_to(const Child& child, const Activity& activity) override;

    const Learner& learner(const Child& child) { return known(child).learner; }
    int today() const; ///< number of the school day
    const LearnerPlannerParts& parts() const { return parts_; }
    /// All skills that something asks about, the most urgent first, as of now.
    std::vector<SkillChoice> skills_to_work_at(const Child& child);
    /// What the teacher has set for the child, as of meet().
    const TeacherWishes& wishes(const Child& child) { return known(child).wishes; }
    /// The first activity of the child's path that it has not played since; nothing when it is at its end.
    const Activity* step_of_path(const Child& child) { return step_of_path(known(child)); }

  private:
    struct Played {
        int answers = 0; ///< that counted
        int on_path = 0; ///< questions answered since the path was set
        UtcMilliseconds last = 0;
        SkillChoice choice = {}; ///< for which it was proposed last
        bool proposed = false;
    };
    struct Known {
        Learner learner;
        Course course;
        std::map<std::string, Played, std::less<>> activities;
        std::string last_activity;
        TeacherWishes wishes;
    };
    Known& known(const Child& child);
    Plan plan(const Child& child, const Known& about) const;
    const Activity* step_of_path(const Known& about) const;
    /// What the teacher wants on the cards, before anything else.
    std::vector<const Activity*> wanted(const Known& about) const;
    void count_on_path(Known& about, const std::string& activity, UtcMilliseconds when) const;
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
