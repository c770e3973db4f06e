#include "teacher/model/class_overview.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace mirabelle {

SkillOutlook ChildOverview::skill(std::string_view id) const {
    const auto found = skills.find(id);
    return found == skills.end() ? SkillOutlook{} : found->second;
}

Day day_around(UtcMilliseconds now, Milliseconds offset) {
    constexpr Milliseconds day = 24 * 60 * 60 * 1000;
    const UtcMilliseconds local = now + offset;
    const UtcMilliseconds from = local - ((local % day) + day) % day - offset;
    return {from, from + day};
}

ClassOverview::ClassOverview(ClassKnowledge& knowledge) : knowledge_(&knowledge) {
    const LearnerPlannerParts& parts = knowledge.planner().parts();
    today_ = day_around(parts.now, parts.day_offset);
    std::set<Band> bands;
    for (Child& child : parts.journal.children()) {
        bands.insert(child.band);
        children_.push_back({std::move(child), {}, 0, std::nullopt});
    }
    for (const Skill& skill : parts.content.skills())
        if (bands.count(skill.band) > 0)
            skills_.push_back(&skill);
    // The band's own column before those that packs add.
    const auto place = [](const Skill* skill) {
        return std::tuple(skill->band, skill->column != name_of(skill->band), std::string_view(skill->column),
                          std::string_view(skill->strand));
    };
    std::stable_sort(skills_.begin(), skills_.end(),
                     [&](const Skill* a, const Skill* b) { return place(a) < place(b); });
    for (const Skill* skill : skills_)
        if (const ProgrammeColumn column{skill->band, skill->column};
            columns_.empty() || columns_.back() != column)
            columns_.push_back(column);
}

bool ClassOverview::read_more() {
    if (complete())
        return false;
    ChildOverview& child = children_[next_++];
    knowledge_->meet(child.child);
    LearnerPlanner& planner = knowledge_->planner();
    const Journal& journal = planner.parts().journal;
    for (const SkillOutlook& skill : skills_of(planner.learner(child.child), planner.today()))
        child.skills.emplace(planner.parts().content.graph()[skill.skill].id, skill);
    child.played_today = journal.played(child.child.id, today_.from, today_.to);
    child.last_played = journal.last_played(child.child.id);
    return !complete();
}

double ClassOverview::share_read() const {
    return children_.empty() ? 1 : static_cast<double>(next_) / static_cast<double>(children_.size());
}

} // namespace mirabelle
