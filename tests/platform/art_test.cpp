// The drawings as pixels: the world is light and quiet in every season, by day and in the evening, and what
// must be seen stands out from everything it is seen on.
#include "engine/season.h"
#include "platform/compositor.h"
#include "platform/sprite_cache.h"
#include "tests/support/real_content.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

using namespace mirabelle;

namespace {

constexpr PixelSize small_screen{384, 216};
constexpr double least_contrast = 4.5; // WCAG 2.1, 1.4.3
constexpr double least_lightness = 85; // L* of backgrounds, 0..100

/// The bundle's drawings, drawn small.
class Gallery {
  public:
    Gallery()
        : sprites_({real_content().pictures().begin(), real_content().pictures().end()}, small_screen) {}

    const Raster& covering(PictureId picture) {
        return drawn([&] { return sprites_.covering(picture, small_screen); });
    }
    const Raster& fitted(std::string_view name) { return fitted(real_content().picture(name)); }
    const Raster& fitted(PictureId picture) {
        return drawn([&] { return sprites_.fitted(picture, {160, 160}); });
    }

  private:
    template <typename Ask>
    const Raster& drawn(const Ask& ask) {
        if (ask().raster == nullptr)
            sprites_.draw_wanted();
        const Raster* raster = ask().raster;
        REQUIRE(raster != nullptr);
        return *raster;
    }

    SpriteCache sprites_;
};

Colour colour_of(std::uint32_t pixel) { return rgb(pixel & 0xFFFFFFu); }
bool is_solid(std::uint32_t pixel) { return pixel >> 24 > 250; }

/// CIE L* of a colour, 0..100, from its contrast with black (which is its luminance in other words).
double lightness(Colour colour) {
    const double luminance = contrast(colour, rgb(0)) * 0.05 - 0.05;
    return luminance > 0.008856 ? 116 * std::cbrt(luminance) - 16 : 903.3 * luminance;
}

/// How colourful: the distance between its strongest and weakest channel, 0..1.
double chroma(Colour colour) {
    const auto [least, most] = std::minmax({colour.red, colour.green, colour.blue});
    return (most - least) / 255.0;
}

template <typename Measure>
double mean(const Raster& raster, const Measure& measure) {
    double sum = 0;
    int count = 0;
    for (const std::uint32_t pixel : raster.pixels)
        if (is_solid(pixel)) {
            sum += measure(colour_of(pixel));
            ++count;
        }
    return sum / std::max(1, count);
}

/// The share of a drawing's own pixels that stand out from `ground`.
double share_that_stands_out(const Raster& figure, Colour ground) {
    return mean(figure,
                [&](Colour colour) { return contrast(colour, ground) >= least_contrast ? 1.0 : 0.0; });
}

Colour mean_colour(const Raster& raster) {
    const auto channel = [&](auto pick) {
        return static_cast<std::uint8_t>(std::lround(mean(raster, pick)));
    };
    return {channel([](Colour c) { return c.red; }), channel([](Colour c) { return c.green; }),
            channel([](Colour c) { return c.blue; }), 255};
}

Colour darkest(const Raster& raster) {
    Colour found = palette::white;
    for (const std::uint32_t pixel : raster.pixels)
        if (is_solid(pixel) && lightness(colour_of(pixel)) < lightness(found))
            found = colour_of(pixel);
    return found;
}

Colour laid_over(Colour top, double opacity, Colour below) { return mix(below, top, opacity); }

/// What covers both drawings, as a share of what covers either.
double common_silhouette(const Raster& a, const Raster& b) {
    REQUIRE(a.pixels.size() == b.pixels.size());
    int both = 0, either = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        const bool in_a = is_solid(a.pixels[i]), in_b = is_solid(b.pixels[i]);
        both += in_a && in_b ? 1 : 0;
        either += in_a || in_b ? 1 : 0;
    }
    return static_cast<double>(both) / std::max(1, either);
}

} // namespace

