#include "engine/writing/capital_row.h"

#include "engine/writing/line.h"

#include <algorithm>

namespace mirabelle {

namespace {

// In heights of a capital.
constexpr double letter_gap = 0.35;
constexpr double hyphen_room = 0.34, apostrophe_room = 0.12, capital_word_gap = 0.4;
constexpr double mark_scale = 0.62;       // of a small letter's height
constexpr double apostrophe_scale = 0.57; // so that it hangs from the capitals' upper edge

Point placed(Point p, std::string_view mark, double middle) {
    if (mark == "apostrophe")
        return Point{middle, 0} + p * apostrophe_scale;
    if (mark == "hyphen" || mark == "cedilla")
        return {middle + p.x * mark_scale, p.y * (mark == "hyphen" ? 1 : mark_scale)};
    return {middle + p.x * mark_scale, (p.y + 1) * mark_scale - 1}; // as far above a capital
}

} // namespace

WritingModel capital_row(std::string_view word, const CapitalModels& models) {
    WritingModel row;
    double right = 0; // y = 0 is the base line
    const auto add_mark = [&](std::string_view id, double middle) {
        for (const WritingMark& mark : models.marks)
            if (mark.id == id)
                for (const Stroke& stroke : mark.strokes) {
                    Stroke& drawn = row.glyph.strokes.emplace_back();
                    for (const Point p : stroke)
                        drawn.push_back(placed(p, id, middle));
                }
    };
    for (const WrittenSign& sign : signs_of(word)) {
        if (sign.letter == 0) {
            const double room = sign.mark == "hyphen"       ? hyphen_room
                                : sign.mark == "apostrophe" ? apostrophe_room
                                                            : capital_word_gap - letter_gap;
            add_mark(sign.mark, right + room / 2);
            right += room + letter_gap;
            continue;
        }
        const auto letter =
            std::find_if(models.letters.begin(), models.letters.end(), [&](const WritingModel& model) {
                return model.id.size() == 1 && model.id[0] == sign.letter - 'a' + 'A';
            });
        if (letter == models.letters.end())
            continue;
        for (const Stroke& stroke : letter->glyph.strokes) {
            Stroke& drawn = row.glyph.strokes.emplace_back();
            for (const Point p : stroke)
                drawn.push_back({right + p.x, p.y - 1});
        }
        add_mark(sign.mark, right + letter->glyph.width / 2);
        right += letter->glyph.width + letter_gap;
    }
    const Rect box = box_of(row.glyph.strokes);
    if (row.glyph.strokes.empty() || box.height <= 0)
        return row;
    for (Stroke& stroke : row.glyph.strokes)
        for (Point& p : stroke)
            p = (p - Point{box.x, box.y}) * (1 / box.height);
    row.glyph.width = box.width / box.height;
    row.base_line = -box.y / box.height;
    row.interline = 1 / box.height;
    return row;
}

} // namespace mirabelle
