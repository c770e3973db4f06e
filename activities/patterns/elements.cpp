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

} // namespace mirabelle
