// Content packs on the panel: taken in by a finger, shown with what they add, switched off, taken away.
#include "engine/content/pack_store.h"
#include "tests/support/pack_files.h"
#include "tests/support/panel_scene.h"
#include "tests/support/school_answers.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

struct PacksScene {
    SchoolJournal school{3};
    ScratchFolder key{"mirabelle_key"};
    PanelScene scene{school.journal, tablet_pixels,    tablet_diagonal,
                     Door::open,     Language::french, {key.path()}};
    PackStore store{scene.data.path() / "packs", real_content().folder(), all_activities()};

    void open() {
        scene.show(PageName::data);
        REQUIRE(scene.press("packs.open"));
    }
};

} // namespace

TEST_SUITE("teacher/packs") {
    TEST_CASE("a pack on a USB key is added with one tap, switched off with another, and taken away") {
        PacksScene packs;
        zip_with(packs.key.path() / "foret.zip", sound_pack());
        packs.open();
        REQUIRE(packs.scene.tap("foret.zip"));
        REQUIRE(packs.store.packs().size() == 1);
        CHECK(packs.store.usable().size() == 1);
        REQUIRE(packs.scene.press("packs.off"));
        CHECK(packs.store.usable().empty());
        CHECK(packs.store.packs().size() == 1);
        REQUIRE(packs.scene.press("packs.on"));
        CHECK(packs.store.usable().size() == 1);
        REQUIRE(packs.scene.press("packs.remove"));
        CHECK(packs.store.packs().empty());
        REQUIRE(packs.scene.press("list.cancel"));
        CHECK(packs.scene.offers("data.start"));
    }

    TEST_CASE("a bad pack is refused on the panel and changes nothing; its targets fit a finger") {
        PacksScene packs;
        Files bad = sound_pack();
        bad["levels/rhymes.toml"] += "colour = 3\n";
        zip_with(packs.key.path() / "foret.zip", bad);
        packs.open();
        REQUIRE(packs.scene.tap("foret.zip"));
        CHECK(packs.store.packs().empty());
        CHECK_FALSE(packs.scene.offers("packs.remove"));
        for (const PanelTarget& target : panel_targets())
            CHECK(std::min(target.to.x - target.from.x, target.to.y - target.from.y) / packs.scene.density >=
                  8.95);
    }
}
