#include "teacher/pages/reason_words.h"

#include "teacher/pages/progress_words.h"
#include "teacher/panel/widgets.h"

#include <algorithm>

namespace mirabelle {

namespace {

const char* reason_key(Reason reason) {
    switch (reason) {
    case Reason::path:
        return "steps.why_path";
    case Reason::pinned:
        return "steps.why_pinned";
    case Reason::goal:
        return "steps.why_goal";
    case Reason::review:
        return "steps.why_review";
    case Reason::confirm:
        return "steps.why_confirm";
    case Reason::open:
        return "steps.why_open";
    case Reason::regain:
        return "steps.why_regain";
    case Reason::fresh:
        return "steps.why_fresh";
    case Reason::support:
        return "steps.why_support";
    case Reason::free:
        break;
    }
    return "steps.why_free";
}

} // namespace

std::string skill_name(const Desk& desk, std::size_t skill) {
    const std::string& id = desk.content.graph()[skill].id;
    for (const Skill& known : desk.content.skills())
        if (known.id == id)
            return known.name;
    return id;
}

std::string reason_words(const Desk& desk, const ChildOutlook& outlook, const NextStep& step) {
    const auto met = std::find_if(outlook.skills.begin(), outlook.skills.end(),
                                  [&](const SkillOutlook& skill) { return skill.skill == step.skill; });
    const std::string ago = met == outlook.skills.end() ? "" : days_ago_words(desk, met->days_ago);
    const std::string questions = questions_words(desk, met == outlook.skills.end() ? 0 : met->answers);
    // What it is built on, as far as it was met.
    std::string needs;
    for (const std::size_t need : desk.content.graph()[step.skill].needs)
        if (const auto known = std::find_if(outlook.skills.begin(), outlook.skills.end(),
                                            [&](const SkillOutlook& skill) { return skill.skill == need; });
            known != outlook.skills.end())
            needs += desk.words.with("steps.need", {{"skill", skill_name(desk, need)},
                                                    {"state", desk.words(mastery_key(known->mastery))}});
    return desk.words.with(reason_key(step.reason), {{"ago", ago}, {"questions", questions}}) + needs;
}

void draw_share_band(const Look& look, const SkillOutlook& skill, ImVec2 from, ImVec2 to) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float height = look.pixels(10), middle = (from.y + to.y) / 2, width = to.x - from.x;
    const auto at = [&](double share) { return from.x + static_cast<float>(share) * width; };
    list.AddRectFilled({from.x, middle - height / 2}, {to.x, middle + height / 2}, ink_of(panel_colour::line),
                       height / 2);
    list.AddRectFilled({at(skill.low), middle - height / 2}, {at(skill.high), middle + height / 2},
                       ink_of(mix(panel_colour::accent, palette::white, 0.35)), height / 2);
    const float mark = look.pixels(3);
    list.AddRectFilled({at(skill.likely) - mark, middle - height}, {at(skill.likely) + mark, middle + height},
                       ink_of(panel_colour::ink), mark);
}

} // namespace mirabelle
