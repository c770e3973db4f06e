#include "engine/learner_planner.h"

#include "engine/ensure.h"
#include "engine/learner/school_days.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::size_t cards = 3, fewest_cards = 2;

LevelOffer offer_of(const Activity& activity, const Level& level) {
    const bool chosen =
        std::any_of(activity.rules.begin(), activity.rules.end(), [](const SettingRule& rule) {
            return rule.key == "choices" && rule.kind == SettingKind::number;
        });
    return {level.difficulty, chosen ? guess_of(level.settings.number("choices")) : 0};
}

} // namespace

std::vector<SkillOffer> offers_of(const Content& content, std::span<const Activity> activities) {
    const SkillGraph& graph = content.graph();
    std::vector<SkillOffer> by_skill(graph.size());
    for (const Activity& activity : activities)
        for (const Level& level : content.levels(activity.id))
            if (const auto skill = graph.find(level.skill))
                by_skill[*skill].levels.push_back(offer_of(activity, level));
    std::vector<SkillOffer> offers;
    for (std::size_t skill = 0; skill < by_skill.size(); ++skill)
        if (!by_skill[skill].levels.empty())
            offers.push_back({skill, std::move(by_skill[skill].levels)});
    return offers;
}

LearnerPlanner::LearnerPlanner(const LearnerPlannerParts& parts)
    : parts_(parts), offers_(offers_of(parts.content, parts.activities)) {}

int LearnerPlanner::today() const { return school_day(parts_.now + parts_.day_offset); }

LearnerPlanner::Known& LearnerPlanner::known(const Child& child) {
    const auto found = children_.find(child.id);
    if (found != children_.end())
        return found->second;
    return children_.emplace(child.id, Known{Learner(parts_.content.graph(), child.band), {}, {}, {}})
        .first->second;
}

void LearnerPlanner::meet(const Child& child) {
    std::vector<Attempt> attempts;
    try {
        attempts = parts_.journal.attempts(child.id, 0);
    } catch (const JournalError&) {
        return; // a failing disk must not stop a child: what is known of it is what it played since the start
    }
    Known& about = known(child);
    about.learner = learner_from(parts_.content.graph(), child.band, attempts, parts_.day_offset);
    about.course = {};
    about.activities.clear();
    for (const Attempt& attempt : attempts) {
        Played& played = about.activities[attempt.activity];
        played.answers += weight_of(attempt, about.learner.parameters()) > 0 ? 1 : 0;
        played.last = attempt.when;
        about.last_activity = attempt.activity;
    }
}

Plan LearnerPlanner::plan(const Child& child, const Known& about) const {
    return Plan(about.learner, offers_, child.band, today());
}

std::vector<const Level*> LearnerPlanner::levels_about(const Activity& activity, std::size_t skill) const {
    std::vector<const Level*> levels;
    for (const Level& level : parts_.content.levels(activity.id))
        if (parts_.content.graph().find(level.skill) == skill)
            levels.push_back(&level);
    return levels;
}

/// The one played longest ago, but not the last one again.
const Activity* LearnerPlanner::activity_for(const Known& about, std::size_t skill, Again again,
                                             std::span<const Proposal> taken) const {
    const Activity* best = nullptr;
    UtcMilliseconds oldest = 0;
    for (const Activity& activity : parts_.activities) {
        const bool used = (again == Again::no && activity.id == about.last_activity) ||
                          std::any_of(taken.begin(), taken.end(), [&](const Proposal& proposal) {
                              return proposal.activity == &activity;
                          });
        if (used || levels_about(activity, skill).empty())
            continue;
        const auto played = about.activities.find(activity.id);
        const UtcMilliseconds last = played == about.activities.end() ? 0 : played->second.last;
        if (best == nullptr || last < oldest) {
            best = &activity;
            oldest = last;
        }
    }
    return best;
}

