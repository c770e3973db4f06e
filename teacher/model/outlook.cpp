#include "teacher/model/outlook.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace mirabelle {

namespace {

constexpr double four_of_five = 1.2816; // standard deviations to either side of the mean
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

std::vector<SkillOutlook> skills_of(const Learner& learner, int today) {
    std::vector<SkillOutlook> skills;
    for (std::size_t skill = 0; skill < learner.graph().size(); ++skill)
        if (learner.state(skill).answers > 0)
            skills.push_back(outlook_on(learner, skill, today));
    return skills;
}

ChildOutlook outlook_without_steps(const Child& child, ClassKnowledge& knowledge) {
    knowledge.meet(child);
    LearnerPlanner& planner = knowledge.planner();
    ChildOutlook outlook;
    outlook.wishes = planner.wishes(child);
    outlook.skills = skills_of(planner.learner(child), planner.today());
    for (const SkillChoice& choice : planner.skills_to_work_at(child))
        if (is_work(reason_of(choice.why)))
            outlook.needs.push_back(choice.skill);
    outlook.needs_help = knowledge.needs_help(child.id);
    return outlook;
}

ChildOutlook outlook_of(const Child& child, ClassKnowledge& knowledge) {
    ChildOutlook outlook = outlook_without_steps(child, knowledge);
    LearnerPlanner& planner = knowledge.planner();
    outlook.path_step = planner.step_of_path(child);
    Random none(0);
    for (const Proposal& proposal : planner.propose(child, none)) {
        const Reason reason = proposal.activity == outlook.path_step ? Reason::path
                              : is_among(proposal.activity->id, outlook.wishes.pinned)
                                  ? Reason::pinned
                                  : reason_of(proposal.choice.why);
        outlook.steps.push_back({proposal.activity, proposal.level, proposal.choice.skill, reason});
    }
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
