#include "teacher/pages/answer_row.h"

#include "teacher/model/child_record.h"
#include "teacher/pages/answer_words.h"
#include "teacher/panel/widgets.h"

namespace mirabelle {

namespace {

/// What there is to add: the error's name, else the help, else the number of the try.
std::string remark_on(const Desk& desk, const Attempt& attempt) {
    if (const std::string error = error_words(desk.content, attempt); !error.empty())
        return error;
    if (attempt.help > HelpLevel::none)
        return desk.words("child.with_help");
    if (attempt.attempt_number > 1)
        return desk.words.with("child.try", {{"n", std::to_string(attempt.attempt_number)}});
    return {};
}

std::string answer_words(const Desk& desk, const Attempt& attempt) {
    if (attempt.expected.empty()) // nothing was right or wrong there
        return desk.words.with("child.answer_told", {{"response", in_words(desk.words, attempt.response)}});
    return desk.words.with(
        attempt.correct ? "child.answer_right" : "child.answer_other",
        {{"asked", in_words(desk.words, attempt.item)},
         {"response", attempt.response.empty() ? "–" : in_words(desk.words, attempt.response)}});
}

} // namespace

float answer_row_height(const Look& look) { return look.row + look.pixels(6); }

bool answer_row(const Look& look, const Desk& desk, const Attempt& attempt) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - look.pixels(6), bottom = from.y + look.row;
    ImGui::PushID(&attempt);
    const bool tap = tapped("answer", {width, look.row});
    ImGui::PopID();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, {from.x + width, bottom},
                       ink_of(held_down() ? panel_colour::pressed : panel_colour::card), look.radius * 0.6F);
    const float line = from.y + look.row / 2, right = from.x + width;
    draw_icon(list, attempt.correct ? Icon::check : Icon::undo, {from.x + look.pixels(26), line},
              look.pixels(22), ink_of(attempt.correct ? panel_colour::accent : panel_colour::ink));
    const float left = from.x + look.pixels(56), date = right - look.pixels(230);
    const std::string remark = remark_on(desk, attempt);
    const float middle = remark.empty() ? bottom : line + look.pixels(1);
    write_into(look, Type::body, answer_words(desk, attempt),
               {left, from.y + look.pixels(remark.empty() ? 0 : 4)}, {date, middle}, panel_colour::ink);
    write_into(look, Type::body, remark, {left, line - look.pixels(1)}, {date, bottom - look.pixels(4)},
               panel_colour::quiet);
    write_into(look, Type::body, date_words(desk, attempt.when), {date, from.y},
               {right - look.pixels(50), bottom}, panel_colour::quiet, 1);
    draw_icon(list, Icon::play, {right - look.pixels(26), line}, look.pixels(20),
              ink_of(panel_colour::accent));
    ImGui::SetCursorScreenPos({from.x, bottom + look.pixels(6)});
    return tap;
}

} // namespace mirabelle
