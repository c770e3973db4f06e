#include "teacher/model/outlook.h"

#include "engine/learner/school_days.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace mirabelle {

namespace {

constexpr double four_of_five = 1.2816; // standard deviations to either side of the mean
constexpr std::size_t questions_that_tell = 4;
constexpr std::size_t fewest_in_group = 4, most_in_group = 6;

Reason reason_of(Why why) {
    switch (why) {
    case Why::review:
        return Reason::review;
    case Why::confirm:
        return Reason::confirm;
    case Why::open:
        return Reason::open;
    case Why::regain:
        return Reason::regain;
    case Why::fresh:
        return Reason::fresh;
    case Why::support:
        return Reason::support;
    case Why::wished:
        return Reason::goal;
    case Why::free:
        break;
    }
    return Reason::free;
}

bool contains(const std::vector<std::string>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

SkillOutlook outlook_on(const Learner& learner, std::size_t skill, int today) {
    const SkillState& state = learner.state(skill);
    const Belief belief = learner.belief(skill, today);
    const double reference = learner.graph()[skill].reference, spread = std::sqrt(belief.variance);
    const auto share = [&](double ability) {
        return success_at(ability, reference, 0, learner.parameters());
    };
    return {skill,
            learner.mastery(skill, today),
            state.answers,
            state.days,
            today - state.last_day,
            std::max(0, state.due_day - today),
            share(belief.mean - four_of_five * spread),
            share(belief.mean),
            share(belief.mean + four_of_five * spread)};
}

bool is_work(Reason reason) {
    return reason == Reason::open || reason == Reason::regain || reason == Reason::support ||
           reason == Reason::fresh || reason == Reason::goal;
}

} // namespace

bool needs_help(std::span<const Attempt> attempts) {
    // The newest questions, each with whether one of its answers was right without being given away.
    std::vector<std::pair<const Attempt*, bool>> questions;
    for (std::size_t i = attempts.size(); i-- > 0;) {
        const Attempt& attempt = attempts[i];
        const bool alone = attempt.correct && attempt.help <= HelpLevel::gesture_shown &&
                           attempt.scaffold == Scaffold::alone && attempt.attempt_number == 1;
        const bool same = !questions.empty() && questions.back().first->run == attempt.run &&
                          questions.back().first->question == attempt.question;
        if (!same && questions.size() == questions_that_tell)
            break;
        if (same)
            questions.back().second = questions.back().second || alone;
        else
            questions.emplace_back(&attempt, alone);
    }
    return questions.size() == questions_that_tell &&
           std::none_of(questions.begin(), questions.end(), [](const auto& one) { return one.second; });
}

ChildOutlook outlook_of(const Child& child, const LearnerPlannerParts& parts) {
    LearnerPlanner planner(parts);
    planner.meet(child);
    ChildOutlook outlook;
    outlook.wishes = planner.wishes(child);
    outlook.path_step = planner.step_of_path(child);
    Random none(0);
    for (const Proposal& proposal : planner.propose(child, none)) {
        const Reason reason = proposal.activity == outlook.path_step ? Reason::path
                              : contains(outlook.wishes.pinned, proposal.activity->id)
                                  ? Reason::pinned
                                  : reason_of(proposal.choice.why);
        outlook.steps.push_back({proposal.activity, proposal.level, proposal.choice.skill, reason});
    }
    const Learner& learner = planner.learner(child);
    const int today = school_day(parts.now + parts.day_offset);
    for (std::size_t skill = 0; skill < learner.graph().size(); ++skill)
        if (learner.state(skill).answers > 0)
            outlook.skills.push_back(outlook_on(learner, skill, today));
    for (const SkillChoice& choice : planner.skills_to_work_at(child))
        if (is_work(reason_of(choice.why)))
            outlook.needs.push_back(choice.skill);
    outlook.needs_help = needs_help(parts.journal.attempts(child.id, 0));
    return outlook;
}

std::vector<NeedGroup> groups_of_need(const std::vector<std::vector<std::size_t>>& needs) {
    std::vector<bool> placed(needs.size(), false);
    std::vector<NeedGroup> groups;
    // The skill that most children who are left share comes first; who needs it most urgently goes in first.
    for (;;) {
        std::map<std::size_t, std::vector<std::pair<std::size_t, std::size_t>>> wanting; // urgency, child
        for (std::size_t child = 0; child < needs.size(); ++child)
            for (std::size_t place = 0; place < needs[child].size() && !placed[child]; ++place)
                wanting[needs[child][place]].emplace_back(place, child);
        const auto most = std::max_element(wanting.begin(), wanting.end(), [](const auto& a, const auto& b) {
            return a.second.size() < b.second.size();
        });
        if (most == wanting.end() || most->second.size() < 2)
            return groups;
        auto& children = most->second;
        std::sort(children.begin(), children.end());
        // Seven are four and three, not six and one alone.
        const bool leaves_too_few = children.size() > most_in_group && children.size() < most_in_group + 2;
        const std::size_t count = leaves_too_few ? fewest_in_group : std::min(most_in_group, children.size());
        NeedGroup group{most->first, {}};
        for (std::size_t i = 0; i < count; ++i) {
            group.children.push_back(children[i].second);
            placed[children[i].second] = true;
        }
        std::sort(group.children.begin(), group.children.end());
        groups.push_back(std::move(group));
    }
}

} // namespace mirabelle
