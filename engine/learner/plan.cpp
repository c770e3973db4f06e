#include "engine/learner/plan.h"

#include <algorithm>
#include <utility>

namespace mirabelle {

namespace {

// In answers, about; what matters is the order that they lead to.
constexpr double answers_a_logit = 22;
constexpr double answers_to_be_sure = 5;             // of a skill that is there already
constexpr double same_strand = 4;                    // literacy and numeracy alternate
constexpr double wrong_weighs = 1.5;                 // too hard is worse than too easy
constexpr double other_column = 1000, not_now = 500; // nothing else is left then
constexpr double known_above = 0.8;                  // certainty of what an older column is built on

bool is_look(Why why) { return why == Why::review || why == Why::confirm; }

bool contains(const std::vector<std::size_t>& skills, std::size_t skill) {
    return std::find(skills.begin(), skills.end(), skill) != skills.end();
}

} // namespace

void note(Course& course, const SkillChoice& choice, bool correct, const PlanParameters& parameters) {
    ++course.answered;
    course.looks += is_look(choice.why) ? 1 : 0;
    course.wrong_in_row = correct ? 0 : course.wrong_in_row + 1;
    course.right_in_row = correct ? course.right_in_row + 1 : 0;
    course.last_skill = choice.skill;
    if (course.wrong_in_row >= parameters.failures_that_change)
        course.avoid = choice.skill;
}

Plan::Plan(const Learner& learner, std::span<const SkillOffer> offers, Band band, int day,
           const PlanWishes& wishes, const PlanParameters& parameters)
    : learner_(&learner),
      offers_(offers),
      band_(band),
      day_(day),
      wishes_(wishes),
      parameters_(parameters),
      by_skill_(learner.graph().size(), nullptr),
      supports_(learner.graph().size(), 0) {
    for (const SkillOffer& one : offers_)
        by_skill_[one.skill] = &one;
    for (const SkillOffer& one : offers_) {
        const GraphSkill& about = learner_->graph()[one.skill];
        if (about.band == band_ && needs_support(one))
            for (const std::size_t need : about.needs)
                supports_[need] = 1;
    }
}

double Plan::easiest_success(const SkillOffer& offer) const {
    const Belief belief = learner_->belief(offer.skill, day_);
    double best = 0;
    for (const LevelOffer& level : offer.levels)
        best = std::max(best, predict(belief, level.difficulty, level.guess, learner_->parameters()));
    return best;
}

/// A need of a younger column counts as there until something speaks against it; one that nothing asks about
/// stands for its own needs.
bool Plan::is_there(std::size_t need, Band for_band) const {
    const SkillState& state = learner_->state(need);
    if (by_skill_[need] == nullptr && state.answers == 0) {
        const auto& needs = learner_->graph()[need].needs;
        return std::all_of(needs.begin(), needs.end(),
                           [&](std::size_t deeper) { return is_there(deeper, for_band); });
    }
    if (learner_->graph()[need].band < for_band && supports_[need] == 0 && state.answers == 0)
        return true;
    return learner_->has_base(need, day_);
}

bool Plan::ready(std::size_t skill) const {
    const GraphSkill& about = learner_->graph()[skill];
    return std::all_of(about.needs.begin(), about.needs.end(),
                       [&](std::size_t need) { return is_there(need, about.band); });
}

/// Even what is easiest is too hard, and something that it is built on can be learnt first.
bool Plan::needs_support(const SkillOffer& offer) const {
    if (learner_->state(offer.skill).answers == 0)
        return false;
    const auto& needs = learner_->graph()[offer.skill].needs;
    return std::any_of(needs.begin(), needs.end(),
                       [&](std::size_t need) {
                           return by_skill_[need] != nullptr && !learner_->state(need).acquired;
                       }) &&
           easiest_success(offer) < parameters_.within_reach;
}

double Plan::cost(std::size_t skill) const {
    const LearnerParameters& numbers = learner_->parameters();
    const double mastery = learner_->graph()[skill].reference + numbers.mastery_margin;
    const double missing = std::max(0.0, mastery + parameters_.surplus - learner_->belief(skill, day_).mean);
    const int unsure = std::max(0, numbers.mastery_answers - learner_->state(skill).answers);
    return missing * answers_a_logit + answers_to_be_sure * unsure / numbers.mastery_answers;
}

Plan::Candidate Plan::judged(const SkillOffer& offer, const Course& course) const {
    const SkillGraph& graph = learner_->graph();
    const std::size_t skill = offer.skill;
    const SkillState& state = learner_->state(skill);
    const double sure = learner_->certainty(skill, day_);
    Candidate candidate{{skill, Why::free}, cost(skill)};
    if (graph[skill].band != band_)
        candidate.cost += other_column;
    if (course.last_skill < graph.size() && graph[course.last_skill].strand == graph[skill].strand)
        candidate.cost += same_strand;
    if (skill == course.avoid)
        return candidate;
    if (state.acquired) {
        const bool due = day_ >= state.due_day;
        candidate.cost = state.due_day - day_ + (due ? 0 : not_now);
        candidate.choice.why = due ? Why::review : Why::free;
    } else if (state.answers >= learner_->parameters().mastery_answers && sure >= parameters_.left_at) {
        candidate.cost = 1 - sure;
        candidate.choice.why = state.last_day != day_ ? Why::confirm : Why::free;
    } else if (ready(skill) && !needs_support(offer)) {
        const Band band = graph[skill].band;
        const bool above =
            band > band_ &&
            std::none_of(graph[skill].needs.begin(), graph[skill].needs.end(),
                         [&](std::size_t need) { return learner_->certainty(need, day_) >= known_above; });
        if (above || (band < band_ && state.answers == 0 && supports_[skill] == 0))
            return candidate;
        if (band < band_)
            candidate.cost -= other_column;
        candidate.choice.why = state.lapsed         ? Why::regain
                               : band < band_       ? Why::support
                               : state.answers == 0 ? Why::fresh
                                                    : Why::open;
    }
    return candidate;
}

Plan::Piles Plan::piles(const Course& course) const {
    Piles piles;
    for (const SkillOffer& one : offers_) {
        if (contains(wishes_.excluded, one.skill))
            continue;
        Candidate candidate = judged(one, course);
        if (contains(wishes_.goals, one.skill) && one.skill != course.avoid &&
            candidate.choice.why != Why::review) {
            candidate.choice.why = Why::wished;
            candidate.cost = -1;
        }
        const Why why = candidate.choice.why;
        auto& pile = is_look(why)        ? piles.looks
                     : why == Why::free  ? piles.rest
                     : why == Why::fresh ? piles.fresh
                                         : piles.work;
        pile.push_back(candidate);
    }
    for (auto* pile : {&piles.looks, &piles.work, &piles.fresh, &piles.rest})
        std::sort(pile->begin(), pile->end(), [](const Candidate& a, const Candidate& b) {
            return std::pair(a.cost, a.choice.skill) < std::pair(b.cost, b.choice.skill);
        });
    return piles;
}

std::vector<SkillChoice> Plan::skills(const Course& course, std::size_t count, Random& random) const {
    Piles all = piles(course);
    // As much that is new as the number of skills in work allows.
    const auto most = static_cast<std::size_t>(parameters_.open_skills);
    const std::size_t room = std::min(all.fresh.size(), all.work.size() < most ? most - all.work.size() : 0);
    if (all.fresh.size() > room && room > 0 && random.happens(parameters_.exploration))
        std::swap(all.fresh.front(), all.fresh[random.below(static_cast<std::uint32_t>(all.fresh.size()))]);
    const auto first_left = all.fresh.begin() + static_cast<std::ptrdiff_t>(room);
    all.work.insert(all.work.end(), all.fresh.begin(), first_left);
    all.fresh.erase(all.fresh.begin(), first_left);
    std::stable_sort(all.work.begin(), all.work.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });

