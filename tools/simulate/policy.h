// How the next question is chosen, in seven ways.
#pragma once

#include "tools/simulate/world.h"

#include <memory>
#include <string_view>

namespace mirabelle::simulate {

struct Asked {
    std::size_t skill = 0, level = 0;
};

class Policy {
  public:
    virtual ~Policy() = default;
    virtual void begin_day(int day) { static_cast<void>(day); }
    virtual Asked choose(int left_today, Random& random) = 0;
    virtual void note(Asked asked, const Given& given) = 0;
    virtual bool acquired(std::size_t skill) const = 0;
    /// Its prediction of an answer, where it has one.
    virtual double predict(Asked asked) const {
        static_cast<void>(asked);
        return 0.5;
    }
    /// How many answers it took, in `skill`, until it was called acquired; 0 when it was not.
    virtual int answers_to_acquire(std::size_t skill) const {
        static_cast<void>(skill);
        return 0;
    }
};

enum class PolicyKind : std::uint8_t {
    random,
    fixed_order,
    staircase,
    zpdes,
    ours,
    oracle,     ///< sees the truth, and keeps children at a success of .7 or more, as we wish to
    free_oracle ///< sees the truth, and does not care how often they fail
};
inline constexpr std::array all_policies{
    PolicyKind::random, PolicyKind::fixed_order, PolicyKind::staircase,  PolicyKind::zpdes,
    PolicyKind::ours,   PolicyKind::oracle,      PolicyKind::free_oracle};
inline constexpr int trial_count = 900;
std::string_view name_of(PolicyKind kind);

/// World and child outlive it; only the oracle looks at the child.
std::unique_ptr<Policy> make_policy(PolicyKind kind, const World& world, const SimulatedChild& child);
std::unique_ptr<Policy> make_baseline(PolicyKind kind, const World& world, const SimulatedChild& child);
std::unique_ptr<Policy> make_ours(const World& world);

} // namespace mirabelle::simulate
