#include "teacher/model/class_overview.h"

#include "engine/learner/school_days.h"
#include "engine/learning.h"

#include <algorithm>
#include <set>

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

ClassOverview::ClassOverview(const Journal& journal, const Content& content, UtcMilliseconds now,
                             Milliseconds offset)
    : journal_(&journal), content_(&content), today_(day_around(now, offset)), offset_(offset) {
    std::set<Band> bands;
    for (Child& child : journal.children()) {
        bands.insert(child.band);
        children_.push_back({std::move(child), {}, 0, std::nullopt});
    }
    for (const Skill& skill : content.skills())
        if (bands.count(skill.band) > 0)
            skills_.push_back(&skill);
    std::stable_sort(skills_.begin(), skills_.end(), [](const Skill* a, const Skill* b) {
        return std::pair(a->band, a->strand) < std::pair(b->band, b->strand);
    });
}

bool ClassOverview::read_more() {
    if (complete())
        return false;
    ChildOverview& child = children_[next_++];
    const SkillGraph& graph = content_->graph();
    const Learner learner =
        learner_from(graph, child.child.band, journal_->first_answers(child.child.id), offset_);
    for (const SkillOutlook& skill : skills_of(learner, school_day(today_.from + offset_)))
        child.skills.emplace(graph[skill.skill].id, skill);
    child.played_today = journal_->played(child.child.id, today_.from, today_.to);
    child.last_played = journal_->last_played(child.child.id);
    return !complete();
}

double ClassOverview::share_read() const {
    return children_.empty() ? 1 : static_cast<double>(next_) / static_cast<double>(children_.size());
}

} // namespace mirabelle
