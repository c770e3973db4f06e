// Simulated children and what they are asked: made to differ from the estimator on purpose. Answers are
// probit, not logistic; children lapse, forget, are absent; difficulties are not those the estimator is told;
// nothing is learnt whose prerequisites are missing.
#pragma once

#include "engine/learner/plan.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mirabelle::simulate {

/// At which rate of success most is learnt from an answer.
enum class Law : std::uint8_t { most_at_half, most_at_four_fifths, by_success };
inline constexpr std::array all_laws{Law::most_at_half, Law::most_at_four_fifths, Law::by_success};
std::string_view name_of(Law law);

enum class Kind : std::uint8_t {
    honest,
    guesses, ///< whatever is asked
    touches_left,
    bangs,     ///< after 200 ms, anywhere
    told,      ///< the answer, by the helping hand: always right
    strong,    ///< knows everything long since
    far_above, ///< honest, two standard deviations above the mean
    far_below
};

inline constexpr int skill_count = 30;
inline constexpr int level_count = 8;

/// What can be asked, and how hard it truly is.
struct World {
    World(std::uint64_t seed, double guess_everywhere);
    /// `guess_everywhere`: of all items, instead of a mixture; negative: the mixture.
    explicit World(std::uint64_t seed) : World(seed, -1) {}

    SkillGraph graph;
    std::vector<SkillOffer> offers;                                        ///< as the estimator is told
    std::array<std::array<double, level_count>, skill_count> difficulty{}; ///< the truth
};

double normal(Random& random);

struct Given {
    bool correct = false;
    double weight = 1; ///< as the program would weigh it
};

class SimulatedChild {
  public:
    SimulatedChild(const World& world, Law law, Kind kind, std::uint64_t seed);

    /// True probability of a right answer.
    double chance(std::size_t skill, std::size_t level) const;
    /// Expected gain in ability, logits.
    double gain(std::size_t skill, std::size_t level) const;
    Given answer(std::size_t skill, std::size_t level); ///< and learns
    bool mastered(std::size_t skill) const { return missing(skill) <= 0; }
    double missing(std::size_t skill) const; ///< logits to mastery
    /// Logits to an ability that is still mastery after `days` without practice.
    double missing_after(std::size_t skill, int days) const;
    bool blocked(std::size_t skill) const;
    /// A school day has gone by.
    void sleep();
    bool absent(); ///< today
    double starting_ability() const { return starting_ability_; }
    Random& random() { return random_; }

  private:
    bool thinks() const { return kind_ == Kind::honest || kind_ >= Kind::strong; }
    double latent(std::size_t skill, std::size_t level) const;
    double gain_if(double latent, double chance, bool correct) const;
    double share_forgotten(std::size_t skill) const; ///< a day

    const World* world_;
    Law law_;
    Kind kind_;
    Random random_;
    double starting_ability_ = 0;
    double rate_ = 0, lapse_ = 0, forgetting_ = 0, tablet_ = 0;
    int away_ = 0;
    std::array<double, skill_count> ability_{}, start_{};
    std::array<int, skill_count> days_{};
    std::array<bool, skill_count> practised_{};
};

} // namespace mirabelle::simulate
