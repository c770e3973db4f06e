// The garden's season follows the local date, and every season has all of its pictures.
#include "engine/season.h"
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr Milliseconds day = 24 * 60 * 60 * 1000;

/// Sees only which world lies behind everything.
class BackdropCanvas final : public Canvas {
  public:
    void set_area(Point, Rect) override {}
    void backdrop(PictureId picture, Rect) override { seen = picture; }
    void picture(PictureId, Rect, const Pose&) override {}
    void card(Rect, double, Colour, const Pose&) override {}
    void shadow(Rect, double, const Pose&) override {}
    void disc(Point, double, Colour, const Pose&) override {}
    void stroke(std::span<const Point>, double, Colour) override {}
    void text(std::string_view, Point, const TextStyle&, const Pose&) override {}
    double text_width(std::string_view, const TextStyle&) override { return 0; }

    PictureId seen{};
};

bool shows(const AppScene& scene, Season season) {
    BackdropCanvas canvas;
    scene.app.draw(canvas);
    return canvas.seen == seasonal_picture(real_content(), "world", season);
}

Season on(std::string_view date) { return season_of(midnight_of(date).value()); }

} // namespace

TEST_SUITE("engine/season") {
    TEST_CASE("a season begins with its month and ends with the eve of the next") {
        CHECK(on("2026-03-01") == Season::spring);
        CHECK(on("2026-05-31") == Season::spring);
        CHECK(on("2026-06-01") == Season::summer);
        CHECK(on("2026-08-31") == Season::summer);
        CHECK(on("2026-09-01") == Season::autumn);
        CHECK(on("2026-11-30") == Season::autumn);
        CHECK(on("2026-12-01") == Season::winter);
        CHECK(on("2027-01-15") == Season::winter);
        CHECK(on("2028-02-29") == Season::winter);
    }

    TEST_CASE("it changes at midnight, not a moment before, also before 1970") {
        const UtcMilliseconds spring = midnight_of("2027-03-01").value();
        CHECK(season_of(spring) == Season::spring);
        CHECK(season_of(spring - 1) == Season::winter);
        CHECK(season_of(midnight_of("1969-12-31").value() + day - 1) == Season::winter);
        CHECK(season_of(midnight_of("1969-06-15").value()) == Season::summer);
    }

    TEST_CASE("a year has four changes, and each season lasts a quarter of it") {
        std::array<int, all_seasons.size()> days{};
        int changes = 0;
        const UtcMilliseconds first = midnight_of("2027-01-01").value();
        for (int i = 0; i < 365; ++i) {
            ++days[static_cast<std::size_t>(season_of(first + i * day))];
            changes += season_of(first + i * day) != season_of(first + (i - 1) * day) ? 1 : 0;
        }
        CHECK(changes == 4);
        for (const int length : days) {
            CHECK(length >= 90);
            CHECK(length <= 92);
        }
    }

    TEST_CASE("the world changes its season at the school's own midnight, while children play") {
        AppSettings settings = settings_for(1, 3);
        settings.day_offset = 60 * 60 * 1000; // France in winter
        settings.now = midnight_of("2026-11-30").value() + day - settings.day_offset - 5'000;
        AppScene scene(settings);
        CHECK(shows(scene, Season::autumn));
        scene.wait(4'000);
        CHECK(shows(scene, Season::autumn));
        scene.wait(2'000);
        CHECK(shows(scene, Season::winter));
    }

    TEST_CASE("everything that grows is drawn for each season; world and class tree in the evening too") {
        std::set<PictureId> pictures;
        for (const std::string_view name : {"world", "class_tree"})
            for (const Season season : all_seasons)
                for (const Light light : {Light::day, Light::evening})
                    pictures.insert(seasonal_picture(real_content(), name, season, light));
        CHECK(pictures.size() == 16);
        for (const std::string_view name : {"branch", "knoll", "pond", "pond_tall", "petal"})
            for (const Season season : all_seasons)
                pictures.insert(seasonal_picture(real_content(), name, season));
        CHECK(pictures.size() == 16 + 20);
    }
}
