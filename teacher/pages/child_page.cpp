// One child: its skills, and for the chosen one the weeks, the answers, and each answer played again.
#include "engine/learner/school_days.h"
#include "engine/learning.h"
#include "teacher/model/child_record.h"
#include "teacher/model/class_overview.h"
#include "teacher/pages/answer_row.h"
#include "teacher/pages/child_head.h"
#include "teacher/pages/pages.h"
#include "teacher/pages/progress_words.h"
#include "teacher/pages/reason_words.h"
#include "teacher/pages/week_plot.h"
#include "teacher/panel/replay_view.h"
#include "teacher/panel/widgets.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::size_t most_weeks = 12;
constexpr std::size_t most_answers = 200; // listed; a year's worth of one skill is about that

class ChildPage final : public Page {
  public:
    explicit ChildPage(Desk& desk) : desk_(desk) {}

    void refresh() override {
        replay_.reset();
        record_.reset();
        answers_.clear(); // they point into the record
        skills_.clear();
        children_ = desk_.journal.children();
        if (children_.empty())
            return;
        child_ = *chosen_child(desk_, children_);
        record_.emplace(desk_.journal, child_.id, desk_.day_offset);
        const Day today = day_around(desk_.now, desk_.day_offset);
        played_today_ = desk_.journal.played(child_.id, today.from, today.to);
        last_played_ = desk_.journal.last_played(child_.id);
        // Nothing below throws.
        read_skills();
        if (skills_.count(desk_.skill) == 0)
            desk_.skill = newest_skill();
        choose(desk_.skill);
    }
    bool busy() const override { return replay_ && replay_->moving(); }

    void draw(const Look& look) override {
        if (children_.empty())
            return draw_nobody(look, desk_);
        if (replay_) {
            replay_->draw(look);
            if (replay_->closed())
                replay_.reset();
            return;
        }
        draw_head(look);
        if (skills_.empty()) {
            space(look.gap);
            say_wrapped(look, Type::heading, desk_.words("child.nothing_yet"), look.pixels(700),
                        panel_colour::quiet);
            return;
        }
        draw_skills(look);
        ImGui::SameLine(0, look.padding);
        const Attempt* const answer = draw_answers(look);
        // Here no part of the page is half drawn, should the journal throw.
        if (answer != nullptr)
            replay_.emplace(desk_, record_->question_of(*answer), first_names(child_, children_));
    }

  private:
    bool is_known(std::string_view skill) const {
        const auto known = desk_.content.skills();
        return std::any_of(known.begin(), known.end(), [&](const Skill& other) { return other.id == skill; });
    }
    /// Also those of which no answer counts; but a skill that another version taught has no name here.
    void read_skills() {
        const std::span<const Attempt> attempts = record_->all();
        for (const Attempt& attempt : attempts)
            if (is_known(attempt.skill))
                skills_.try_emplace(attempt.skill);
        const SkillGraph& graph = desk_.content.graph();
        const Learner learner = learner_from(graph, child_.band, attempts, desk_.day_offset);
        for (const SkillOutlook& skill : skills_of(learner, school_day(desk_.now + desk_.day_offset)))
            skills_[graph[skill.skill].id] = skill;
    }
    std::string newest_skill() const {
        const std::span<const Attempt> attempts = record_->all();
        const auto newest = std::find_if(attempts.rbegin(), attempts.rend(), [&](const Attempt& attempt) {
            return skills_.count(attempt.skill) > 0;
        });
        return newest == attempts.rend() ? std::string() : newest->skill;
    }
    void choose(const std::string& skill) {
        desk_.skill = skill;
        answers_ = record_->answers(skill);
        weeks_ = record_->weeks(skill, desk_.now, most_weeks);
    }
    void draw_head(const Look& look) {
        const std::string facts = desk_.words.with(
            "child.facts",
            {{"band", desk_.words(band_key(child_.band))},
             {"today", minutes_words(desk_, played_today_)},
             {"last", last_played_ ? date_words(desk_, *last_played_) : desk_.words("child.never")}});
        const HeadTap tap =
            draw_child_head(look, desk_, {child_, children_, facts, desk_.words("steps.open"), Icon::next});
        if (tap == HeadTap::other_page)
            desk_.page = PageName::steps;
        if (tap == HeadTap::other_child)
            refresh();
    }