TEST_SUITE("platform/art") {
    TEST_CASE("the world is light and quiet in every season, by day and in the evening") {
        Gallery gallery;
        for (const Season season : all_seasons)
            for (const Light light : {Light::day, Light::evening}) {
                CAPTURE(name_of(season));
                CAPTURE(static_cast<int>(light));
                const Raster& world =
                    gallery.covering(seasonal_picture(real_content(), "world", season, light));
                CHECK(mean(world, lightness) >= least_lightness);
                CHECK(mean(world, chroma) <= 0.16);
                // Nothing of it is so dark that it draws the eye away from what is to be touched.
                CHECK(mean(world, [](Colour c) { return lightness(c) >= 70 ? 1.0 : 0.0; }) >= 0.96);
            }
    }

    TEST_CASE("so are the grounds that games are played on") {
        Gallery gallery;
        for (const Season season : all_seasons)
            for (const std::string_view name : {"knoll", "pond", "pond_tall"}) {
                CAPTURE(name_of(season));
                CAPTURE(name);
                const Raster& ground = gallery.fitted(seasonal_picture(real_content(), name, season));
                CHECK(mean(ground, lightness) >= least_lightness);
                CHECK(mean(ground, chroma) <= 0.2);
            }
    }

    TEST_CASE("the seasons differ from each other, and evening from day") {
        Gallery gallery;
        std::set<std::vector<std::uint32_t>> looks;
        for (const Season season : all_seasons)
            for (const Light light : {Light::day, Light::evening})
                looks.insert(
                    gallery.covering(seasonal_picture(real_content(), "world", season, light)).pixels);
        CHECK(looks.size() == 8);
    }

    TEST_CASE("the helping hand stands out from every ground it shows on") {
        Gallery gallery;
        for (const std::string_view hand : {"hand", "hand_pressed", "hand_left", "hand_left_pressed"})
            for (const Season season : all_seasons)
                for (const std::string_view ground : {"world", "knoll", "pond"}) {
                    CAPTURE(hand);
                    CAPTURE(ground);
                    CAPTURE(name_of(season));
                    const PictureId picture = seasonal_picture(real_content(), ground, season);
                    CHECK(share_that_stands_out(gallery.fitted(hand), mean_colour(gallery.fitted(picture))) >=
                          0.05);
                }
    }

    TEST_CASE("what is to be touched stands out from what it lies on") {
        Gallery gallery;
        // The signs of controls, on their own paper disc.
        for (const std::string_view sign : {"ear", "door", "pause", "arrow_left", "arrow_right"}) {
            CAPTURE(sign);
            CHECK(share_that_stands_out(gallery.fitted(sign), palette::paper) >= 0.04);
        }
        CHECK(share_that_stands_out(gallery.fitted("bell"), mean_colour(gallery.fitted("market_table"))) >=
              0.05);
        CHECK(share_that_stands_out(gallery.fitted("plate"), palette::white) >= 0.01); // its blue ring
        for (const Season season : all_seasons) {
            CAPTURE(name_of(season));
            const Raster& pond = gallery.fitted(seasonal_picture(real_content(), "pond", season));
            CHECK(share_that_stands_out(gallery.fitted("lily_pad"), mean_colour(pond)) >= 0.05);
        }
    }

    TEST_CASE("Mirabelle's eyes and mouth stand out from her skin, her boots from every meadow") {
        Gallery gallery;
        const Colour skin = mean_colour(gallery.fitted("mascot_body"));
        for (const std::string_view feature :
             {"mascot_eyes_open", "mascot_eyes_looking", "mascot_eyes_closed", "mascot_mouth_smile",
              "mascot_mouth_speaking_a"}) {
            CAPTURE(feature);
            CHECK(share_that_stands_out(gallery.fitted(feature), skin) >= 0.5);
        }
        for (const Season season : all_seasons) {
            const Colour meadow =
                mean_colour(gallery.fitted(seasonal_picture(real_content(), "knoll", season)));
            CHECK(share_that_stands_out(gallery.fitted("mascot_feet"), meadow) >= 0.3);
        }
    }

    TEST_CASE("leaves of a round stand out from the sky, those of the class from every crown") {
        Gallery gallery;
        for (const Season season : all_seasons) {
            CAPTURE(name_of(season));
            const Raster& world = gallery.covering(seasonal_picture(real_content(), "world", season));
            Raster sky = world;
            sky.pixels.resize(sky.pixels.size() / 3);
            for (const std::string_view part : {"leaf_open", "leaf_bud", "twig"}) {
                CAPTURE(part);
                CHECK(share_that_stands_out(gallery.fitted(part), mean_colour(sky)) >= 0.05);
            }
            for (const Light light : {Light::day, Light::evening}) {
                const Raster& tree =
                    gallery.fitted(seasonal_picture(real_content(), "class_tree", season, light));
                Raster crown = tree; // without the trunk
                crown.pixels.resize(crown.pixels.size() / 2);
                CHECK(share_that_stands_out(gallery.fitted("tree_leaf"), mean_colour(crown)) >= 0.05);
            }
        }
    }

    TEST_CASE("letters, numerals and names can be read on whatever carries them") {
        Gallery gallery;
        for (const std::string_view carrier :
             {"lily_pad", "number_stone", "path_stone", "path_sign", "train_wagon", "book_frame"}) {
            CAPTURE(carrier);
            const Raster& drawn = gallery.fitted(carrier);
            const std::uint32_t middle =
                drawn.row(static_cast<int>(drawn.height * 0.4))[static_cast<int>(drawn.width * 0.45)];
            REQUIRE(is_solid(middle));
            CHECK(contrast(palette::ink, colour_of(middle)) >= least_contrast);
        }
        // A name lies on a label of paper that lets a little of the world through.
        for (const Season season : all_seasons)
            for (const Light light : {Light::day, Light::evening}) {
                const Raster& world =
                    gallery.covering(seasonal_picture(real_content(), "world", season, light));
                CHECK(contrast(palette::ink, laid_over(palette::paper, 0.92, darkest(world))) >=
                      least_contrast);
            }
        const Raster& slate = gallery.fitted("slate");
        const Colour board = colour_of(slate.row(slate.height / 2)[slate.width / 2]);
        for (const Colour chalk : {rgb(0xFFF6DC), palette::mirabelle})
            CHECK(contrast(chalk, board) >= least_contrast);
    }

    TEST_CASE(
        "nothing is told by colour alone: a bud is no leaf, a pressed hand no resting one, without any") {
        Gallery gallery;
        CHECK(common_silhouette(gallery.fitted("leaf_bud"), gallery.fitted("leaf_open")) < 0.6);
        CHECK(common_silhouette(gallery.fitted("hand"), gallery.fitted("hand_pressed")) < 0.95);
        // Children are told apart by their pictures, not by the colour behind them.
        std::set<PictureId> pictures;
        for (const Portrait& portrait : real_content().portraits())
            pictures.insert(portrait.picture);
        CHECK(pictures.size() == real_content().portraits().size());
    }
}
