// Groups of need: children who have the same thing to work at next, for workshops of four to six; and who
// needs an adult beside it.
#include "teacher/model/outlook.h"
#include "teacher/pages/pages.h"
#include "teacher/pages/reason_words.h"
#include "teacher/pages/wishes_part.h"
#include "teacher/panel/widgets.h"

#include <algorithm>

namespace mirabelle {

namespace {

class GroupsPage final : public Page {
  public:
    explicit GroupsPage(Desk& desk) : desk_(desk) {}

    void refresh() override {
        children_ = desk_.journal.children();
        needs_.clear();
        in_need_.clear();
        groups_.clear();
        told_.clear();
    }
    bool busy() const override { return needs_.size() < children_.size(); }

    void draw(const Look& look) override {
        read_for_a_while();
        if (button(look, desk_.words("groups.back"), Icon::back, Tone::quiet))
            desk_.page = PageName::class_;
        say(look, Type::title, desk_.words("groups.title"));
        const float width = std::min(ImGui::GetContentRegionAvail().x, look.pixels(980));
        say_wrapped(look, Type::body, desk_.words("groups.why"), width, panel_colour::quiet);
        if (busy()) {
            progress_bar(look, static_cast<double>(needs_.size()) / static_cast<double>(children_.size()),
                         width);
            return;
        }
        if (!told_.empty())
            say_wrapped(look, Type::heading, told_, width, panel_colour::accent);
        const ScrollArea area("groups", {0, 0});
        draw_in_need(look, width);
        if (groups_.empty())
            say_wrapped(look, Type::heading, desk_.words("groups.none"), width, panel_colour::quiet);
        for (const NeedGroup& group : groups_)
            draw_group(look, group);
    }

  private:
    void read_for_a_while() {
        if (!busy())
            return;
        const Child& child = children_[needs_.size()];
        ChildOutlook outlook =
            outlook_of(child, {desk_.content, desk_.activities, desk_.journal, desk_.now, desk_.day_offset});
        if (outlook.needs_help)
            in_need_.push_back(needs_.size());
        // A child that has never played has shown no need yet.
        needs_.push_back(outlook.skills.empty() ? std::vector<std::size_t>{} : std::move(outlook.needs));
        if (!busy())
            groups_ = groups_of_need(needs_);
    }

    void draw_faces(const Look& look, const std::vector<std::size_t>& places) {
        const float side = look.touch * 1.2F, room = look.pixels(150);
        const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
        for (const std::size_t place : places) {
            const Child& child = children_[place];
            const ImVec2 from = ImGui::GetCursorScreenPos();
            ImGui::PushID(static_cast<int>(place));
            if (tapped("child", {room, side + look.pixels(30)})) {
                desk_.child = child.id;
                desk_.page = PageName::steps;
            }
            ImGui::PopID();
            draw_portrait(desk_, child, {from.x + (room - side) / 2, from.y}, side);
            write_into(look, Type::body, child.first_name, {from.x, from.y + side},
                       {from.x + room, from.y + side + look.pixels(30)}, panel_colour::ink, 0.5F);
            ImGui::SameLine(0, look.gap);
            if (ImGui::GetCursorScreenPos().x + room > right)
                ImGui::NewLine();
        }
        ImGui::NewLine();
    }

    void draw_in_need(const Look& look, float width) {
        if (in_need_.empty())
            return;
        say(look, Type::heading, desk_.words("groups.needs_help"), panel_colour::warning);
        say_wrapped(look, Type::body, desk_.words("groups.needs_help_why"), width, panel_colour::quiet);
        draw_faces(look, in_need_);
        space(look.gap);
    }

    void draw_group(const Look& look, const NeedGroup& group) {
        ImGui::PushID(&group);
        const std::string skill = skill_name(desk_, group.skill);
        say_wrapped(look, Type::heading, skill, ImGui::GetContentRegionAvail().x);
        draw_faces(look, group.children);
        if (button(look, desk_.words("groups.make_goal"), Icon::check, Tone::plain))
            make_goal(group, skill);
        ImGui::PopID();
        space(look.gap);
    }

    void make_goal(const NeedGroup& group, const std::string& skill) {
        const std::string& id = desk_.content.graph()[group.skill].id;
        for (const std::size_t place : group.children) {
            TeacherWishes wishes = kept_wishes(desk_.journal, children_[place].id);
            if (wishes.goals_until < desk_.now)
                wishes.goals.clear();
            if (std::find(wishes.goals.begin(), wishes.goals.end(), id) == wishes.goals.end())
                wishes.goals.push_back(id);
            wishes.goals_until = end_of_school_week(desk_.now, desk_.day_offset);
            keep_wishes(desk_.journal, children_[place].id, wishes);
        }
        told_ = desk_.words.with("groups.goal_set",
                                 {{"skill", skill}, {"n", std::to_string(group.children.size())}});
    }

    Desk& desk_;
    std::vector<Child> children_;
    std::vector<std::vector<std::size_t>> needs_; ///< of those read so far
    std::vector<std::size_t> in_need_;            ///< places among the children
    std::vector<NeedGroup> groups_;
    std::string told_;
};

} // namespace

std::unique_ptr<Page> make_groups_page(Desk& desk) { return std::make_unique<GroupsPage>(desk); }

} // namespace mirabelle
