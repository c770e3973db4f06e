#include "teacher/pages/packs_view.h"

#include "engine/content/content_error.h"
#include "teacher/panel/files.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>

namespace mirabelle {

PacksView::PacksView(Desk& desk)
    : desk_(desk),
      store_(desk.pack_folder, desk.content.folder(), desk.activities),
      packs_(store_.packs()),
      files_(files_in(desk.file_folders, ".zip")) {}

void PacksView::draw(const Look& look) {
    if (button(look, desk_.words("list.cancel"), Icon::back, Tone::quiet))
        closed_ = true;
    const float width = std::min(ImGui::GetContentRegionAvail().x, look.pixels(960));
    say(look, Type::title, desk_.words("packs.title"));
    say_wrapped(look, Type::body, desk_.words("packs.why"), width, panel_colour::quiet);
    if (!told_.empty())
        say_wrapped(look, Type::heading, told_, width,
                    detail_.empty() ? panel_colour::accent : panel_colour::warning);
    if (!detail_.empty())
        say_wrapped(look, Type::body, detail_, width, panel_colour::quiet);
    if (changed_)
        say_wrapped(look, Type::body, desk_.words("packs.next_start"), width, panel_colour::accent);
    const ScrollArea area("packs", {0, 0});
    draw_packs(look, width);
    draw_files(look, width);
}

void PacksView::draw_packs(const Look& look, float width) {
    if (packs_.empty())
        say_wrapped(look, Type::body, desk_.words("packs.none"), width, panel_colour::quiet);
    const std::array states{desk_.words("packs.on"), desk_.words("packs.off")};
    for (const StoredPack& pack : std::vector(packs_)) {
        ImGui::PushID(pack.info.id.c_str());
        space(look.pixels(4));
        say(look, Type::heading, pack.info.title);
        const bool sound = pack.problem.empty();
        if (sound)
            say_wrapped(look, Type::body,
                        desk_.words.with("packs.by", {{"author", pack.info.author},
                                                      {"version", pack.info.version},
                                                      {"licence", pack.info.licence}}),
                        width, panel_colour::quiet);
        say_wrapped(look, Type::body, sound ? sentence_for(pack.additions) : desk_.words("packs.broken"),
                    width, sound ? panel_colour::ink : panel_colour::warning);
        if (!sound)
            say_wrapped(look, Type::body, pack.problem, width, panel_colour::quiet);
        if (sound)
            if (const int tap = choices(look, "state", states, pack.state == PackState::on ? 0 : 1); tap >= 0)
                change([&] { store_.set(pack.info.id, tap == 0 ? PackState::on : PackState::off); });
        if (sound)
            ImGui::SameLine(0, look.gap * 2);
        if (button(look, desk_.words("packs.remove"), Icon::bin, Tone::quiet))
            change([&] { store_.remove(pack.info.id); });
        ImGui::PopID();
    }
}

void PacksView::draw_files(const Look& look, float width) {
    space(look.pixels(8));
    say(look, Type::heading, desk_.words("packs.files"));
    if (files_.empty()) {
        std::string folders;
        for (const auto& folder : desk_.file_folders)
            folders += (folders.empty() ? "" : ", ") + folder.string();
        say_wrapped(look, Type::body, desk_.words.with("packs.no_files", {{"folders", folders}}), width,
                    panel_colour::quiet);
    }
    for (const auto& file : files_) {
        ImGui::PushID(&file);
        if (button(look, file.filename().string().c_str(), Icon::plus, Tone::plain))
            take_in(file);
        ImGui::SameLine();
        ImGui::AlignTextToFramePadding();
        say(look, Type::body, file.parent_path().string(), panel_colour::quiet);
        ImGui::PopID();
    }
}

void PacksView::take_in(const std::filesystem::path& file) {
    change([&] {
        const StoredPack pack = store_.take_in(file);
        told_ = desk_.words.with("packs.taken",
                                 {{"title", pack.info.title}, {"adds", sentence_for(pack.additions)}});
    });
}

std::string PacksView::sentence_for(const PackAdditions& adds) const {
    std::string sentence;
    const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0)
            sentence += (sentence.empty() ? "" : ", ") +
                        desk_.words.with(count == 1 ? one : many, {{"n", std::to_string(count)}});
    };
    add(adds.words, "packs.word", "packs.words");
    add(adds.pictures, "packs.picture", "packs.pictures");
    add(adds.voices, "packs.voice", "packs.voices");
    add(adds.levels, "packs.level", "packs.levels");
    add(adds.skills, "packs.skill", "packs.skills");
    add(adds.difficulties, "packs.difficulty", "packs.difficulties");
    std::string games;
    for (const std::string& activity : adds.activities)
        games += (games.empty() ? "" : ", ") + std::string(desk_.words("activity." + activity));
    return games.empty() ? sentence : sentence + " (" + games + ")";
}

template <typename Change>
void PacksView::change(Change what) {
    told_.clear();
    detail_.clear();
    try {
        what();
        changed_ = true;
    } catch (const ContentError& error) {
        told_ = desk_.words("packs.refused");
        detail_ = error.what();
    } catch (const std::filesystem::filesystem_error& error) {
        told_ = desk_.words("packs.disk");
        detail_ = error.what();
    }
    packs_ = store_.packs();
}

} // namespace mirabelle
