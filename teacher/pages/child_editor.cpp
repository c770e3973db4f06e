#include "teacher/pages/child_editor.h"

#include "teacher/pages/access_part.h"
#include "teacher/pages/progress_words.h"
#include "teacher/panel/widgets.h"

#include <array>

namespace mirabelle {

ChildEditor::ChildEditor(Desk& desk, ClassList& list) : desk_(desk), list_(list) {
    if (!list.children().empty()) {
        wished_.band = list.children().back().band;
        wished_.class_name = list.children().back().class_name;
    }
    wished_.portrait = list.free_portrait(wished_.class_name);
}

ChildEditor::ChildEditor(Desk& desk, ClassList& list, const Child& child)
    : desk_(desk), list_(list), child_(child.id), before_(child), wished_(child) {}

void ChildEditor::save() {
    remark_ = nullptr;
    if (!child_) {
        const auto added = list_.add({wished_.first_name, wished_.initial, wished_.portrait, wished_.band,
                                      wished_.class_name, wished_.access});
        remark_ = added ? nullptr : "list.no_name";
    } else {
        // Only what changed: each edit is a step that the teacher can take back.
        if (wished_.first_name != before_.first_name &&
            list_.rename(*child_, wished_.first_name, wished_.initial) == ClassList::Edit::not_a_first_name) {
            remark_ = "list.no_name";
            return;
        }
        if (wished_.portrait != before_.portrait)
            list_.change_portrait(*child_, wished_.portrait);
        if (wished_.band != before_.band)
            list_.change_band(*child_, wished_.band);
        if (wished_.access != before_.access)
            list_.change_access(*child_, wished_.access);
    }
    if (remark_ != nullptr)
        return;
    desk_.class_changed = true;
    closed_ = true;
}

void ChildEditor::draw_head(const Look& look) {
    if (button(look, desk_.words("list.cancel"), Icon::back, Tone::quiet))
        closed_ = true;
    const float save_width = look.pixels(220), row = look.pixels(110);
    ImGui::SameLine(ImGui::GetWindowWidth() - look.padding - save_width);
    if (button(look, desk_.words("list.keep"), Icon::check, Tone::strong, save_width))
        save();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    draw_portrait(desk_, wished_, from, row);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 field{from.x + row + look.padding, from.y}, end{from.x + width, from.y + row * 0.56F};
    list.AddRectFilled(field, end, ink_of(panel_colour::card), look.radius);
    list.AddRect(field, end, ink_of(panel_colour::accent), look.radius, 0, 2 * look.scale);
    const bool empty = wished_.first_name.empty();
    write_into(look, Type::title, empty ? desk_.words("list.first_name") : wished_.first_name.c_str(),
               {field.x + look.pixels(16), field.y}, {end.x - look.pixels(16), end.y},
               empty ? mix(panel_colour::ink, palette::white, 0.6) : panel_colour::ink);
    const char* under = remark_ != nullptr ? remark_ : "list.name_stays_here";
    write_into(look, Type::body, desk_.words(under), {field.x, end.y}, {end.x, from.y + row},
               remark_ != nullptr ? panel_colour::warning : panel_colour::quiet);
    ImGui::Dummy({width, row});
}

void ChildEditor::draw_portraits(const Look& look) {
    const ScrollArea area("portraits", {0, 0});
    const float side = look.row * 1.3F;
    const auto in_a_row = std::max<std::size_t>(
        1, static_cast<std::size_t>(ImGui::GetContentRegionAvail().x / (side + look.gap)));
    const auto portraits = desk_.content.portraits();
    for (std::size_t i = 0; i < portraits.size(); ++i) {
        if (i % in_a_row != 0)
            ImGui::SameLine();
        const ImVec2 from = ImGui::GetCursorScreenPos();
        if (tapped(portraits[i].id.c_str(), {side, side}))
            wished_.portrait = portraits[i].id;
        if (wished_.portrait == portraits[i].id)
            ImGui::GetWindowDrawList()->AddCircleFilled({from.x + side / 2, from.y + side / 2}, side / 2,
                                                        ink_of(panel_colour::accent));
        Child shown;
        shown.portrait = portraits[i].id;
        const float edge = look.pixels(5);
        draw_portrait(desk_, shown, {from.x + edge, from.y + edge}, side - 2 * edge);
    }
}

void ChildEditor::draw_end(const Look& look) {
    const float width = look.pixels(760);
    say_wrapped(look, Type::body, desk_.words("list.remove_why"), width, panel_colour::quiet);
    if (button(look, desk_.words("list.remove"), Icon::bin, Tone::plain)) {
        list_.remove(*child_, desk_.now);
        desk_.class_changed = closed_ = true;
    }
    space(look.gap);
    say_wrapped(look, Type::body, desk_.words("list.erase_why"), width, panel_colour::quiet);
    if (erasing_ == Erasing::no) {
        if (button(look, desk_.words("list.erase"), Icon::bin, Tone::warning))
            erasing_ = Erasing::asked;
        return;
    }
    say_wrapped(look, Type::heading, desk_.words.with("list.erase_sure", {{"name", wished_.first_name}}),
                width, panel_colour::warning);
    if (button(look, desk_.words("list.erase_yes"), Icon::bin, Tone::warning)) {
        if (desk_.let_go)
            desk_.let_go(*child_);
        desk_.journal.erase_child(*child_, desk_.now);
        list_.reload();
        desk_.class_changed = closed_ = true;
    }
    ImGui::SameLine();
    if (button(look, desk_.words("list.erase_no"), Icon::back, Tone::plain))
        erasing_ = Erasing::no;
}

void ChildEditor::draw(const Look& look) {
    draw_head(look);
    const std::array bands{desk_.words("band.ps"), desk_.words("band.ms"), desk_.words("band.gs")};
    if (const int tap = choices(look, "band", bands, static_cast<int>(wished_.band)); tap >= 0)
        wished_.band = all_bands[static_cast<std::size_t>(tap)];
    std::vector<const char*> parts{desk_.words("list.part_name"), desk_.words("list.part_picture"),
                                   desk_.words("list.part_access")};
    if (child_)
        parts.push_back(desk_.words("list.part_end"));
    ImGui::SameLine(0, look.padding * 2);
    if (const int tap = choices(look, "part", parts, static_cast<int>(part_)); tap >= 0)
        part_ = static_cast<Part>(tap);
    space(look.pixels(2));
    if (part_ == Part::name)
        keyboard_.draw(look, desk_.words, wished_.first_name);
    else if (part_ == Part::picture)
        draw_portraits(look);
    else if (part_ == Part::access)
        draw_access(look, desk_.words, desk_.content.easing(), wished_.access);
    else
        draw_end(look);
}

} // namespace mirabelle
