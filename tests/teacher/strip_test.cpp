// The strip above the lanes: where children do not reach it a tap is enough, where they do a press must last.
#include "platform/commands/panel_stage.h"
#include "platform/offscreen_surface.h"
#include "teacher/panel/strip.h"
#include "teacher/panel/widgets.h"
#include "tests/support/real_content.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

struct StripScene {
    explicit StripScene(StripPress how, PixelSize size = {1280, 800}, double diagonal_cm = 25.6,
                        Language language = Language::french)
        : density(pixels_per_millimetre({size, diagonal_cm, {}})),
          surface(size),
          stage(real_content(), surface.surface(), density,
                static_cast<int>(
                    strip_height(look_for(static_cast<float>(size.width), static_cast<float>(size.height),
                                          static_cast<float>(density))))),
          words(real_content().folder(), language),
          press(how) {
        state.playing = state.easier = state.harder = true;
        state.activity = "give_me";
        state.lanes = {"fox", std::nullopt, "owl", "cat"};
        wait(100);
    }

    /// What the frames of that time have brought.
    StripNews wait(Milliseconds length) {
        StripNews all;
        for (Milliseconds passed = 0; passed < length; passed += 20)
            stage.frame(20, [&](const Look& look) {
                const StripNews news =
                    draw_strip(look, {real_content(), words, stage.pictures()}, state, press);
                all.pressed = news.pressed;
                if (news.action == StripAction::none)
                    return;
                CHECK(all.action == StripAction::none); // once
                all.action = news.action;
                all.lane = news.lane;
            });
        return all;
    }
    const PanelTarget& target(std::string_view name) const {
        for (const PanelTarget& target : panel_targets())
            if (target.name == name)
                return target;
        FAIL("the strip has no '", name, "'");
        return panel_targets().front();
    }
    Point middle(std::string_view name) const {
        const PanelTarget& found = target(name);
        return {(found.from.x + found.to.x) / 2 / density, (found.from.y + found.to.y) / 2 / density};
    }
    /// A finger that stays for that long.
    StripNews touch(std::string_view name, Milliseconds length) {
        const Point at = middle(name);
        stage.layer().touch({0, FingerId{1}, TouchPhase::down, at});
        const StripNews news = wait(length);
        stage.layer().touch({0, FingerId{1}, TouchPhase::up, at});
        const StripNews after = wait(100);
        CHECK_FALSE(after.pressed);
        return news.action != StripAction::none ? news : after;
    }

    double density;
    OffscreenSurface surface;
    PanelStage stage;
    Words words;
    StripState state;
    StripPress press;
};

} // namespace

TEST_SUITE("teacher/strip") {
    TEST_CASE("out of the children's reach one tap is enough, also for another child in a lane") {
        StripScene strip(StripPress::tap);
        CHECK(strip.touch("lane 2", 100).action == StripAction::change_child);
        CHECK(strip.touch("lane 2", 100).lane == 1);
        CHECK(strip.touch("lane 4", 100).lane == 3);
        StripScene wide(StripPress::tap, {1920, 1080}, 165);
        CHECK(wide.touch(wide.words("strip.pause"), 100).action == StripAction::pause);
        CHECK(wide.touch(wide.words("strip.harder"), 100).action == StripAction::harder);
        CHECK(wide.touch(wide.words("strip.panel"), 100).action == StripAction::panel);
    }

    TEST_CASE("within their reach a tap does nothing, and a press of a second acts once") {
        StripScene strip(StripPress::hold);
        for (const char* name : {"lane 1", "lane 3"}) {
            CHECK(strip.touch(name, 100).action == StripAction::none);
            CHECK(strip.touch(name, 800).action == StripAction::none);
            CHECK(strip.touch(name, 3000).action == StripAction::change_child);
        }
        for (const char* key : {"strip.pause", "strip.end", "strip.next"}) {
            CHECK(strip.touch(strip.words(key), 300).action == StripAction::none);
            CHECK(strip.touch(strip.words(key), 1200).action != StripAction::none);
        }
        // Banging does not add up.
        for (int bang = 0; bang < 20; ++bang)
            CHECK(strip.touch("lane 1", 200).action == StripAction::none);
    }

    TEST_CASE("nothing to steer: what cannot be done is not offered") {
        StripScene strip(StripPress::tap);
        strip.state = {};
        strip.state.lanes = {std::nullopt, std::nullopt};
        strip.wait(100);
        CHECK(panel_targets().size() == 3); // two lanes and the panel
    }

    TEST_CASE("on every screen and in both languages all of it has room, and is large enough for a finger") {
        for (const auto& [size, diagonal] :
             {std::pair(PixelSize{1280, 800}, 25.6), std::pair(PixelSize{1024, 768}, 24.6),
              std::pair(PixelSize{1920, 1080}, 39.6), std::pair(PixelSize{3840, 2160}, 165.0)})
            for (const Language language : {Language::french, Language::english}) {
                StripScene strip(StripPress::tap, size, diagonal, language);
                REQUIRE(panel_targets().size() == 10);
                float right = 0;
                for (const PanelTarget& target : panel_targets()) {
                    CAPTURE(target.name);
                    CHECK(target.whole);
                    CHECK(target.from.x >= right); // side by side
                    right = target.to.x;
                    CHECK((target.to.x - target.from.x) / strip.density >= 8.99);
                    CHECK((target.to.y - target.from.y) / strip.density >= 8.99);
                }
                CHECK(right <= static_cast<float>(size.width));
            }
    }
}
