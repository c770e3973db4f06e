// The class: children by skills as words on a field of one colour, who has played today and how long.
#include "teacher/model/class_overview.h"
#include "teacher/pages/pages.h"
#include "teacher/pages/progress_words.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

class ClassPage final : public Page {
  public:
    explicit ClassPage(Desk& desk) : desk_(desk) {}

    void refresh() override {
        overview_.emplace(desk_.knowledge);
        const auto& columns = overview_->columns();
        if (!columns.empty() && std::find(columns.begin(), columns.end(), column_) == columns.end())
            column_ = *std::find_if(columns.begin(), columns.end(), [&](const ProgrammeColumn& column) {
                return column.band == overview_->children().front().child.band;
            });
    }
    bool busy() const override { return overview_ && !overview_->complete(); }

    void draw(const Look& look) override {
        read_for_a_while();
        if (overview_->children().empty())
            return draw_empty(look);
        draw_head(look);
        space(look.pixels(4));
        draw_table(look);
        draw_legend(look);
    }

  private:
    void read_for_a_while() {
        // No frame is long, and a class of whom nothing was known is there after three.
        const std::size_t enough = desk_.knowledge.times_read() + reads_a_frame;
        while (desk_.knowledge.times_read() < enough && overview_->read_more()) {
        }
    }

    void draw_empty(const Look& look) {
        say(look, Type::title, desk_.words("class.title"));
        space(look.gap);
        say_wrapped(look, Type::heading, desk_.words("class.empty"), look.pixels(700), panel_colour::quiet);
        space(look.gap);
        if (button(look, desk_.words("class.to_list"), Icon::list, Tone::strong))
            desk_.page = PageName::list;
    }

    void draw_head(const Look& look) {
        say(look, Type::title, desk_.words("class.title"));
        const auto& children = overview_->children();
        const auto today = std::count_if(children.begin(), children.end(),
                                         [](const ChildOverview& child) { return child.played_today > 0; });
        say(look, Type::body,
            desk_.words.with("class.today", {{"date", date_words(desk_, desk_.now)},
                                             {"children", std::to_string(children.size())},
                                             {"played", std::to_string(today)}}),
            panel_colour::quiet);
        const auto& columns = overview_->columns();
        std::vector<const char*> labels;
        for (const ProgrammeColumn& column : columns)
            labels.push_back(column_words(desk_, column.band, column.name));
        const auto chosen = std::find(columns.begin(), columns.end(), column_) - columns.begin();
        if (const int tap = choices(look, "band", labels, static_cast<int>(chosen)); tap >= 0)
            column_ = columns[static_cast<std::size_t>(tap)];
        ImGui::SameLine(0, look.padding);
        if (button(look, desk_.words("groups.open"), Icon::children, Tone::plain))
            desk_.page = PageName::groups;
    }

    bool has_been_met(const std::string& skill) const {
        const auto& children = overview_->children();
        return std::any_of(children.begin(), children.end(), [&](const ChildOverview& child) {
            return child.skills.find(skill) != child.skills.end();
        });
    }

