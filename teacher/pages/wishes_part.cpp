#include "teacher/pages/wishes_part.h"

#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr Milliseconds day_length = 86'400'000;

} // namespace

UtcMilliseconds end_of_school_week(UtcMilliseconds now, Milliseconds offset) {
    const UtcMilliseconds local = now + offset;
    const UtcMilliseconds today = local - ((local % day_length) + day_length) % day_length;
    const auto weekday = static_cast<int>((today / day_length + 3) % 7); // 1970 began on a Thursday
    return today + (weekday < 5 ? 5 - weekday : 12 - weekday) * day_length - offset;
}

std::vector<std::optional<Uuid>> WishesPart::whose() const {
    if (scope_ == Scope::everybody)
        return {std::nullopt};
    std::vector<std::optional<Uuid>> whose;
    for (const Child& child : children_)
        whose.emplace_back(child.id);
    return whose;
}

void WishesPart::read(std::span<const Child> children) {
    children_.assign(children.begin(), children.end());
    read_again();
}

void WishesPart::read_again() {
    std::vector<TeacherWishes> all;
    for (const auto& child : whose())
        all.push_back(kept_wishes(desk_.journal, child, desk_.now));
    wishes_ = in_common(all);
}

template <typename Change>
void WishesPart::change(Change each) {
    for (const auto& child : whose()) {
        TeacherWishes wishes = kept_wishes(desk_.journal, child, desk_.now);
        each(wishes);
        keep_wishes(desk_.journal, child, wishes);
    }
    read_again();
}

void WishesPart::add_goal(std::string_view skill) {
    change([&](TeacherWishes& wishes) {
        add_wish(wishes, WishKind::goal, skill, desk_.now, end_of_school_week(desk_.now, desk_.day_offset));
    });
}

void WishesPart::toggle(WishKind kind, std::string_view id) {
    const bool was_set = is_among(id, ids_of(wishes_, kind));
    change([&](TeacherWishes& wishes) {
        if (was_set)
            drop_wish(wishes, kind, id);
        else
            add_wish(wishes, kind, id, desk_.now, end_of_school_week(desk_.now, desk_.day_offset));
    });
}

bool WishesPart::is_of_age(Band band) const {
    return scope_ == Scope::everybody || std::any_of(children_.begin(), children_.end(),
                                                     [&](const Child& child) { return child.band == band; });
}

bool WishesPart::serves(const Activity& activity) const {
    const auto levels = desk_.content.levels(activity.id);
    return std::any_of(levels.begin(), levels.end(),
                       [&](const Level& level) { return is_of_age(level.band); });
}

void WishesPart::draw(const Look& look) {
    const std::string group =
        desk_.words.with("steps.these_children", {{"n", std::to_string(children_.size())}});
    const std::array scopes{children_.size() == 1 ? children_.front().first_name.c_str() : group.c_str(),
                            desk_.words("steps.whole_class")};
    if (const int tap = choices(look, "scope", scopes, scope_ == Scope::children ? 0 : 1); tap >= 0) {
        scope_ = tap == 0 ? Scope::children : Scope::everybody;
        read_again();
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
        draw_goals(look);
    }
}

void WishesPart::draw_goals(const Look& look) {
    std::string_view column;
    for (const Skill& skill : desk_.content.skills()) {
        if (!is_of_age(skill.band))
            continue;
        // A school level that a pack adds is not told by its children's age.
        if (skill.column != column && skill.column != name_of(skill.band))
            say(look, Type::heading, skill.column);
        column = skill.column;
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
    const auto wish = [&](const char* label, WishKind kind) {
        const bool on = is_among(id, ids_of(wishes_, kind));
        if (button(look, label, Icon::none, on ? Tone::chosen : Tone::plain, part))
            toggle(kind, id);
        ImGui::SameLine(0, look.gap);
    };
    const std::string path = path_label(id);
    wish(desk_.words("steps.pin"), WishKind::pinned);
    wish(path.c_str(), WishKind::path);
    wish(desk_.words("steps.exclude"), WishKind::excluded);
    draw_level(look, activity, part);
    ImGui::PopID();
}

/// Each tap takes the next level; after the last one Mirabelle chooses again.
void WishesPart::draw_level(const Look& look, const Activity& activity, float width) {
    std::vector<std::string> ids;
    for (const Level& level : desk_.content.levels(activity.id))
        if (is_of_age(level.band))
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
    const std::string level = next == ids.end() ? "" : *next;
    change([&](TeacherWishes& wishes) { fix_level(wishes, activity.id, level); });
}

void WishesPart::draw_goal(const Look& look, const Skill& skill) {
    ImGui::PushID(skill.id.c_str());
    const bool on = is_among(skill.id, wishes_.goals);
    if (button(look, skill.name.c_str(), on ? Icon::check : Icon::none, on ? Tone::chosen : Tone::plain,
               ImGui::GetContentRegionAvail().x - look.pixels(6)))
        toggle(WishKind::goal, skill.id);
    ImGui::PopID();
}

} // namespace mirabelle
