// The scenes as a designer accepted them. MIRABELLE_REBASELINE=1 writes them anew: look at every one before
// keeping it.
#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "engine/civil_time.h"
#include "engine/touch_script.h"
#include "platform/offscreen_surface.h"
#include "platform/surface_canvas.h"
#include "tests/support/picture_compare.h"
#include "tests/support/real_content.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace mirabelle;

namespace {

constexpr PixelSize tablet{1280, 800};
constexpr double tablet_diagonal_cm = 25.65;
constexpr UtcMilliseconds a_monday = 1'795'420'800'000; // 23 November 2026: autumn
constexpr Milliseconds nine_o_clock = 9 * 60 * 60 * 1000;

/// Plays `script` on a fresh tablet with the example class and compares each of its pictures.
void play_and_compare(const std::string& script, int lanes, UtcMilliseconds when = a_monday) {
    ScratchFolder folder("mirabelle-golden");
    const auto file = folder.path() / "scene.touch";
    std::ofstream(file) << script;
    static const Content content = Content::load(MIRABELLE_BUNDLE_FOLDER, all_activities());
    JournalOptions options;
    options.now = when;
    options.random = Random(5);
    Journal journal = Journal::open(folder.path(), options);
    InlineJournalWriter writer(journal);
    SilentAudio silence;
    const auto pictures = content.pictures();
    SurfaceCanvas canvas({pictures.begin(), pictures.end()}, content.folder() / "fonts", tablet,
                         pixels_per_millimetre({tablet, tablet_diagonal_cm, {}}));
    OffscreenSurface surface(tablet);
    AppSettings settings;
    settings.screen = canvas.size();
    settings.lanes = lanes;
    settings.seed = 7;
    settings.id_seed = 8;
    settings.now = when;
    App app({content, same_four_activities(), make_mechanic, journal, writer, silence}, settings);
    play_touch_script(
        app, read_touch_script(file), file, [] {},
        [&](const std::string& name) {
            canvas.paint_frame(surface.surface(), [&](Canvas& frame) { app.draw(frame); });
            const PictureComparison comparison = compare_with_golden(surface.surface(), name);
            INFO(comparison.message);
            CHECK(comparison.same);
        });
}

} // namespace

TEST_SUITE("golden") {
    TEST_CASE("who is here, and the garden") {
        play_and_compare("100 shot who_is_here\n"
                         "200 tap portrait 3\n"
                         "3000 shot garden\n",
                         1);
    }

    TEST_CASE("the garden in the other seasons") {
        for (const auto& [season, date] :
             {std::pair("winter", "2026-12-14"), std::pair("spring", "2027-04-12"),
              std::pair("summer", "2027-06-21")})
            play_and_compare("100 tap portrait 3\n2900 shot garden_" + std::string(season) + "\n", 1,
                             midnight_of(date).value() + nine_o_clock);
    }

    TEST_CASE("each activity with its first question") {
        const char* const start = "100 tap portrait 3\n2000 tap card ";
        for (const char* card : {"1", "2", "3"})
            play_and_compare(std::string(start) + card + "\n2100 tap answer\n2500 shot play_" + card + "\n",
                             1);
    }

    TEST_CASE("two lanes beside each other") {
        play_and_compare("100 tap portrait 3 lane 1\n"
                         "200 tap portrait 5 lane 2\n"
                         "2500 tap card 1 lane 1\n"
                         "6000 shot two_lanes\n",
                         2);
    }
}
