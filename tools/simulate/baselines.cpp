// What the learner model is compared with: chance, a fixed order, a staircase, the bandit ZPDES, and an
// oracle that sees the truth.
#include "tools/simulate/policy.h"

#include <algorithm>
#include <deque>
#include <limits>

namespace mirabelle::simulate {

namespace {

class RandomPolicy final : public Policy {
  public:
    Asked choose(int, Random& random) override {
        return {random.below(skill_count), random.below(level_count)};
    }
    void note(Asked, const Given&) override {}
    bool acquired(std::size_t) const override { return false; }
};

/// Every skill its share of the time, every level its share of that.
class FixedOrder final : public Policy {
  public:
    explicit FixedOrder(int trials) : trials_(trials) {}
    Asked choose(int, Random&) override {
        const int place = std::min(answered_, trials_ - 1) * skill_count * level_count / trials_;
        return {static_cast<std::size_t>(place / level_count), static_cast<std::size_t>(place % level_count)};
    }
    void note(Asked, const Given&) override { ++answered_; }
    bool acquired(std::size_t) const override { return false; }

  private:
    int trials_;
    int answered_ = 0;
};

/// Three right in a row: a level up; two wrong: one down. Four skills at a time, in the programme's order;
/// one is done after three in a row at the level that stands for mastery.
class Staircase final : public Policy {
  public:
    explicit Staircase(const World& world) : world_(&world) {}

    Asked choose(int, Random&) override {
        std::vector<std::size_t> open;
        for (std::size_t skill = 0; skill < skill_count && open.size() < open_most; ++skill)
            if (!stairs_[skill].done && ready(skill))
                open.push_back(skill);
        if (open.empty())
            open.push_back(skill_count - 1);
        const std::size_t skill =
            *std::min_element(open.begin(), open.end(), [&](std::size_t a, std::size_t b) {
                return stairs_[a].last < stairs_[b].last;
            });
        return {skill, stairs_[skill].level};
    }
    void note(Asked asked, const Given& given) override {
        Stair& stair = stairs_[asked.skill];
        stair.last = ++answered_;
        stair.answers += 1;
        stair.right = given.correct ? stair.right + 1 : 0;
        stair.wrong = given.correct ? 0 : stair.wrong + 1;
        if (stair.right == 3) {
            stair.right = 0;
            if (stair.level >= done_level)
                stair.done = given.weight > 0;
            stair.level = std::min<std::size_t>(stair.level + 1, level_count - 1);
        } else if (stair.wrong == 2) {
            stair.wrong = 0;
            stair.level -= stair.level > 0 ? 1 : 0;
        }
    }
    bool acquired(std::size_t skill) const override { return stairs_[skill].done; }
    int answers_to_acquire(std::size_t skill) const override {
        return stairs_[skill].done ? stairs_[skill].answers : 0;
    }

  private:
    static constexpr std::size_t open_most = 4, done_level = level_count - 1;
    struct Stair {
        std::size_t level = 0;
        int right = 0, wrong = 0, answers = 0, last = 0;
        bool done = false;
    };
    bool ready(std::size_t skill) const {
        const auto& needs = world_->graph[skill].needs;
        return std::all_of(needs.begin(), needs.end(), [&](std::size_t need) { return stairs_[need].done; });
    }

    const World* world_;
    int answered_ = 0;
    std::array<Stair, skill_count> stairs_{};
};

/// Clément, Roy, Oudeyer and Lopes, "Multi-Armed Bandits for Intelligent Tutoring Systems", JEDM 2015: an arm
/// for each activity; reward is how much the newest answers are better than those before; the zone grows
/// where the success is high and leaves behind what is known.
class Zpdes final : public Policy {
  public:
    explicit Zpdes(const World& world) : world_(&world) { grow(); }

    Asked choose(int, Random& random) override {
        double sum = 0;
        int active = 0;
        for (const auto& arms : arms_)
            for (const Arm& arm : arms)
                if (arm.active) {
                    sum += arm.worth;
                    ++active;
                }
        if (active == 0)
            return {random.below(skill_count), level_count - 1};
        double drawn = random.share();
        Asked last;
        for (std::size_t skill = 0; skill < skill_count; ++skill)
            for (std::size_t level = 0; level < level_count; ++level) {
                const Arm& arm = arms_[skill][level];
                if (!arm.active)
                    continue;
                last = {skill, level};
                const double fair = 1.0 / active;
                const double share = sum > 0 ? arm.worth / sum : fair;
                drawn -= (1 - exploration) * share + exploration * fair;
                if (drawn < 0)
                    return last;
            }
        return last;
    }
    void note(Asked asked, const Given& given) override {
        Arm& arm = arms_[asked.skill][asked.level];
        ++answers_[asked.skill];
        arm.results.push_back(given.correct);
        if (arm.results.size() > window)
            arm.results.pop_front();
        arm.worth = keep * arm.worth + gain * std::max(0.0, reward(arm));
        if (arm.results.size() >= window / 2 && given.weight > 0)
            promote(asked, arm);
    }
    bool acquired(std::size_t skill) const override { return done_[skill] > 0; }
    int answers_to_acquire(std::size_t skill) const override { return done_[skill]; }

