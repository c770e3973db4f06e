#include "teacher/pages/import_view.h"

#include "teacher/pages/progress_words.h"
#include "teacher/panel/files.h"
#include "teacher/panel/widgets.h"

#include <array>
#include <fstream>
#include <iterator>

namespace mirabelle {

ImportView::ImportView(Desk& desk, ClassList& list)
    : desk_(desk),
      list_(list),
      sentences_(desk.content.folder()),
      files_(files_in(desk.file_folders, ".csv")) {}

void ImportView::read(std::string_view bytes) { preview_ = read_roster(bytes); }

void ImportView::draw(const Look& look) {
    if (button(look, desk_.words("list.cancel"), Icon::back, Tone::quiet)) {
        closed_ = !preview_;
        preview_.reset();
    }
    say(look, Type::title, desk_.words("import.title"));
    if (preview_)
        draw_preview(look);
    else
        draw_sources(look);
}

void ImportView::draw_sources(const Look& look) {
    const float width = std::min(ImGui::GetContentRegionAvail().x, look.pixels(900));
    say_wrapped(look, Type::body, desk_.words("import.how"), width, panel_colour::quiet);
    const char* const pasted = ImGui::GetClipboardText();
    if (pasted == nullptr || *pasted == '\0')
        idle_button(look, desk_.words("import.paste"), Icon::list);
    else if (button(look, desk_.words("import.paste"), Icon::list, Tone::plain))
        read(pasted);
    space(look.pixels(4));
    say(look, Type::heading, desk_.words("import.files"));
    if (files_.empty()) {
        std::string folders;
        for (const auto& folder : desk_.file_folders)
            folders += (folders.empty() ? "" : ", ") + folder.string();
        say_wrapped(look, Type::body, desk_.words.with("import.no_files", {{"folders", folders}}), width,
                    panel_colour::quiet);
        return;
    }
    const ScrollArea area("files", {0, 0});
    for (const auto& file : files_) {
        ImGui::PushID(&file);
        if (button(look, file.filename().string().c_str(), Icon::list, Tone::plain)) {
            std::ifstream in(file, std::ios::binary);
            // One byte beyond what is read at most, so that too large a file is told as such.
            std::string bytes(largest_roster + 1, '\0');
            in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            bytes.resize(static_cast<std::size_t>(in.gcount()));
            read(bytes);
        }
        ImGui::SameLine();
        ImGui::AlignTextToFramePadding();
        say(look, Type::body, file.parent_path().string(), panel_colour::quiet);
        ImGui::PopID();
    }
}

void ImportView::draw_preview(const Look& look) {
    const float width = std::min(ImGui::GetContentRegionAvail().x, look.pixels(960));
    if (preview_->refusal) {
        say_wrapped(look, Type::heading, sentences_.sentence(*preview_->refusal), width,
                    panel_colour::warning);
        return;
    }
    const ImportPlan plan = list_.plan(*preview_, otherwise_);
    say_wrapped(look, Type::heading,
                desk_.words.with("import.plan", {{"add", std::to_string(plan.to_add.size())},
                                                 {"update", std::to_string(plan.to_update.size())},
                                                 {"same", std::to_string(plan.already_there)}}),
                width);
    if (plan.without_level > 0) {
        say_wrapped(look, Type::body,
                    desk_.words.with("import.without_level", {{"n", std::to_string(plan.without_level)}}),
                    width);
        const std::array bands{desk_.words("band.ps"), desk_.words("band.ms"), desk_.words("band.gs")};
        if (const int tap = choices(look, "band", bands, static_cast<int>(otherwise_)); tap >= 0)
            otherwise_ = all_bands[static_cast<std::size_t>(tap)];
    }
    if (button(look, desk_.words("import.take"), Icon::check, Tone::strong)) {
        list_.import(*preview_, otherwise_);
        desk_.class_changed = closed_ = true;
        return;
    }
    const ScrollArea area("preview", {0, 0});
    for (const DiscardedColumns& discarded : preview_->discarded)
        say_wrapped(look, Type::body,
                    desk_.words.with("import.discarded", {{"what", sentences_.sentence(discarded)}}), width,
                    panel_colour::quiet);
    for (const RosterRemark& remark : preview_->remarks)
        say_wrapped(look, Type::body, sentences_.sentence(remark), width, panel_colour::warning);
    for (const NewChild& child : plan.to_add) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const float side = look.row * 0.8F;
        Child shown;
        shown.portrait = child.portrait;
        draw_portrait(desk_, shown, from, side);
        const std::string line = child.first_name + (child.initial.empty() ? "" : " " + child.initial + ".") +
                                 "  ·  " + desk_.words(band_key(child.band)) +
                                 (child.class_name.empty() ? "" : "  ·  " + child.class_name);
        write_into(look, Type::body, line, {from.x + side + look.gap, from.y},
                   {from.x + width, from.y + side}, panel_colour::ink);
        ImGui::Dummy({width, side});
    }
}

} // namespace mirabelle
