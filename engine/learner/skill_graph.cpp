#include "engine/learner/skill_graph.h"

#include <algorithm>
#include <utility>

namespace mirabelle {

SkillGraph::SkillGraph(std::vector<GraphSkill> skills, OldNames old_names)
    : skills_(std::move(skills)), leads_to_(skills_.size()) {
    for (std::size_t place = 0; place < skills_.size(); ++place) {
        places_.emplace(skills_[place].id, place);
        for (const std::size_t need : skills_[place].needs)
            leads_to_[need].push_back(place);
    }
    for (const auto& [was, is] : old_names)
        if (const auto place = find(is))
            places_.emplace(was, *place);
}

std::optional<std::size_t> SkillGraph::find(std::string_view id) const {
    const auto found = places_.find(id);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> SkillGraph::circle() const {
    // Takes away what needs nothing that is left, until nothing is left or only circles and what needs them.
    std::vector<char> reached(skills_.size(), 0);
    for (bool more = true; more;) {
        more = false;
        for (std::size_t place = 0; place < skills_.size(); ++place) {
            const auto& needs = skills_[place].needs;
            if (reached[place] == 0 && std::all_of(needs.begin(), needs.end(),
                                                   [&](std::size_t need) { return reached[need] != 0; })) {
                reached[place] = 1;
                more = true;
            }
        }
    }
    const auto left = std::find(reached.begin(), reached.end(), 0);
    if (left == reached.end())
        return std::nullopt;
    // Down the unreached needs for as long as there are skills: that leads into the circle itself.
    auto place = static_cast<std::size_t>(left - reached.begin());
    for (std::size_t step = 0; step < skills_.size(); ++step) {
        const auto& needs = skills_[place].needs;
        place =
            *std::find_if(needs.begin(), needs.end(), [&](std::size_t need) { return reached[need] == 0; });
    }
    return place;
}

} // namespace mirabelle
