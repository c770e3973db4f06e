// Which skill a child meets next, and how hard: the same code in the program and in tools/simulate.
#pragma once

#include "engine/learner/learner.h"
#include "engine/learner/plan_parameters.h"
#include "engine/random.h"

#include <span>
#include <vector>

namespace mirabelle {

/// One thing that can be asked.
struct LevelOffer {
    double difficulty = 0; ///< logits
    double guess = 0;      ///< probability of being right by chance, 0..0.5
};

/// A skill that something asks about; at least one level.
struct SkillOffer {
    std::size_t skill = 0;
    std::vector<LevelOffer> levels;
};

/// Why a skill is proposed.
enum class Why : std::uint8_t {
    review,  ///< it was acquired, and is due
    confirm, ///< it is nearly acquired: seen once more on another day
    open,    ///< it is in work
    regain,  ///< it was acquired and has been lost
    fresh,   ///< it is new, and what it needs is there
    support, ///< what is built on it was too hard
    wished,  ///< the teacher's goal
    free     ///< nothing is urgent
};

struct SkillChoice {
    std::size_t skill = 0;
    Why why = Why::open;
};

/// What a teacher has set for a child.
struct PlanWishes {
    std::vector<std::size_t> goals;    ///< come first
    std::vector<std::size_t> excluded; ///< are never proposed
};

/// What has happened since the child sat down, as far as it steers what comes.
struct Course {
    int answered = 0;
    int looks = 0; ///< of them, answers that reviewed or confirmed
    int wrong_in_row = 0, right_in_row = 0;
    std::size_t last_skill = SIZE_MAX;
    std::size_t avoid = SIZE_MAX; ///< too much of it went wrong
};
void note(Course& course, const SkillChoice& choice, bool correct, const PlanParameters& parameters);

class Plan {
  public:
    /// All of it outlives the plan. `day`: number of the school day.
    Plan(const Learner& learner, std::span<const SkillOffer> offers, Band band, int day,
         const PlanWishes& wishes = {}, const PlanParameters& parameters = {});

    /// At most `count` skills to choose from, the best first; none only where nothing is offered.
    std::vector<SkillChoice> skills(const Course& course, std::size_t count, Random& random) const;
    /// Which of the offered levels comes next; the same until something is answered.
    enum class Place : std::uint8_t { within, last }; ///< `last`: the question ends the session
    std::size_t level(const SkillChoice& choice, std::span<const LevelOffer> levels, const Course& course,
                      Place place) const;
    /// How many questions suit the choice; 0: a whole round.
    int questions(const SkillChoice& choice) const;
    /// Whether what the skill needs is there, as far as it can be asked.
    bool ready(std::size_t skill) const;

  private:
    struct Candidate {
        SkillChoice choice;
        double cost = 0; ///< answers until it is mastered, about
    };
    struct Piles {
        std::vector<Candidate> looks, work, fresh, rest;
    };
    Candidate judged(const SkillOffer& offer, const Course& course) const;
    Piles piles(const Course& course) const;
    bool is_there(std::size_t need, Band for_band) const;
    double easiest_success(const SkillOffer& offer) const;
    bool needs_support(const SkillOffer& offer) const;
    double cost(std::size_t skill) const;
    bool looks_for_its_place() const;
    bool seems_above() const;
    double target(const SkillChoice& choice, double guess, const Course& course, Place place) const;
    std::size_t telling_level(const Belief& belief, std::span<const LevelOffer> levels) const;
    std::size_t level_at(const Belief& belief, std::span<const LevelOffer> levels, double success) const;

    const Learner* learner_;
    std::span<const SkillOffer> offers_;
    Band band_;
    int day_;
    PlanWishes wishes_;
    PlanParameters parameters_;
    std::vector<const SkillOffer*> by_skill_; ///< nothing where nothing asks about it
    std::vector<char> supports_;              ///< skills on which something too hard is built
};

} // namespace mirabelle
