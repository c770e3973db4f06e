#include "teacher/pages/progress_words.h"

#include "teacher/panel/widgets.h"

#include <cmath>

namespace mirabelle {

namespace {

/// One hue in five steps.
Colour field_of(Mastery mastery) {
    const double share = mastery == Mastery::unseen        ? 0
                         : mastery == Mastery::in_progress ? 0.12
                         : mastery == Mastery::on_the_way  ? 0.28
                         : mastery == Mastery::to_review   ? 0.42
                                                           : 0.6;
    return mix(palette::white, palette::leaf, share);
}

} // namespace

const char* mastery_key(Mastery mastery) {
    switch (mastery) {
    case Mastery::in_progress:
        return "progress.in_progress";
    case Mastery::on_the_way:
        return "progress.on_the_way";
    case Mastery::acquired:
        return "progress.acquired";
    case Mastery::to_review:
        return "progress.to_review";
    case Mastery::unseen:
        break;
    }
    return "progress.unseen";
}

const char* band_key(Band band) {
    return band == Band::PS ? "band.ps" : band == Band::MS ? "band.ms" : "band.gs";
}

const char* column_words(const Desk& desk, Band band, const std::string& column) {
    return column == name_of(band) ? desk.words(band_key(band)) : column.c_str();
}

bool mastery_cell(const Look& look, const Desk& desk, const char* id, const SkillOutlook& skill,
                  ImVec2 size) {
    const ImVec2 from = ImGui::GetCursorScreenPos(), to{from.x + size.x, from.y + size.y};
    const bool tap = tapped(id, size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, to, ink_of(held_down() ? panel_colour::pressed : field_of(skill.mastery)),
                       look.radius * 0.6F);
    if (skill.mastery == Mastery::unseen) {
        draw_mastery_mark(list, Mastery::unseen, {(from.x + to.x) / 2, (from.y + to.y) / 2}, look.pixels(6),
                          ink_of(mix(panel_colour::ink, palette::white, 0.6)));
        return tap;
    }
    const float mark = look.pixels(8), middle = (from.y + to.y) / 2,
                left = from.x + 3 * mark + look.pixels(6);
    draw_mastery_mark(list, skill.mastery, {from.x + look.pixels(8) + mark, middle}, mark,
                      ink_of(panel_colour::accent));
    write_into(look, Type::body, desk.words(mastery_key(skill.mastery)), {left, from.y},
               {to.x, middle + look.pixels(2)}, panel_colour::ink);
    write_into(look, Type::body, questions_words(desk, skill.answers), {left, middle - look.pixels(2)},
               {to.x, to.y}, panel_colour::quiet);
    return tap;
}

std::string questions_words(const Desk& desk, int questions) {
    return questions == 1 ? desk.words("progress.one_question")
                          : desk.words.with("progress.questions", {{"n", std::to_string(questions)}});
}

std::string days_ago_words(const Desk& desk, int days) {
    if (days <= 0)
        return desk.words("progress.today");
    return desk.words.with(days == 1 ? "progress.day_ago" : "progress.days_ago",
                           {{"n", std::to_string(days)}});
}

std::string chances_words(const Desk& desk, const SkillOutlook& skill) {
    const auto in_ten = [](double share) { return std::to_string(std::lround(10 * share)); };
    const std::string low = in_ten(skill.low), high = in_ten(skill.high);
    return low == high ? desk.words.with("child.chance", {{"n", low}})
                       : desk.words.with("child.chances", {{"low", low}, {"high", high}});
}

std::string facts_words(const Desk& desk, const SkillOutlook& skill) {
    if (skill.mastery == Mastery::unseen)
        return desk.words("progress.unseen_sentence");
    const std::string days = skill.days == 1
                                 ? desk.words("progress.one_day")
                                 : desk.words.with("progress.some_days", {{"n", std::to_string(skill.days)}});
    return desk.words.with("progress.facts", {{"questions", questions_words(desk, skill.answers)},
                                              {"days", days},
                                              {"ago", days_ago_words(desk, skill.days_ago)}});
}

} // namespace mirabelle
