// What comes next for one child, and why; what the model believes of its skills; and what the teacher wants
// otherwise.
#include "teacher/pages/child_head.h"
#include "teacher/pages/pages.h"
#include "teacher/pages/progress_words.h"
#include "teacher/pages/reason_words.h"
#include "teacher/pages/wishes_part.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

class StepsPage final : public Page {
  public:
    explicit StepsPage(Desk& desk) : desk_(desk), wishes_(desk) {}

    void refresh() override {
        children_ = desk_.journal.children();
        const Child* const chosen = chosen_child(desk_, children_);
        if (chosen == nullptr)
            return;
        child_ = *chosen;
        outlook_ = outlook_of(child_, desk_.knowledge);
        wishes_.read({&child_, 1});
    }

    void draw(const Look& look) override {
        if (children_.empty())
            return draw_nobody(look, desk_);
        const std::string facts =
            outlook_.needs_help ? desk_.words("steps.needs_help") : desk_.words(band_key(child_.band));
        const HeadTap tap = draw_child_head(
            look, desk_, {child_, children_, facts, desk_.words("steps.to_answers"), Icon::list});
        if (tap == HeadTap::other_page)
            desk_.page = PageName::child;
        if (tap == HeadTap::other_child)
            refresh();
        const std::array views{desk_.words("steps.next"), desk_.words("steps.choices")};
        if (const int view = choices(look, "view", views, shows_choices_ ? 1 : 0); view >= 0) {
            shows_choices_ = view == 1;
            refresh();
        }
        space(look.pixels(4));
        if (shows_choices_) {
            wishes_.draw(look);
            return;
        }
        const float width = ImGui::GetContentRegionAvail().x;
        draw_next(look, width * 0.46F);
        ImGui::SameLine(0, look.padding);
        draw_skills(look);
    }

  private:
    void draw_next(const Look& look, float width) {
        const ScrollArea area("next", {width, 0});
        say(look, Type::heading, desk_.words("steps.cards"));
        for (const NextStep& step : outlook_.steps) {
            const float inside = ImGui::GetContentRegionAvail().x - 2 * look.pixels(16);
            const std::string title = desk_.words("activity." + std::string(step.activity->id));
            const std::string skill = skill_name(desk_, step.skill);
            const std::string why = reason_words(desk_, outlook_, step);
            const ImVec2 from = ImGui::GetCursorScreenPos();
            ImDrawList& list = *ImGui::GetWindowDrawList();
            list.ChannelsSplit(2);
            list.ChannelsSetCurrent(1);
            ImGui::SetCursorScreenPos({from.x + look.pixels(16), from.y + look.pixels(10)});
            ImGui::BeginGroup();
            say(look, Type::heading, title, panel_colour::accent);
            say_wrapped(look, Type::body, skill, inside);
            say_wrapped(look, Type::body, why, inside, panel_colour::quiet);
            ImGui::EndGroup();
            const float bottom = ImGui::GetItemRectMax().y + look.pixels(10);
            list.ChannelsSetCurrent(0);
            list.AddRectFilled(from, {from.x + inside + 2 * look.pixels(16), bottom},
                               ink_of(panel_colour::card), look.radius);
            list.ChannelsMerge();
            ImGui::SetCursorScreenPos({from.x, bottom + look.gap});
        }
        if (outlook_.steps.empty())
            say_wrapped(look, Type::body, desk_.words("steps.no_cards"), width, panel_colour::quiet);
    }

    void draw_skills(const Look& look) {
        ImGui::BeginGroup();
        say(look, Type::heading, desk_.words("steps.skills"));
        if (outlook_.skills.empty())
            say_wrapped(look, Type::body, desk_.words("child.nothing_yet"), ImGui::GetContentRegionAvail().x,
                        panel_colour::quiet);
        else
            say_wrapped(look, Type::body, desk_.words("steps.band"), ImGui::GetContentRegionAvail().x,
                        panel_colour::quiet);
        {
            const ScrollArea area("skills", {0, 0});
            for (const SkillOutlook& skill : outlook_.skills)
                draw_skill(look, skill);
        }
        ImGui::EndGroup();
    }

    void draw_skill(const Look& look, const SkillOutlook& skill) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const ImVec2 to{from.x + ImGui::GetContentRegionAvail().x - look.pixels(6),
                        from.y + look.row * 1.35F};
        ImGui::Dummy({to.x - from.x, to.y - from.y});
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(from, to, ink_of(panel_colour::card), look.radius * 0.6F);
        const float left = from.x + look.pixels(14), middle = (from.y + to.y) / 2;
        const float band = to.x - look.pixels(150);
        write_into(look, Type::body, skill_name(desk_, skill.skill), {left, from.y},
                   {band - look.gap, middle + look.pixels(2)}, panel_colour::ink);
        write_into(look, Type::body, facts_words(desk_, skill), {left, middle - look.pixels(2)},
                   {band - look.gap, to.y}, panel_colour::quiet);
        const float mark = look.pixels(8), word = middle + look.pixels(2);
        draw_mastery_mark(list, skill.mastery, {band + mark, (from.y + word) / 2}, mark,
                          ink_of(panel_colour::accent));
        write_into(look, Type::body, desk_.words(mastery_key(skill.mastery)), {band + 3 * mark, from.y},
                   {to.x - look.pixels(8), word}, panel_colour::accent);
        draw_share_band(look, skill, {band, middle}, {to.x - look.pixels(14), to.y - look.pixels(6)});
    }

    Desk& desk_;
    WishesPart wishes_;
    std::vector<Child> children_;
    Child child_;
    ChildOutlook outlook_;
    bool shows_choices_ = false;
};

} // namespace

std::unique_ptr<Page> make_steps_page(Desk& desk) { return std::make_unique<StepsPage>(desk); }

} // namespace mirabelle
