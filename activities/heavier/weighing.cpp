#include "activities/heavier/weighing.h"

#include "engine/word_choice.h"

#include <array>
#include <string>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> light_things{"plume", "papillon"};
constexpr std::array<std::string_view, 4> heavy_things{"pierre", "marteau", "livre", "pastèque"};
constexpr std::array<std::string_view, 3> colours{"red", "blue", "yellow"};
constexpr double large = 0.85, usual = 0.72, small = 0.5;
// Of the drawings of the balance, which stand 0.75 high on the lower edge of their picture.
constexpr Rect balance{0, 0.23, 1, 0.75};
constexpr double left_pan = 0.21, right_pan = 0.79;                // their middles
constexpr double low_pan = 0.79, level_pan = 0.7, high_pan = 0.61; // their upper edges
constexpr double pan_room = 0.34;

Weighed thing(const Word& word, int mass, double size) {
    return {{word.text, PictureFace{word.picture, size}, word.voice}, mass, size};
}

/// The first of the drawn words that is one of these.
template <std::size_t Count>
const Word& one_of(const std::array<std::string_view, Count>& texts, const WordChoice& drawn) {
    const auto found = std::find_if(drawn.begin(), drawn.end(), [&](const Word* word) {
        return std::find(texts.begin(), texts.end(), word->text) != texts.end();
    });
    ENSURE(found != drawn.end());
    return **found;
}

PlacedPicture on_pan(const Weighed& one, double middle, double edge) {
    const double side = pan_room * one.size / large;
    return {std::get<PictureFace>(one.piece.face).picture, {middle - side / 2, edge - side, side, side}};
}

} // namespace

std::vector<Weighed> known_things(const Content& content, bool misleading, Random& random) {
    const WordChoice drawn = known_words(content, Band::MS, random);
    return {thing(one_of(light_things, drawn), 1, misleading ? large : usual),
            thing(one_of(heavy_things, drawn), 2, misleading ? small : usual)};
}

std::vector<Weighed> parcels(std::size_t count, const Content& content, bool misleading, Random& random) {
    auto drawn = colours;
    random.shuffle(drawn);
    constexpr std::array shrinking{large, usual, small};
    std::vector<Weighed> weighed;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string colour(drawn[i]);
        const double size = misleading ? (count == 2 && i == 1 ? small : shrinking[i]) : usual;
        weighed.push_back({{"parcel_" + colour, PictureFace{content.picture("parcel_" + colour), size},
                            content.voice("parcel_" + colour)},
                           static_cast<int>(i),
                           size});
    }
    return weighed;
}

SceneFace on_balance(const Weighed& left, const Weighed& right, const Content& content) {
    const bool level = left.mass == right.mass, down = left.mass > right.mass;
    return {{{content.picture(level  ? "balance_level"
                              : down ? "balance_left"
                                     : "balance_right"),
              balance},
             on_pan(left, left_pan,
                    level  ? level_pan
                    : down ? low_pan
                           : high_pan),
             on_pan(right, right_pan,
                    level  ? level_pan
                    : down ? high_pan
                           : low_pan)}};
}

} // namespace mirabelle
