// Groups of need: children who have the same thing to work at next, for workshops of four to six; and who
// needs an adult beside it. For a group the teacher sets a goal, or games as for one child.
#include "teacher/model/outlook.h"
#include "teacher/pages/pages.h"
#include "teacher/pages/progress_words.h"
#include "teacher/pages/reason_words.h"
#include "teacher/pages/wishes_part.h"
#include "teacher/panel/widgets.h"

#include <algorithm>

namespace mirabelle {

namespace {

class GroupsPage final : public Page {
  public:
    explicit GroupsPage(Desk& desk) : desk_(desk), wishes_(desk) {}

    void refresh() override {
        children_ = desk_.journal.children();
        outlooks_.clear();
        groups_.clear();
        told_.clear();
        chosen_ = nullptr;
    }
    bool busy() const override { return outlooks_.size() < children_.size(); }

    void draw(const Look& look) override {
        read_for_a_while();
        if (chosen_ != nullptr)
            return draw_choices(look);
        if (button(look, desk_.words("groups.back"), Icon::back, Tone::quiet))
            desk_.page = PageName::class_;
        say(look, Type::title, desk_.words("groups.title"));
        const float width = std::min(ImGui::GetContentRegionAvail().x, look.pixels(980));
        say_wrapped(look, Type::body, desk_.words("groups.why"), width, panel_colour::quiet);
        if (busy()) {
            progress_bar(look, static_cast<double>(outlooks_.size()) / static_cast<double>(children_.size()),
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
        const std::size_t enough = desk_.knowledge.times_read() + reads_a_frame;
        while (desk_.knowledge.times_read() < enough && busy())
            outlooks_.push_back(outlook_without_steps(children_[outlooks_.size()], desk_.knowledge));
        if (busy())
            return;
        std::vector<std::vector<std::size_t>> needs;
        // A child that has never played has shown no need yet.
        for (const ChildOutlook& outlook : outlooks_)
            needs.push_back(outlook.skills.empty() ? std::vector<std::size_t>{} : outlook.needs);
        groups_ = groups_of_need(needs);
    }

    void draw_choices(const Look& look) {
        if (button(look, desk_.words("groups.to_groups"), Icon::back, Tone::quiet)) {
            chosen_ = nullptr;
            return;
        }
        std::string names;
        for (const std::size_t place : chosen_->children)
            names += (names.empty() ? "" : ", ") + children_[place].first_name;
        say_wrapped(look, Type::heading, names, ImGui::GetContentRegionAvail().x);
        wishes_.draw(look);
    }

    enum class Under : std::uint8_t { name, state }; ///< what a face says
    void draw_faces(const Look& look, const std::vector<std::size_t>& places, Under under,
                    std::size_t skill = 0) {
        const float side = look.touch * 1.2F, room = look.pixels(150), line = look.pixels(26);
        const float height = side + line * (under == Under::state ? 2.2F : 1.2F);
        const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
        for (const std::size_t place : places) {
            const Child& child = children_[place];
            const ImVec2 from = ImGui::GetCursorScreenPos();
            ImGui::PushID(static_cast<int>(place));
            if (tapped("child", {room, height})) {
                desk_.child = child.id;
                desk_.page = PageName::steps;
            }
            ImGui::PopID();
            draw_portrait(desk_, child, {from.x + (room - side) / 2, from.y}, side);
            write_into(look, Type::body, child.first_name, {from.x, from.y + side},
                       {from.x + room, from.y + side + line}, panel_colour::ink, 0.5F);
            if (under == Under::state)
                draw_state(look, place, skill, {from.x, from.y + side + line}, room);
            ImGui::SameLine(0, look.gap);
            if (ImGui::GetCursorScreenPos().x + room > right)
                ImGui::NewLine();
        }
        ImGui::NewLine();
    }
    void draw_state(const Look& look, std::size_t place, std::size_t skill, ImVec2 from, float room) {
        const auto& met = outlooks_[place].skills;
        const auto found =
            std::find_if(met.begin(), met.end(), [&](const SkillOutlook& one) { return one.skill == skill; });
        const SkillOutlook known = found == met.end() ? SkillOutlook{} : *found;
        const std::string words = known.answers > 0 ? questions_words(desk_, known.answers)
                                                    : desk_.words(mastery_key(known.mastery));
        const float mark = look.pixels(7), height = look.pixels(26);
        const float left = from.x + (room - text_size(look, Type::body, words).x) / 2 - 1.5F * mark;
        draw_mastery_mark(*ImGui::GetWindowDrawList(), known.mastery, {left, from.y + height / 2}, mark,
                          ink_of(panel_colour::accent));
        write_into(look, Type::body, words, {left + 2 * mark, from.y}, {from.x + room, from.y + height},
                   panel_colour::quiet);
    }

    std::vector<std::size_t> in_need() const {
        std::vector<std::size_t> places;
        for (std::size_t place = 0; place < outlooks_.size(); ++place)
            if (outlooks_[place].needs_help)
                places.push_back(place);
        return places;
    }
    void draw_in_need(const Look& look, float width) {
        const std::vector<std::size_t> places = in_need();
        if (places.empty())
            return;
        say(look, Type::heading, desk_.words("groups.needs_help"), panel_colour::warning);
        say_wrapped(look, Type::body, desk_.words("groups.needs_help_why"), width, panel_colour::quiet);
        draw_faces(look, places, Under::name);
        space(look.gap);
    }

    void draw_group(const Look& look, const NeedGroup& group) {
        ImGui::PushID(&group);
        const std::string skill = skill_name(desk_, group.skill);
        say_wrapped(look, Type::heading, skill, ImGui::GetContentRegionAvail().x);
        draw_faces(look, group.children, Under::state, group.skill);
        const bool goal = button(look, desk_.words("groups.make_goal"), Icon::check, Tone::plain);
        ImGui::SameLine(0, look.gap);
        const bool games = button(look, desk_.words("groups.choices"), Icon::list, Tone::plain);
        ImGui::PopID();
        space(look.gap);
        if (goal || games)
            choose_for(group);
        if (goal) {
            wishes_.add_goal(desk_.content.graph()[group.skill].id);
            told_ = desk_.words.with("groups.goal_set",
                                     {{"skill", skill}, {"n", std::to_string(group.children.size())}});
        }
        chosen_ = games ? &group : chosen_;
    }
    void choose_for(const NeedGroup& group) {
        std::vector<Child> members;
        for (const std::size_t place : group.children)
            members.push_back(children_[place]);
        wishes_.read(members);
    }

    Desk& desk_;
    std::vector<Child> children_;
    std::vector<ChildOutlook> outlooks_; ///< of those read so far
    std::vector<NeedGroup> groups_;
    const NeedGroup* chosen_ = nullptr; ///< for which the teacher sets games
    WishesPart wishes_;
    std::string told_;
};

} // namespace

std::unique_ptr<Page> make_groups_page(Desk& desk) { return std::make_unique<GroupsPage>(desk); }

} // namespace mirabelle
