#include "engine/content/pack_store.h"
#include "tests/support/pack_files.h"
#include "tests/support/panel_scene.h"
#include "tests/support/school_answers.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace mirabelle;

TEST_SUITE("teacher/class_page") {
    TEST_CASE("a cell of the class opens that child and that skill") {
        SchoolJournal school(8);
        give_answers(school.journal, 6, school_morning);
        PanelScene scene(school.journal);
        scene.show(PageName::class_);
        const auto first = school.journal.children().front();
        // One of those that are not scrolled away.
        const auto answered = school.journal.first_answers(first.id);
        const auto seen = std::find_if(answered.begin(), answered.end(), [&](const auto& answer) {
            return scene.target(answer.skill) != nullptr;
        });
        REQUIRE(seen != answered.end());
        const std::string skill = seen->skill;
        REQUIRE(scene.tap(skill));
        CHECK(scene.panel.page() == PageName::child);
        CHECK(scene.panel.desk().child == first.id);
        CHECK(scene.panel.desk().skill == skill);
        CHECK(scene.tap("later"));
        CHECK(scene.panel.desk().child == school.journal.children()[1].id);
        CHECK(scene.tap("earlier"));
        CHECK(scene.tap("earlier"));
        CHECK(scene.panel.desk().child == school.journal.children().back().id);
    }

    TEST_CASE("a pack of the next school level adds a column, with the children who are asked") {
        SchoolJournal school(8);
        give_answers(school.journal, 6, school_morning);
        PanelScene without(school.journal);
        without.show(PageName::class_);
        CHECK(without.target("CP") == nullptr);
        const ScratchFolder made("mirabelle_pack");
        PackStore store(made.path() / "packs", real_content().folder(), all_activities());
        store.take_in(folder_with(made.path() / "forest", sound_pack()));
        PanelScene scene(school.journal);
        scene.content = load_with_packs(real_content().folder(), all_activities(), store);
        const auto skills = scene.content.skills();
        give_answers(school.journal, 2, school_morning + 1'800'000, skills.last(1));
        scene.show(PageName::class_);
        REQUIRE(scene.tap("CP"));
        REQUIRE(scene.tap("forest.fuse_phonemes"));
        CHECK(scene.panel.page() == PageName::child);
        const auto children = school.journal.children();
        const auto shown = std::find_if(children.begin(), children.end(), [&](const Child& child) {
            return child.id == scene.panel.desk().child;
        });
        REQUIRE(shown != children.end());
        CHECK(shown->band == Band::GS);
        CHECK(scene.panel.desk().skill == "forest.fuse_phonemes");
    }
}