    std::vector<SkillChoice> chosen;
    const auto take = [&](const std::vector<Candidate>& pile) {
        for (const Candidate& candidate : pile)
            if (chosen.size() < count)
                chosen.push_back(candidate.choice);
    };
    const bool look = course.looks < parameters_.review_share * (course.answered + 1);
    if (look)
        take(all.looks);
    take(all.work);
    if (!look)
        take(all.looks);
    take(all.fresh);
    take(all.rest);
    return chosen;
}

bool Plan::looks_for_its_place() const { return learner_->general().variance > parameters_.placed_at; }

bool Plan::seems_above() const {
    return learner_->general().mean >
           learner_->parameters().start[static_cast<std::size_t>(band_)] + parameters_.probe_above;
}

double Plan::target(const SkillChoice& choice, double guess, const Course& course, Place place) const {
    if (course.answered == 0 || place == Place::last)
        return parameters_.opening;
    if (course.wrong_in_row >= parameters_.failures_that_ease)
        return parameters_.after_failures;
    if (course.wrong_in_row > 0 && looks_for_its_place())
        return parameters_.after_a_failure;
    // Chance that stays the same until something is answered: whoever asks twice is told the same.
    Random random(static_cast<std::uint64_t>(learner_->answers()) * 1000 + choice.skill);
    double sum = -6; // of twelve draws: near enough to a normal distribution (Irwin and Hall)
    for (int i = 0; i < 12; ++i)
        sum += random.share();
    const bool probes =
        looks_for_its_place() && course.right_in_row >= parameters_.successes_that_probe && seems_above();
    const double known =
        (probes ? parameters_.probing : parameters_.knowing) + parameters_.knowing_spread * sum;
    return std::clamp(guess + (1 - guess - learner_->parameters().slip) * known,
                      probes ? parameters_.least_probed : parameters_.least_success,
                      parameters_.most_success);
}

std::size_t Plan::telling_level(const Belief& belief, std::span<const LevelOffer> levels) const {
    std::size_t best = 0;
    double most = -1;
    for (std::size_t place = 0; place < levels.size(); ++place) {
        const LevelOffer& one = levels[place];
        const double success = predict(belief, one.difficulty, one.guess, learner_->parameters());
        const Evidence asked{true, one.difficulty, one.guess, 1, day_};
        const double told = success >= parameters_.least_success
                                ? 1 + observe(belief, asked, learner_->parameters()).information
                                : success;
        if (told > most) {
            most = told;
            best = place;
        }
    }
    return best;
}

std::size_t Plan::level_at(const Belief& belief, std::span<const LevelOffer> levels, double success) const {
    std::size_t best = 0;
    double least = 2;
    for (std::size_t place = 0; place < levels.size(); ++place) {
        const double p =
            predict(belief, levels[place].difficulty, levels[place].guess, learner_->parameters());
        const double off = p < success ? (success - p) * wrong_weighs : p - success;
        if (off < least) {
            least = off;
            best = place;
        }
    }
    return best;
}

std::size_t Plan::level(const SkillChoice& choice, std::span<const LevelOffer> levels, const Course& course,
                        Place place) const {
    const Belief belief = learner_->belief(choice.skill, day_);
    const bool careful =
        course.answered == 0 || place == Place::last || course.wrong_in_row >= parameters_.failures_that_ease;
    if (is_look(choice.why) && !careful)
        return telling_level(belief, levels);
    return level_at(belief, levels, target(choice, levels.front().guess, course, place));
}

int Plan::questions(const SkillChoice& choice) const {
    return is_look(choice.why) ? parameters_.questions_of_a_look : 0;
}

} // namespace mirabelle
