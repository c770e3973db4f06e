#include "activities/basket_sort/lots.h"

#include "engine/coloured_shapes.h"

#include <array>

namespace mirabelle {

namespace {

constexpr double small = 0.55;

/// Families of words that every child keeps apart, with their names in voice lines. What lives and what is
/// eaten never stand together: a fish is both.
struct Family {
    std::string_view category, voice;
};
constexpr Family animals{"animal", "animals"}, food{"aliment", "food"};
constexpr Family clothes{"vêtement", "clothes"}, vehicles{"transport", "vehicles"};

/// Three of a kind, one in front of the others.
SceneFace heap(const std::array<PictureId, 3>& pictures) {
    return {{{pictures[0], {0.24, 0, 0.52, 0.52}},
             {pictures[1], {0, 0.46, 0.52, 0.52}},
             {pictures[2], {0.48, 0.46, 0.52, 0.52}}}};
}

std::vector<Lot> families(const LotWish& wish, const Content& content, Random& random) {
    std::vector<Family> drawn{random.happens(0.5) ? animals : food, clothes, vehicles};
    random.shuffle(drawn);
    drawn.resize(std::min(drawn.size(), wish.baskets));
    const WordChoice known = known_words(content, wish.band, random);
    std::vector<Lot> lots;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        WordChoice words;
        const std::size_t count = (wish.pieces + drawn.size() - 1 - i) / drawn.size();
        add_words(words, known, count + 3,
                  [&](const Word& word) { return word.category == drawn[i].category; });
        Lot lot{std::string(drawn[i].voice), heap({words[0]->picture, words[1]->picture, words[2]->picture}),
                content.voice("sorted_" + std::string(drawn[i].voice))};
        for (std::size_t j = 3; j < words.size(); ++j)
            lot.pieces.push_back({words[j]->text, PictureFace{words[j]->picture}, words[j]->voice});
        lots.push_back(std::move(lot));
    }
    return lots;
}

std::vector<Lot> sizes(const LotWish& wish, const Content& content, Random& random) {
    const WordChoice known = known_words(content, wish.band, random);
    WordChoice words{random.pick(known)};
    add_words(words, known, wish.others_differ ? 3 : 1, [](const Word&) { return true; });
    std::vector<Lot> lots;
    for (const double scale : {1.0, small}) {
        const std::string name = scale < 1 ? "small" : "big";
        Lot lot{name, PictureFace{words[0]->picture, scale}, content.voice("sorted_" + name)};
        for (std::size_t i = lots.size(); i < wish.pieces; i += 2) {
            const Word& word = *words[i / 2 % words.size()];
            lot.pieces.push_back({name + " " + word.text, PictureFace{word.picture, scale}, word.voice});
        }
        lots.push_back(std::move(lot));
    }
    return lots;
}

std::vector<std::size_t> drawn_three(Random& random) {
    std::vector<std::size_t> order{0, 1, 2};
    random.shuffle(order);
    return order;
}

/// Shapes in colours; `by` says which of both makes the lot.
std::vector<Lot> shapes(const LotWish& wish, const Content& content, Random& random) {
    const auto kinds = drawn_three(random);
    const auto colours = drawn_three(random);
    const auto voice = [&](const std::string& name) { return content.voice("sorted_" + name); };
    std::vector<Lot> lots;
    for (std::size_t i = 0; i < wish.baskets; ++i) {
        const std::size_t kind = kinds[wish.by == "both" ? i / 2 : i % 3];
        const std::size_t colour = colours[wish.by == "both" ? i % 2 : i % 3];
        const std::string kind_name(shape_kinds[kind]), colour_name(shape_colours[colour]);
        const auto picture = [&](std::size_t k, std::size_t c) { return shape_picture(content, k, c); };
        if (wish.by == "colour")
            lots.push_back({colour_name, heap({picture(0, colour), picture(1, colour), picture(2, colour)}),
                            voice(colour_name)});
        else if (wish.by == "shape")
            lots.push_back(
                {kind_name, heap({picture(kind, 0), picture(kind, 1), picture(kind, 2)}), voice(kind_name)});
        else
            lots.push_back({colour_name + "-" + kind_name, PictureFace{picture(kind, colour)},
                            voice(colour_name + "_" + kind_name)});
        lots.back().colour = colour;
        lots.back().shape = kind;
    }
    for (std::size_t i = 0; i < wish.pieces; ++i) {
        Lot& lot = lots[i % lots.size()];
        const std::size_t other = wish.others_differ ? drawn_three(random)[0] : kinds[0];
        const std::size_t kind = wish.by == "colour" ? other : lot.shape;
        const std::size_t colour = wish.by == "shape" ? other : lot.colour;
        const std::string name(shape_kinds[kind]);
        lot.pieces.push_back({shape_label(kind, colour), PictureFace{shape_picture(content, kind, colour)},
                              voice(std::string(shape_colours[colour]) + "_" + name)});
    }
    return lots;
}

} // namespace

std::vector<Lot> draw_lots(const LotWish& wish, const Content& content, Random& random) {
    if (wish.by == "category")
        return families(wish, content, random);
    return wish.by == "size" ? sizes(wish, content, random) : shapes(wish, content, random);
}

} // namespace mirabelle
