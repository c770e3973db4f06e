#include "teacher/pages/progress_words.h"

#include "teacher/panel/widgets.h"

namespace mirabelle {

namespace {

/// One hue in five steps.
Colour field_of(Progress progress) {
    const double share = progress == Progress::unseen       ? 0
                         : progress == Progress::beginning  ? 0.12
                         : progress == Progress::needs_help ? 0.22
                         : progress == Progress::on_the_way ? 0.36
                                                            : 0.6;
    return mix(palette::white, palette::leaf, share);
}

} // namespace

const char* progress_key(Progress progress) {
    switch (progress) {
    case Progress::beginning:
        return "progress.beginning";
    case Progress::needs_help:
        return "progress.needs_help";
    case Progress::on_the_way:
        return "progress.on_the_way";
    case Progress::succeeds:
        return "progress.succeeds";
    case Progress::unseen:
        break;
    }
    return "progress.unseen";
}

const char* band_key(Band band) {
    return band == Band::PS ? "band.ps" : band == Band::MS ? "band.ms" : "band.gs";
}

bool progress_cell(const Look& look, const Desk& desk, const char* id, const SkillProgress& skill,
                   ImVec2 size) {
    const ImVec2 from = ImGui::GetCursorScreenPos(), to{from.x + size.x, from.y + size.y};
    const bool tap = tapped(id, size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, to, ink_of(held_down() ? panel_colour::pressed : field_of(skill.progress)),
                       look.radius * 0.6F);
    if (skill.progress == Progress::unseen) {
        draw_progress_mark(list, Progress::unseen, {(from.x + to.x) / 2, (from.y + to.y) / 2}, look.pixels(6),
                           ink_of(mix(panel_colour::ink, palette::white, 0.6)));
        return tap;
    }
    const float mark = look.pixels(8), middle = (from.y + to.y) / 2,
                left = from.x + 3 * mark + look.pixels(6);
    draw_progress_mark(list, skill.progress, {from.x + look.pixels(8) + mark, middle}, mark,
                       ink_of(panel_colour::accent));
    write_into(look, Type::body, desk.words(progress_key(skill.progress)), {left, from.y},
               {to.x, middle + look.pixels(2)}, panel_colour::ink);
    const std::string count = desk.words.with("progress.count", {{"n", std::to_string(skill.answers)}});
    write_into(look, Type::body, count, {left, middle - look.pixels(2)}, {to.x, to.y}, panel_colour::quiet);
    return tap;
}

std::string days_words(const Desk& desk, int days) {
    return days == 1 ? desk.words("progress.one_day")
                     : desk.words.with("progress.some_days", {{"n", std::to_string(days)}});
}

std::string progress_sentence(const Desk& desk, const SkillProgress& skill) {
    if (skill.progress == Progress::unseen)
        return desk.words("progress.unseen_sentence");
    return desk.words.with("progress.sentence", {{"right", std::to_string(skill.right_of_recent)},
                                                 {"recent", std::to_string(skill.recent)},
                                                 {"n", std::to_string(skill.answers)},
                                                 {"days", days_words(desk, skill.days)}});
}

} // namespace mirabelle
