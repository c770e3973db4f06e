// The learner model and its plan, exactly as the program uses them, for simulated children.
#include "tools/simulate/policy.h"

#include <algorithm>

namespace mirabelle::simulate {

namespace {

constexpr int round_length = 5;
constexpr std::size_t cards = 3;

class Ours final : public Policy {
  public:
    explicit Ours(const World& world) : world_(&world), learner_(world.graph, Band::MS) {}

    void begin_day(int day) override {
        day_ = day;
        course_ = {};
        left_in_round_ = 0;
    }
    Asked choose(int left_today, Random& random) override {
        const Plan plan(learner_, world_->offers, Band::MS, day_, {}, parameters_);
        if (left_in_round_ == 0 || course_.avoid == choice_.skill)
            begin_round(plan, random);
        --left_in_round_;
        const auto place = left_today == 1 ? Plan::Place::last : Plan::Place::within;
        return {choice_.skill, plan.level(choice_, world_->offers[choice_.skill].levels, course_, place)};
    }
    void note(Asked asked, const Given& given) override {
        const LevelOffer& level = world_->offers[asked.skill].levels[asked.level];
        const bool before = learner_.state(asked.skill).acquired;
        learner_.learn(asked.skill, {given.correct, level.difficulty, level.guess, given.weight, day_});
        mirabelle::note(course_, choice_, given.correct, parameters_);
        if (!before && learner_.state(asked.skill).acquired && took_[asked.skill] == 0)
            took_[asked.skill] = learner_.state(asked.skill).answers;
    }
    bool acquired(std::size_t skill) const override { return learner_.state(skill).acquired; }
    double predict(Asked asked) const override {
        const LevelOffer& level = world_->offers[asked.skill].levels[asked.level];
        return learner_.predict(asked.skill, level.difficulty, level.guess, day_);
    }
    int answers_to_acquire(std::size_t skill) const override { return took_[skill]; }

  private:
    void begin_round(const Plan& plan, Random& random) {
        choice_ = random.pick(plan.skills(course_, cards, random)); // the child's choice
        const int questions = plan.questions(choice_);
        left_in_round_ = questions > 0 ? questions : round_length;
    }

    const World* world_;
    Learner learner_;
    PlanParameters parameters_;
    Course course_;
    int day_ = 0, left_in_round_ = 0;
    SkillChoice choice_;
    std::array<int, skill_count> took_{};
};

} // namespace

std::unique_ptr<Policy> make_ours(const World& world) { return std::make_unique<Ours>(world); }

} // namespace mirabelle::simulate
