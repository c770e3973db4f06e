#include "teacher/pages/week_plot.h"

#include "teacher/panel/widgets.h"

#include <algorithm>

namespace mirabelle {

void draw_week_plot(const Look& look, const Desk& desk, std::span<const WeekOfAnswers> weeks, ImVec2 size) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    ImGui::Dummy(size);
    if (weeks.empty())
        return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    int most = 5;
    for (const WeekOfAnswers& week : weeks)
        most = std::max(most, week.answers);
    most = (most + 4) / 5 * 5;
    const float title = look.pixels(34), labels = look.pixels(30), axis = look.pixels(48);
    const float top = from.y + title, base = from.y + size.y - labels, left = from.x + axis;
    write_into(look, Type::body, desk.words("child.plot"), from, {from.x + size.x, top}, panel_colour::quiet);
    for (const int value : {0, most}) {
        const float y = base - (base - top) * static_cast<float>(value) / static_cast<float>(most);
        list.AddLine({left, y}, {from.x + size.x, y}, ink_of(panel_colour::line), look.scale);
        write_into(look, Type::body, std::to_string(value), {from.x, y - look.pixels(14)},
                   {left - look.pixels(8), y + look.pixels(14)}, panel_colour::quiet, 1);
    }
    const float step = std::min((size.x - axis) / static_cast<float>(weeks.size()), look.pixels(132));
    const std::size_t every = step < look.pixels(126) ? 2 : 1;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        const WeekOfAnswers& week = weeks[i];
        const float x = left + step * static_cast<float>(i) + step * 0.2F, width = step * 0.6F;
        const auto height = [&](int value) {
            return (base - top) * static_cast<float>(value) / static_cast<float>(most);
        };
        list.AddRectFilled({x, base - height(week.answers)}, {x + width, base},
                           ink_of(mix(palette::white, palette::leaf, 0.3)), look.pixels(3));
        list.AddRectFilled({x, base - height(week.right)}, {x + width, base}, ink_of(palette::leaf),
                           look.pixels(3));
        if (i % every == 0)
            write_into(look, Type::body, date_words(desk, week.monday), {x - step * 0.2F, base},
                       {x + step * (every == 2 ? 1.7F : 0.9F), base + labels}, panel_colour::quiet);
    }
}

} // namespace mirabelle