const Level& LearnerPlanner::fitting(const Plan& plan, const SkillChoice& choice, const Activity& activity,
                                     const Course& course, Plan::Place place) const {
    const auto levels = levels_about(activity, choice.skill);
    ENSURE(!levels.empty());
    std::vector<LevelOffer> offers;
    for (const Level* level : levels)
        offers.push_back(offer_of(activity, *level));
    return *levels[plan.level(choice, offers, course, place)];
}

std::vector<Proposal> LearnerPlanner::propose(const Child& child, Random& random) {
    Known& about = known(child);
    const Plan plan = this->plan(child, about);
    std::vector<Proposal> proposals;
    const auto choices = plan.skills(about.course, offers_.size(), random);
    // The best skills first; each on a card of its own, in a game that was not just played while there are
    // others.
    for (const Again again : {Again::no, Again::yes})
        for (const SkillChoice& choice : choices) {
            if (proposals.size() >= (again == Again::no ? cards : fewest_cards))
                break;
            const Activity* activity = activity_for(about, choice.skill, again, proposals);
            if (activity == nullptr)
                continue;
            const Level& level = fitting(plan, choice, *activity, about.course, Plan::Place::within);
            proposals.push_back({activity, &level, choice, plan.questions(choice)});
            Played& played = about.activities[std::string(activity->id)];
            played.choice = choice;
            played.proposed = true;
        }
    return proposals;
}

/// For which skill an activity is played: that of its card, or else the nearest of those it can ask about.
SkillChoice LearnerPlanner::choice_for(const Child& child, Known& about, const Activity& activity) const {
    const auto played = about.activities.find(activity.id);
    if (played != about.activities.end() && played->second.proposed)
        return played->second.choice;
    std::vector<SkillOffer> own;
    for (const SkillOffer& offer : offers_)
        if (parts_.content.graph()[offer.skill].band == child.band &&
            !levels_about(activity, offer.skill).empty())
            own.push_back(offer);
    ENSURE(!own.empty());
    Random none(0);
    return Plan(about.learner, own, child.band, today()).skills({}, 1, none).front();
}

const Level& LearnerPlanner::level(const Child& child, const Activity& activity, Plan::Place place) {
    Known& about = known(child);
    const SkillChoice choice = choice_for(child, about, activity);
    return fitting(plan(child, about), choice, activity, about.course, place);
}

Estimate LearnerPlanner::expect(const Child& child, const Activity& activity, const Exercise& exercise) {
    static_cast<void>(activity);
    const Learner& learner = known(child).learner;
    const auto skill = parts_.content.graph().find(exercise.skill);
    if (!skill)
        return {0.5, 0, 0, 0};
    const Belief belief = learner.belief(*skill, today());
    return {predict(belief, exercise.difficulty, guess_of(exercise.options), learner.parameters()),
            belief.mean, belief.variance, 1};
}

Estimate LearnerPlanner::learn(const Child& child, const Activity& activity, const Attempt& attempt) {
    Known& about = known(child);
    const SkillGraph& graph = parts_.content.graph();
    const LearnerParameters& numbers = about.learner.parameters();
    const auto answer = judged(graph, attempt, parts_.day_offset, numbers);
    if (!answer)
        return {0.5, 0, 0, 0};
    about.learner.learn(answer->skill, answer->evidence);
    Played& played = about.activities[std::string(activity.id)];
    played.last = attempt.when;
    about.last_activity = activity.id;
    if (answer->evidence.weight > 0) {
        ++played.answers;
        SkillChoice choice = played.proposed ? played.choice : SkillChoice{};
        choice.skill = answer->skill;
        note(about.course, choice, attempt.correct, {});
    }
    const Belief belief = about.learner.belief(answer->skill, answer->evidence.day);
    return {predict(belief, answer->evidence.difficulty, answer->evidence.guess, numbers), belief.mean,
            belief.variance, answer->evidence.weight};
}

bool LearnerPlanner::is_new_to(const Child& child, const Activity& activity) {
    const Known& about = known(child);
    const auto played = about.activities.find(activity.id);
    return played == about.activities.end() || played->second.answers == 0;
}

} // namespace mirabelle
