// Which activity and which level a child meets next, and why.
#pragma once

#include "engine/activity.h"
#include "engine/journal/journal.h"
#include "engine/random.h"
#include "engine/records.h"

#include <map>
#include <string>
#include <vector>

namespace mirabelle {

/// One card of the garden.
struct Proposal {
    const Activity* activity = nullptr;
    const Level* level = nullptr;
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
    /// The level of the next question of that activity.
    virtual const Level& level(const Child& child, const Activity& activity) = 0;
    /// Before an answer.
    virtual Estimate expect(const Child& child, const Activity& activity, const Exercise& exercise) = 0;
    /// After an answer (its level, correctness, number and help are set).
    virtual Estimate learn(const Child& child, const Activity& activity, const Attempt& attempt) = 0;
    /// Whether this child has yet to be shown how activities of that mechanic are played.
    virtual bool is_new_to(const Child& child, const Activity& activity) = 0;
};

/// Three right first answers in a row go one level up, two wrong ones in a row one down: a strong baseline
/// (LEARNING: staircase). Levels are those of the child's age column, in the order of their file.
class StaircasePlanner final : public Planner {
  public:
    /// Everything outlives the planner.
    StaircasePlanner(const Content& content, std::span<const Activity> activities, const Journal& journal);

    void meet(const Child& child) override;
    std::vector<Proposal> propose(const Child& child, Random& random) override;
    const Level& level(const Child& child, const Activity& activity) override;
    Estimate expect(const Child& child, const Activity& activity, const Exercise& exercise) override;
    Estimate learn(const Child& child, const Activity& activity, const Attempt& attempt) override;
    bool is_new_to(const Child& child, const Activity& activity) override;

  private:
    struct Stair {
        std::size_t step = 0; ///< among the levels of the child's band
        int right_in_a_row = 0;
        int wrong_in_a_row = 0;
        int answered = 0;
        int right = 0;
        UtcMilliseconds last = 0;
    };
    Stair& stair(const Child& child, const Activity& activity);
    std::vector<const Level*> levels_for(const Child& child, const Activity& activity) const;
    /// Oldest first.
    std::vector<RecentAttempt> remembered_attempts(const Child& child, const Activity& activity) const;
    /// What was asked tells where the child stands, also when a teacher chose it or earlier answers are
    /// forgotten. Whether it is on the stairs of its age at all.
    static bool stand(Stair& stair, const std::vector<const Level*>& levels, std::string_view asked);
    /// One answer more; moves the child on its `steps`, or nowhere where there are 0.
    static void count(Stair& stair, bool correct, std::size_t steps);
    static double success_rate(const Stair& stair);

    const Content* content_;
    std::span<const Activity> activities_;
    const Journal* journal_;
    std::map<std::pair<Uuid, std::string_view>, Stair> stairs_;
};

} // namespace mirabelle
