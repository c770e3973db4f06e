#include "engine/learner_planner.h"

#include "engine/ensure.h"
#include "engine/learner/school_days.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::size_t cards = 3, fewest_cards = 2;
constexpr int questions_of_a_step = 5; // of a path: the least that a round has

LevelOffer offer_of(const Activity& activity, const Level& level) {
    const bool chosen =
        std::any_of(activity.rules.begin(), activity.rules.end(), [](const SettingRule& rule) {
            return rule.key == "choices" && rule.kind == SettingKind::number;
        });
    return {level.difficulty, chosen ? guess_of(level.settings.number("choices")) : 0};
}

/// Without those that teach nothing and are never proposed: a teacher starts them.
std::vector<Activity> scored(const Content& content, std::span<const Activity> activities) {
    std::vector<Activity> kept;
    for (const Activity& activity : activities) {
        Random chance(0);
        const auto levels = content.levels(activity.id);
        if (levels.empty() || activity.ask(levels.front(), content, {}, chance).scoring == Scoring::counts)
            kept.push_back(activity);
    }
    if (kept.empty()) // a garden is never without a card
        kept.assign(activities.begin(), activities.end());
    return kept;
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
    : parts_(parts), offers_(offers_of(parts.content, scored(parts.content, parts.activities))) {}

int LearnerPlanner::today() const { return school_day(parts_.now + parts_.day_offset); }

LearnerPlanner::Known& LearnerPlanner::known(const Child& child) {
    const auto found = children_.find(child.id);
    if (found != children_.end())
        return found->second;
    return children_.emplace(child.id, Known{Learner(parts_.content.graph(), child.band), {}, {}, {}, {}})
        .first->second;
}

void LearnerPlanner::meet(const Child& child) {
    try {
        meet(child, parts_.journal.first_answers(child.id));
    } catch (const JournalError&) {
        // A failing disk must not stop a child: what is known of it is what it played since the start.
    }
}

void LearnerPlanner::meet(const Child& child, std::span<const FirstAnswer> answers) {
    const TeacherWishes wishes = wishes_that_hold(parts_.journal, child.id, parts_.now);
    Known& about = known(child);
    about.learner = learner_from(parts_.content.graph(), child.band, answers, parts_.day_offset);
    about.course = {};
    about.activities.clear();
    about.wishes = wishes;
    for (const FirstAnswer& answer : answers) {
        count_on_path(about, answer.activity, answer.when);
        Played& played = about.activities[answer.activity];
        played.answers += weight_of(answer, about.learner.parameters()) > 0 ? 1 : 0;
        played.last = answer.when;
        about.last_activity = answer.activity;
    }
}

Plan LearnerPlanner::plan(const Child& child, const Known& about) const {
    PlanWishes wishes;
    for (const std::string& goal : about.wishes.goals)
        if (const auto skill = parts_.content.graph().find(goal))
            wishes.goals.push_back(*skill);
    return Plan(about.learner, offers_, child.band, today(), wishes);
}

void LearnerPlanner::count_on_path(Known& about, const std::string& activity, UtcMilliseconds when) const {
    if (when >= about.wishes.path_since)
        ++about.activities[activity].on_path;
}

const Activity* LearnerPlanner::step_of_path(const Known& about) const {
    for (const std::string& step : about.wishes.path)
        for (const Activity& activity : parts_.activities) {
            const auto played = about.activities.find(step);
            if (activity.id == step &&
                (played == about.activities.end() || played->second.on_path < questions_of_a_step))
                return &activity;
        }
    return nullptr;
}

std::vector<const Activity*> LearnerPlanner::wanted(const Known& about) const {
    std::vector<const Activity*> first;
    if (const Activity* step = step_of_path(about))
        first.push_back(step);
    for (const Activity& activity : parts_.activities)
        if (first.size() < cards && is_among(activity.id, about.wishes.pinned) &&
            std::find(first.begin(), first.end(), &activity) == first.end())
            first.push_back(&activity);
    return first;
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
                          is_among(activity.id, about.wishes.excluded) ||
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
    const auto put_on_a_card = [&](const Activity& activity, const SkillChoice& choice, int questions) {
        Played& played = about.activities[std::string(activity.id)];
        played.choice = choice;
        played.proposed = true;
        proposals.push_back({&activity, &level(child, activity, Plan::Place::within), choice, questions});
    };
    for (const Activity* activity : wanted(about))
        put_on_a_card(*activity, choice_for(child, about, *activity), 0);
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
            put_on_a_card(*activity, choice, plan.questions(choice));
        }
    return proposals;
}

std::vector<SkillChoice> LearnerPlanner::skills_to_work_at(const Child& child) {
    const Known& about = known(child);
    Random none(0);
    return plan(child, about).skills(about.course, offers_.size(), none);
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
    if (own.empty()) // it is never scored: any of its skills will do
        for (const Level& level : parts_.content.levels(activity.id))
            if (const auto skill = parts_.content.graph().find(level.skill);
                skill && (own.empty() || level.band == child.band))
                own = {{*skill, {offer_of(activity, level)}}};
    ENSURE(!own.empty());
    Random none(0);
    return Plan(about.learner, own, child.band, today()).skills({}, 1, none).front();
}

const Level& LearnerPlanner::level(const Child& child, const Activity& activity, Plan::Place place) {
    Known& about = known(child);
    for (const FixedLevel& fixed : about.wishes.levels)
        for (const Level& level : parts_.content.levels(activity.id))
            if (fixed.activity == activity.id && fixed.level == level.id)
                return level;
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
    if (attempt.attempt_number == 1)
        count_on_path(about, attempt.activity, attempt.when);
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
