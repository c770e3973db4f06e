#include "teacher/pages/wishes_part.h"

#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr Milliseconds day_length = 86'400'000;

bool contains(const std::vector<std::string>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void toggle(std::vector<std::string>& ids, std::string_view id) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end())
        ids.emplace_back(id);
    else
        ids.erase(found);
}

} // namespace

UtcMilliseconds end_of_school_week(UtcMilliseconds now, Milliseconds offset) {
    const UtcMilliseconds local = now + offset;
    const UtcMilliseconds today = local - ((local % day_length) + day_length) % day_length;
    const auto weekday = static_cast<int>((today / day_length + 3) % 7); // 1970 began on a Thursday
    return today + (weekday < 5 ? 5 - weekday : 12 - weekday) * day_length - offset;
}

std::optional<Uuid> WishesPart::whose() const {
    return scope_ == Scope::child ? std::optional(child_.id) : std::nullopt;
}

void WishesPart::read(const Child& child) {
    child_ = child;
    wishes_ = kept_wishes(desk_.journal, whose());
    if (wishes_.goals_until < desk_.now)
        wishes_.goals.clear();
}

void WishesPart::keep() { keep_wishes(desk_.journal, whose(), wishes_); }

bool WishesPart::serves(const Activity& activity) const {
    const auto levels = desk_.content.levels(activity.id);
    return std::any_of(levels.begin(), levels.end(), [&](const Level& level) {
        return scope_ == Scope::everybody || level.band == child_.band;
    });
}

void WishesPart::draw(const Look& look) {
    const std::array scopes{child_.first_name.c_str(), desk_.words("steps.whole_class")};
    if (const int tap = choices(look, "scope", scopes, scope_ == Scope::child ? 0 : 1); tap >= 0) {
        scope_ = tap == 0 ? Scope::child : Scope::everybody;
        read(child_);
    }
    ImGui::SameLine(0, look.padding);
    const std::array abouts{desk_.words("steps.games"), desk_.words("steps.goals")};
    if (const int tap = choices(look, "about", abouts, about_ == About::games ? 0 : 1); tap >= 0)
        about_ = tap == 0 ? About::games : About::goals;
    say_wrapped(look, Type::body, desk_.words(about_ == About::games ? "steps.games_why" : "steps.goals_why"),
                ImGui::GetContentRegionAvail().x, panel_colour::quiet);
    const ScrollArea area("wishes", {0, 0});
    if (about_ == About::games) {
        for (const Activity& activity : desk_.activities)
            if (serves(activity))
                draw_game(look, activity);
    } else {
        for (const Skill& skill : desk_.content.skills())
            if (scope_ == Scope::everybody || skill.band == child_.band)
                draw_goal(look, skill);
    }
}

std::string WishesPart::path_label(std::string_view activity) const {
    const auto found = std::find(wishes_.path.begin(), wishes_.path.end(), activity);
    if (found == wishes_.path.end())
        return desk_.words("steps.path");
    return desk_.words.with("steps.path_step", {{"n", std::to_string(found - wishes_.path.begin() + 1)}});
}

void WishesPart::draw_game(const Look& look, const Activity& activity) {
    const std::string id(activity.id);
    ImGui::PushID(id.c_str());
    const float width = ImGui::GetContentRegionAvail().x - look.pixels(6);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float name = width * 0.28F, part = (width - name) / 4 - look.gap;
    write_into(look, Type::body, desk_.words("activity." + id), from,
               {from.x + name - look.gap, from.y + look.touch}, panel_colour::ink);
    ImGui::SetCursorScreenPos({from.x + name, from.y});
    const auto tone = [](bool on) { return on ? Tone::chosen : Tone::plain; };
    if (button(look, desk_.words("steps.pin"), Icon::none, tone(contains(wishes_.pinned, id)), part)) {
        toggle(wishes_.pinned, id);
        std::erase(wishes_.excluded, id);
        keep();
    }
    ImGui::SameLine(0, look.gap);
    const std::string path = path_label(id);
    if (button(look, path.c_str(), Icon::none, tone(contains(wishes_.path, id)), part)) {
        if (wishes_.path.empty())
            wishes_.path_since = desk_.now;
        toggle(wishes_.path, id);
        std::erase(wishes_.excluded, id);
        keep();
    }
    ImGui::SameLine(0, look.gap);
    if (button(look, desk_.words("steps.exclude"), Icon::none, tone(contains(wishes_.excluded, id)), part)) {
        toggle(wishes_.excluded, id);
        std::erase(wishes_.pinned, id);
        std::erase(wishes_.path, id);
        keep();
    }
    ImGui::SameLine(0, look.gap);
    draw_level(look, activity, part);
    ImGui::PopID();
}

/// Each tap takes the next level; after the last one Mirabelle chooses again.
void WishesPart::draw_level(const Look& look, const Activity& activity, float width) {
    std::vector<std::string> ids;
    for (const Level& level : desk_.content.levels(activity.id))
        if (scope_ == Scope::everybody || level.band == child_.band)
            ids.push_back(level.id);
    const auto fixed = std::find_if(wishes_.levels.begin(), wishes_.levels.end(),
                                    [&](const FixedLevel& level) { return level.activity == activity.id; });
    const bool is_fixed = fixed != wishes_.levels.end();
    const std::string label = is_fixed ? desk_.words.with("steps.level", {{"level", fixed->level}})
                                       : desk_.words("steps.level_free");
    if (!button(look, label.c_str(), Icon::none, is_fixed ? Tone::chosen : Tone::plain, width))
        return;
    const auto here = is_fixed ? std::find(ids.begin(), ids.end(), fixed->level) : ids.end();
    const auto next = here == ids.end() ? (is_fixed ? ids.end() : ids.begin()) : here + 1;
    if (is_fixed)
        wishes_.levels.erase(fixed);
    if (next != ids.end())
        wishes_.levels.push_back({std::string(activity.id), *next});
    keep();
}

void WishesPart::draw_goal(const Look& look, const Skill& skill) {
    ImGui::PushID(skill.id.c_str());
    const bool on = contains(wishes_.goals, skill.id);
    if (button(look, skill.name.c_str(), on ? Icon::check : Icon::none, on ? Tone::chosen : Tone::plain,
               ImGui::GetContentRegionAvail().x - look.pixels(6))) {
        toggle(wishes_.goals, skill.id);
        wishes_.goals_until = end_of_school_week(desk_.now, desk_.day_offset);
        keep();
    }
    ImGui::PopID();
}

} // namespace mirabelle
