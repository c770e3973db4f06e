// What is recognised of hands that no model was drawn from. No data of children or adults is used here: each
// way of writing is left out in turn, distorted, and must be known by the others.
#include "engine/writing/recogniser.h"
#include "tests/support/handwriting.h"
#include "tests/support/models.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr int hands = 4; // for each way of writing

struct Tally {
    int right = 0, all = 0;
    double share() const { return static_cast<double>(right) / all; }
    void count(bool yes) {
        ++all;
        right += yes ? 1 : 0;
    }
};

/// As the pen digits of Alpaydin and Alimoglu come: eight points, pen lifts gone, stretched to their box.
std::vector<Stroke> eight_points(std::span<const Stroke> ink) {
    Stroke line = evenly(joined(ink), 8);
    const Rect box = box_of(std::span(&line, 1));
    for (Point& p : line)
        p = {box.width > 0 ? (p.x - box.x) / box.width * 100 : 0,
             box.height > 0 ? (p.y - box.y) / box.height * 100 : 0};
    return {line};
}

template <typename Shown>
Tally all_variants(const std::vector<WritingModel>& models, Alphabet alphabet, Shown shown) {
    const Recogniser recogniser(models, alphabet);
    Tally tally;
    Random random(11);
    for (const WritingModel& model : models) {
        if (model.id.size() > 1)
            continue;
        std::vector<std::vector<Stroke>> ways = model.variants;
        ways.push_back(model.glyph.strokes);
        for (const std::vector<Stroke>& way : ways)
            for (int hand = 0; hand < hands; ++hand)
                tally.count(
                    recogniser.ranking(shown(written(way, {0.03, 0.005, 0}, random), random)).front().id ==
                    model.id);
    }
    return tally;
}

} // namespace

TEST_SUITE("engine/writing") {
    TEST_CASE("digits are recognised by a way of writing that was left out of the models") {
        const auto all = models_of(Alphabet::digits);
        Tally raw;
        Random random(5);
        for (std::size_t m = 0; m < all.size(); ++m)
            for (std::size_t v = 0; v < all[m].variants.size(); ++v) {
                auto models = all;
                models[m].variants.erase(models[m].variants.begin() + static_cast<std::ptrdiff_t>(v));
                const Recogniser recogniser(models, Alphabet::digits);
                for (int hand = 0; hand < 2; ++hand)
                    raw.count(recogniser.ranking(written(all[m].variants[v], {0.03, 0.005, 0}, random))
                                  .front()
                                  .id == all[m].id);
            }
        // The variants are drawn to differ from one another, so this is harder than a new writer is.
        MESSAGE("left out and recognised: ", 100 * raw.share(), " % of ", raw.all);
        CHECK(raw.share() >= 0.8);
    }

    TEST_CASE("distorted digits are recognised from raw strokes, and from eight points of one line") {
        const auto models = models_of(Alphabet::digits);
        const Tally raw = all_variants(models, Alphabet::digits, [](auto ink, Random&) { return ink; });
        CHECK(raw.share() >= 0.97);
        const Tally eight =
            all_variants(models, Alphabet::digits, [](auto ink, Random&) { return eight_points(ink); });
        CHECK(eight.share() >= 0.94);
    }

    TEST_CASE("letters are recognised, capitals in any order and direction of strokes") {
        const Tally cursive = all_variants(models_of(Alphabet::cursive), Alphabet::cursive,
                                           [](auto ink, Random&) { return ink; });
        CHECK(cursive.share() >= 0.95);
        const Tally capitals =
            all_variants(models_of(Alphabet::capitals), Alphabet::capitals, [](auto ink, Random& random) {
                random.shuffle(ink);
                for (Stroke& stroke : ink)
                    if (random.happens(0.3))
                        std::reverse(stroke.begin(), stroke.end());
                return ink;
            });
        CHECK(capitals.share() >= 0.95);
    }

    TEST_CASE("the ranking names every glyph once, the nearest first, and nothing without ink") {
        const auto models = models_of(Alphabet::digits);
        const Recogniser recogniser(models, Alphabet::digits);
        CHECK(recogniser.ranking({}).empty());
        CHECK(recogniser.ranking(std::vector<Stroke>{{}, {}}).empty());
        Random random(3);
        for (const auto& ink :
             {scribble(random), dot(random), straight_line(random), std::vector<Stroke>{{{5, 5}}},
              std::vector<Stroke>{{{5, 5}, {5, 5}}, {{5, 5}}}}) {
            const auto ranking = recogniser.ranking(ink);
            CHECK(ranking.size() == 10); // "10" is two digits
            std::set<std::string_view> ids;
            for (std::size_t i = 0; i < ranking.size(); ++i) {
                ids.insert(ranking[i].id);
                CHECK(std::isfinite(ranking[i].distance));
                CHECK((i == 0 || ranking[i - 1].distance <= ranking[i].distance));
            }
            CHECK(ids.size() == ranking.size());
        }
    }

    TEST_CASE("place, unit and size say nothing about a digit") {
        const auto models = models_of(Alphabet::digits);
        const Recogniser recogniser(models, Alphabet::digits);
        for (const WritingModel& model : models) {
            if (model.id.size() > 1)
                continue;
            std::vector<Stroke> moved = model.glyph.strokes;
            for (Stroke& stroke : moved)
                for (Point& p : stroke)
                    p = Point{-4000, 777} + p * 0.037;
            const auto here = recogniser.ranking(model.glyph.strokes);
            const auto there = recogniser.ranking(moved);
            CHECK(here.front().id == model.id);
            CHECK(here.front().distance < 0.02);
            for (std::size_t i = 0; i < here.size(); ++i)
                CHECK(here[i].distance == doctest::Approx(there[i].distance).epsilon(0.001));
        }
    }
}
