// The class list: who is in the class, and lists that the school already has.
#include "teacher/pages/child_editor.h"
#include "teacher/pages/import_view.h"
#include "teacher/pages/pages.h"
#include "teacher/pages/progress_words.h"
#include "teacher/panel/widgets.h"

namespace mirabelle {

namespace {

class ListPage final : public Page {
  public:
    explicit ListPage(Desk& desk) : desk_(desk), list_(desk.content, desk.journal, Random(desk.id_seed)) {}

    void refresh() override {
        editor_.reset();
        import_.reset();
        list_.reload();
    }

    void draw(const Look& look) override {
        if (editor_) {
            editor_->draw(look);
            if (editor_->closed())
                editor_.reset();
            return;
        }
        if (import_) {
            import_->draw(look);
            if (import_->closed())
                import_.reset();
            return;
        }
        draw_head(look);
        if (list_.children().empty())
            say_wrapped(look, Type::heading, desk_.words("list.empty"), look.pixels(760),
                        panel_colour::quiet);
        draw_rows(look);
    }

  private:
    void draw_head(const Look& look) {
        say(look, Type::title, desk_.words("list.title"));
        if (button(look, desk_.words("list.add"), Icon::plus, Tone::strong))
            editor_.emplace(desk_, list_);
        ImGui::SameLine();
        if (button(look, desk_.words("list.import"), Icon::list, Tone::plain))
            import_.emplace(desk_, list_);
        ImGui::SameLine();
        if (!list_.can_undo()) {
            idle_button(look, desk_.words("list.undo"), Icon::undo);
        } else if (button(look, desk_.words("list.undo"), Icon::undo, Tone::plain)) {
            list_.undo(desk_.now);
            desk_.class_changed = true;
        }
        space(look.pixels(2));
    }

    void draw_rows(const Look& look) {
        const ScrollArea area("children", {0, 0});
        // Two columns where there is room.
        const float room = ImGui::GetContentRegionAvail().x - look.pixels(10);
        const int columns = room > look.pixels(760) ? 2 : 1;
        const float width = (room - look.gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        int number = 0;
        for (const Child& child : list_.children()) {
            if (number++ % columns != 0)
                ImGui::SameLine();
            draw_row(look, child, width);
        }
    }

    void draw_row(const Look& look, const Child& child, float width) {
        const std::string_view id = child.id.text();
        ImGui::PushID(id.data(), id.data() + id.size());
        const ImVec2 from = ImGui::GetCursorScreenPos(), to{from.x + width, from.y + look.row * 1.1F};
        if (tapped("child", {width, look.row * 1.1F}))
            editor_.emplace(desk_, list_, child);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(from, to, ink_of(held_down() ? panel_colour::pressed : panel_colour::card),
                           look.radius);
        list.AddRect(from, to, ink_of(panel_colour::line), look.radius, 0, look.scale);
        const float side = look.row * 0.85F, inset = (to.y - from.y - side) / 2;
        draw_portrait(desk_, child, {from.x + inset, from.y + inset}, side);
        const float left = from.x + 2 * inset + side + look.pixels(8), right = to.x - look.pixels(48);
        const std::string name = child.first_name + (child.initial.empty() ? "" : " " + child.initial + ".");
        const float middle = from.y + (to.y - from.y) * 0.54F;
        write_into(look, Type::heading, name, {left, from.y + look.pixels(4)}, {right, middle},
                   panel_colour::ink);
        const std::string where = std::string(desk_.words(band_key(child.band))) +
                                  (child.class_name.empty() ? "" : " · " + child.class_name);
        write_into(look, Type::body, where, {left, middle}, {right, to.y - look.pixels(6)},
                   panel_colour::quiet);
        draw_icon(list, Icon::pencil, {to.x - look.pixels(28), (from.y + to.y) / 2}, look.pixels(22),
                  ink_of(panel_colour::quiet));
        ImGui::PopID();
    }

    Desk& desk_;
    ClassList list_;
    std::optional<ChildEditor> editor_;
    std::optional<ImportView> import_;
};

} // namespace

std::unique_ptr<Page> make_list_page(Desk& desk) { return std::make_unique<ListPage>(desk); }

} // namespace mirabelle