    void draw_table(const Look& look) {
        std::vector<const Skill*> skills;
        // What nobody has met yet would only push the rest out of sight.
        for (const Skill* skill : overview_->skills())
            if (skill->band == column_.band && skill->column == column_.name && has_been_met(skill->id))
                skills.push_back(skill);
        const float legend = look.pixels(48);
        const ImVec2 room = ImGui::GetContentRegionAvail();
        const float name_width = look.pixels(245);
        const float wish =
            (room.x - name_width) / static_cast<float>(std::max<std::size_t>(skills.size(), 1)) -
            look.pixels(8);
        const float column = std::clamp(wish, look.pixels(160), look.pixels(280));
        ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2{look.pixels(3), look.pixels(3)});
        if (ImGui::BeginTable("skills", static_cast<int>(skills.size()) + 1,
                              ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_NoPadOuterX,
                              {room.x, room.y - legend})) {
            ImGui::TableSetupScrollFreeze(1, 1);
            ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthFixed, name_width);
            for (const Skill* skill : skills)
                ImGui::TableSetupColumn(skill->id.c_str(), ImGuiTableColumnFlags_WidthFixed, column);
            draw_titles(look, skills, column);
            for (const ChildOverview& child : overview_->children())
                if (child.child.band == column_.band)
                    draw_child(look, child, skills, column);
            scroll_under_finger();
            ImGui::EndTable();
        }
        ImGui::PopStyleVar();
    }

    void draw_titles(const Look& look, const std::vector<const Skill*>& skills, float column) {
        ImGui::TableNextRow(ImGuiTableRowFlags_None, look.pixels(108));
        ImGui::TableNextColumn();
        for (const Skill* skill : skills) {
            ImGui::TableNextColumn();
            say_wrapped(look, Type::body, skill->name, column - look.pixels(10));
        }
    }

    void draw_child(const Look& look, const ChildOverview& child, const std::vector<const Skill*>& skills,
                    float column) {
        const std::string_view id = child.child.id.text();
        ImGui::PushID(id.data(), id.data() + id.size());
        ImGui::TableNextRow(ImGuiTableRowFlags_None, look.row);
        ImGui::TableNextColumn();
        const ImVec2 from = ImGui::GetCursorScreenPos();
        if (tapped("child", {look.pixels(244), look.row}))
            open(child.child.id, {});
        const float side = look.row * 0.82F;
        draw_portrait(desk_, child.child, {from.x, from.y + (look.row - side) / 2}, side);
        const float left = from.x + side + look.gap * 0.8F, middle = from.y + look.row * 0.52F;
        write_into(look, Type::heading, child.child.first_name, {left, from.y},
                   {from.x + look.pixels(244), middle}, panel_colour::ink);
        const std::string minutes =
            child.played_today > 0 ? desk_.words.with("class.minutes_today",
                                                      {{"minutes", minutes_words(desk_, child.played_today)}})
                                   : desk_.words("class.not_today");
        write_into(look, Type::body, minutes, {left, middle}, {from.x + look.pixels(244), from.y + look.row},
                   panel_colour::quiet);
        for (const Skill* skill : skills) {
            ImGui::TableNextColumn();
            if (mastery_cell(look, desk_, skill->id.c_str(), child.skill(skill->id),
                             {column - look.pixels(6), look.row}))
                open(child.child.id, skill->id);
        }
        ImGui::PopID();
    }

    void draw_legend(const Look& look) {
        constexpr std::array all{Mastery::unseen, Mastery::in_progress, Mastery::on_the_way,
                                 Mastery::acquired, Mastery::to_review};
        for (const Mastery mastery : all) {
            const ImVec2 from = ImGui::GetCursorScreenPos();
            const float mark = look.pixels(8), height = look.pixels(32);
            draw_mastery_mark(*ImGui::GetWindowDrawList(), mastery, {from.x + mark, from.y + height / 2},
                              mark, ink_of(panel_colour::accent));
            const char* words = desk_.words(mastery_key(mastery));
            const float width = text_size(look, Type::body, words).x;
            write_into(look, Type::body, words, {from.x + 3 * mark, from.y},
                       {from.x + 3 * mark + width + 2, from.y + height}, panel_colour::quiet);
            ImGui::Dummy({3 * mark + width, height});
            ImGui::SameLine(0, look.pixels(22));
        }
        ImGui::NewLine();
    }

    void open(const Uuid& child, std::string skill) {
        desk_.child = child;
        desk_.skill = std::move(skill);
        desk_.page = PageName::child;
    }

    Desk& desk_;
    std::optional<ClassOverview> overview_;
    ProgrammeColumn column_; ///< that is shown
};

} // namespace

std::unique_ptr<Page> make_class_page(Desk& desk) { return std::make_unique<ClassPage>(desk); }

} // namespace mirabelle