  private:
    // The best of those that were tried.
    static constexpr std::size_t window = 6;
    static constexpr double keep = 0.7, gain = 0.6, exploration = 0.2, first_worth = 0.3;
    static constexpr double grows_at = 0.7, leaves_at = 0.83;
    struct Arm {
        bool active = false;
        double worth = first_worth;
        std::deque<bool> results;
    };
    static double rate(const Arm& arm, std::size_t from, std::size_t to) {
        return static_cast<double>(std::count(arm.results.begin() + static_cast<std::ptrdiff_t>(from),
                                              arm.results.begin() + static_cast<std::ptrdiff_t>(to), true)) /
               static_cast<double>(to - from);
    }
    static double reward(const Arm& arm) {
        const std::size_t count = arm.results.size();
        if (count < 2)
            return 0;
        return rate(arm, count / 2, count) - rate(arm, 0, count / 2);
    }
    void promote(Asked asked, Arm& arm) {
        const double right = rate(arm, 0, arm.results.size());
        const bool top = asked.level + 1 == level_count;
        if (right >= grows_at && !top)
            arms_[asked.skill][asked.level + 1].active = true;
        if (right >= leaves_at && arm.results.size() >= window) {
            arm.active = false;
            if (asked.level >= done_level && done_[asked.skill] == 0) {
                done_[asked.skill] = answers_[asked.skill];
                for (Arm& other : arms_[asked.skill])
                    other.active = false;
            }
        }
        grow();
    }
    void grow() {
        for (std::size_t skill = 0; skill < skill_count; ++skill) {
            const auto& needs = world_->graph[skill].needs;
            if (done_[skill] == 0 && answers_[skill] == 0 &&
                std::all_of(needs.begin(), needs.end(), [&](std::size_t need) { return done_[need] > 0; }))
                arms_[skill].front().active = true;
        }
    }

    static constexpr std::size_t done_level = level_count - 2;
    const World* world_;
    std::array<std::array<Arm, level_count>, skill_count> arms_;
    std::array<int, skill_count> answers_{}, done_{};
};

/// Sees the truth: keeps three skills in work, those that are nearest to lasting mastery, in turn, each at
/// the level that teaches it most at a success of at least so much, where there is one.
class Oracle final : public Policy {
  public:
    Oracle(const SimulatedChild& child, double least_success)
        : least_success_(least_success), child_(&child) {}

    void begin_day(int day) override { days_left_ = std::max(0, usual_days - day); }
    Asked choose(int, Random&) override {
        std::vector<Work> works;
        for (std::size_t skill = 0; skill < skill_count; ++skill)
            if (const Work work = work_on(skill); work.cost < std::numeric_limits<double>::infinity())
                works.push_back(work);
        if (works.empty())
            return {skill_count - 1, level_count - 1};
        std::sort(works.begin(), works.end(), [](const Work& a, const Work& b) { return a.cost < b.cost; });
        const auto unblocked =
            static_cast<std::size_t>(std::count_if(works.begin(), works.end(), [&](const Work& work) {
                return !child_->blocked(work.asked.skill);
            }));
        works.resize(std::clamp<std::size_t>(unblocked, 1, in_work));
        return std::min_element(
                   works.begin(), works.end(),
                   [&](const Work& a, const Work& b) { return last_[a.asked.skill] < last_[b.asked.skill]; })
            ->asked;
    }
    void note(Asked asked, const Given&) override { last_[asked.skill] = ++answered_; }
    bool acquired(std::size_t skill) const override { return child_->mastered(skill); }

  private:
    static constexpr int usual_days = 48, horizon = 10; ///< school days
    static constexpr std::size_t in_work = 3;
    static constexpr double later = 1000; ///< answers
    double least_success_;
    struct Work {
        Asked asked;
        double cost = std::numeric_limits<double>::infinity(); ///< answers to mastery
    };
    Work work_on(std::size_t skill) const {
        Work best;
        const double missing = child_->missing_after(skill, std::min(days_left_, horizon));
        if (missing <= 0)
            return best;
        // Difficulties differ from what they are said to be, so the easiest is looked for.
        double easiest = 0;
        for (std::size_t level = 0; level < level_count; ++level)
            easiest = std::max(easiest, child_->chance(skill, level));
        for (std::size_t level = 0; level < level_count; ++level) {
            if (child_->chance(skill, level) < std::min(least_success_, easiest))
                continue;
            const double cost =
                missing / std::max(1e-6, child_->gain(skill, level)) + (child_->blocked(skill) ? later : 0);
            if (cost < best.cost)
                best = {{skill, level}, cost};
        }
        return best;
    }

    int days_left_ = 0, answered_ = 0;
    std::array<int, skill_count> last_{};
    const SimulatedChild* child_;
};

} // namespace

std::unique_ptr<Policy> make_baseline(PolicyKind kind, const World& world, const SimulatedChild& child) {
    switch (kind) {
    case PolicyKind::fixed_order:
        return std::make_unique<FixedOrder>(trial_count);
    case PolicyKind::staircase:
        return std::make_unique<Staircase>(world);
    case PolicyKind::zpdes:
        return std::make_unique<Zpdes>(world);
    case PolicyKind::oracle:
        return std::make_unique<Oracle>(child, 0.7);
    case PolicyKind::free_oracle:
        return std::make_unique<Oracle>(child, 0.0);
    case PolicyKind::random:
    case PolicyKind::ours:
        break;
    }
    return std::make_unique<RandomPolicy>();
}

} // namespace mirabelle::simulate
