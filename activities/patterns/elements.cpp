#include "activities/patterns/elements.h"

#include "engine/coloured_shapes.h"

namespace mirabelle {

namespace {

constexpr double small = 0.55;

} // namespace

std::vector<Piece> draw_elements(const std::string& differ, const WordChoice& known, const Content& content,
                                 Random& random) {
    std::vector<Piece> elements;
    if (differ == "colour") {
        const std::size_t kind = random.below(shape_kinds.size());
        for (std::size_t colour = 0; colour < shape_colours.size(); ++colour)
            elements.push_back({shape_label(kind, colour), PictureFace{shape_picture(content, kind, colour)},
                                content.voice("colour_" + std::string(shape_colours[colour]))});
    } else if (differ == "size") {
        const PictureId picture = random.pick(known)->picture;
        elements = {{"big", PictureFace{picture}, content.voice("size_big")},
                    {"small", PictureFace{picture, small}, content.voice("size_small")}};
    } else {
        WordChoice words{random.pick(known)};
        add_words(words, known, 3, [](const Word&) { return true; });
        for (const Word* word : words)
            elements.push_back({word->text, PictureFace{word->picture}, word->voice});
    }
    random.shuffle(elements);
    return elements;
}

std::string letters_of(const std::string& unit, int length) {
    std::string row;
    if (unit == "growing")
        for (int more = 1; static_cast<int>(row.size()) < length; ++more)
            row += "A" + std::string(static_cast<std::size_t>(more), 'B');
    while (static_cast<int>(row.size()) < length)
        row += unit;
    return row.substr(0, static_cast<std::size_t>(length));
}

} // namespace mirabelle