    void draw_skills(const Look& look) {
        const ScrollArea area("skills", {look.pixels(370), 0});
        for (const Skill& skill : desk_.content.skills()) {
            const auto found = skills_.find(skill.id);
            if (found == skills_.end())
                continue;
            const bool chosen = skill.id == desk_.skill;
            const ImVec2 size{ImGui::GetContentRegionAvail().x - look.pixels(6), look.row * 1.3F};
            const ImVec2 from = ImGui::GetCursorScreenPos(), to{from.x + size.x, from.y + size.y};
            if (tapped(skill.id.c_str(), size))
                choose(skill.id);
            ImDrawList& list = *ImGui::GetWindowDrawList();
            list.AddRectFilled(from, to, ink_of(chosen ? panel_colour::accent_pale : panel_colour::card),
                               look.radius);
            list.AddRect(from, to, ink_of(chosen ? panel_colour::accent : panel_colour::line), look.radius, 0,
                         look.scale * (chosen ? 2.0F : 1.0F));
            const float mark = look.pixels(10), left = from.x + 4 * mark;
            draw_mastery_mark(list, found->second.mastery, {from.x + 2 * mark, (from.y + to.y) / 2}, mark,
                              ink_of(panel_colour::accent));
            const float middle = from.y + size.y * 0.52F;
            write_into(look, Type::body, skill.name, {left, from.y + look.pixels(6)}, {to.x - mark, middle},
                       panel_colour::ink);
            write_into(look, Type::body, desk_.words(mastery_key(found->second.mastery)), {left, middle},
                       {to.x, to.y - look.pixels(8)}, panel_colour::quiet);
        }
    }

    /// The state, what it stands on, and how sure it is.
    void draw_state(const Look& look, const SkillOutlook& skill) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const float right = from.x + ImGui::GetContentRegionAvail().x, line = look.pixels(28);
        const std::string words =
            desk_.words.with("child.state", {{"state", desk_.words(mastery_key(skill.mastery))},
                                             {"facts", facts_words(desk_, skill)}});
        write_into(look, Type::body, words, from, {right, from.y + line}, panel_colour::quiet);
        if (skill.mastery != Mastery::unseen) {
            const float band = right - look.pixels(170);
            write_into(look, Type::body, chances_words(desk_, skill), {from.x, from.y + line},
                       {band - look.gap, from.y + 2 * line}, panel_colour::quiet);
            draw_share_band(look, skill, {band, from.y + line}, {right - look.pixels(14), from.y + 2 * line});
        }
        ImGui::Dummy({1, 2 * line});
    }

    /// Gives the answer that was tapped.
    const Attempt* draw_answers(const Look& look) {
        const Attempt* tapped_answer = nullptr;
        ImGui::BeginChild("chosen", {0, 0}, false,
                          ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
        const Skill& skill = desk_.content.skill(desk_.skill);
        say_wrapped(look, Type::heading, skill.name, ImGui::GetContentRegionAvail().x);
        draw_state(look, skills_.at(desk_.skill));
        draw_week_plot(look, desk_, weeks_, {ImGui::GetContentRegionAvail().x, look.pixels(170)});
        {
            const ScrollArea area("answers", {0, 0});
            const std::size_t shown = std::min(answers_.size(), most_answers);
            ImGuiListClipper clipper;
            clipper.Begin(static_cast<int>(shown), answer_row_height(look));
            while (clipper.Step())
                for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
                    if (const Attempt* answer = answers_[static_cast<std::size_t>(row)];
                        answer_row(look, desk_, *answer))
                        tapped_answer = answer;
        }
        ImGui::EndChild();
        return tapped_answer;
    }

    Desk& desk_;
    std::vector<Child> children_;
    Child child_;
    std::map<std::string, SkillOutlook> skills_;
    Milliseconds played_today_ = 0;
    std::optional<UtcMilliseconds> last_played_;
    std::optional<ChildRecord> record_;
    std::vector<const Attempt*> answers_;
    std::vector<WeekOfAnswers> weeks_;
    std::optional<ReplayView> replay_;
};

} // namespace

std::unique_ptr<Page> make_child_page(Desk& desk) { return std::make_unique<ChildPage>(desk); }

} // namespace mirabelle
