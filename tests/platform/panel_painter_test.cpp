#include "tests/support/panel_scene.h"
#include "tests/support/school_journal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

using namespace mirabelle;

namespace {

/// Rows of the two surfaces that differ.
int rows_that_differ(const SDL_Surface& one, const SDL_Surface& other) {
    int rows = 0;
    for (int y = 0; y < one.h; ++y) {
        const auto row = [y](const SDL_Surface& surface) {
            return static_cast<const std::uint8_t*>(surface.pixels) +
                   static_cast<std::ptrdiff_t>(y) * surface.pitch;
        };
        rows += std::memcmp(row(one), row(other), static_cast<std::size_t>(one.w) * 4) != 0 ? 1 : 0;
    }
    return rows;
}

/// Paints all of what the panel drew last onto a surface of its own.
int rows_not_up_to_date(PanelScene& scene) {
    OffscreenSurface whole(tablet_pixels);
    PanelPainter fresh;
    fresh.paint(whole.surface(), *ImGui::GetDrawData(), ImGui::GetIO().Fonts->TexUvWhitePixel);
    return rows_that_differ(scene.surface.surface(), whole.surface());
}

int painted_rows(PanelScene& scene) {
    int rows = 0;
    for (const SDL_Rect& part : scene.stage.layer().changed())
        rows += part.h;
    return rows;
}

} // namespace

TEST_SUITE("platform/panel_painter") {
    TEST_CASE("painting what changed shows the same as painting everything") {
        SchoolJournal school(24);
        PanelScene scene(school.journal);
        Random chance(3);
        for (int step = 0; step < 60; ++step) {
            const auto targets = panel_targets();
            if (targets.empty() || chance.happens(0.2)) {
                scene.panel.desk().page =
                    static_cast<PageName>(chance.below(static_cast<std::uint32_t>(page_count)));
            } else {
                const PanelTarget target = chance.pick(targets);
                const Point at{(target.from.x + target.to.x) / 2 / scene.density,
                               (target.from.y + target.to.y) / 2 / scene.density};
                scene.stage.layer().touch({0, FingerId{1}, TouchPhase::down, at});
                if (chance.happens(0.4))
                    scene.stage.layer().touch({0, FingerId{1}, TouchPhase::move, at - Point{0, 20}});
                scene.stage.layer().touch({0, FingerId{1}, TouchPhase::up, at});
            }
            for (int frame = 0; frame < 4; ++frame) {
                scene.frames(1);
                REQUIRE(rows_not_up_to_date(scene) == 0);
            }
        }
    }

    TEST_CASE("a page that stands still is not painted again, and a button paints its own rows") {
        SchoolJournal school(24);
        PanelScene scene(school.journal);
        scene.show(PageName::settings);
        scene.frames(3);
        CHECK(painted_rows(scene) == 0);
        const auto targets = panel_targets();
        REQUIRE_FALSE(targets.empty());
        const PanelTarget button = targets.back();
        scene.stage.layer().touch({0, FingerId{1}, TouchPhase::down,
                                   Point{(button.from.x + button.to.x) / 2 / scene.density,
                                         (button.from.y + button.to.y) / 2 / scene.density}});
        scene.frames(1);
        CHECK(painted_rows(scene) > 0);
        CHECK(painted_rows(scene) < tablet_pixels.height / 2);
    }

    TEST_CASE("what somebody else has painted over is painted again") {
        SchoolJournal school(3);
        PanelScene scene(school.journal);
        scene.show(PageName::list);
        SDL_FillRect(&scene.surface.surface(), nullptr, 0);
        scene.stage.layer().forget_pixels();
        scene.frames(1);
        CHECK(rows_not_up_to_date(scene) == 0);
    }
}
