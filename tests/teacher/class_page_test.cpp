#include "tests/support/panel_scene.h"

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
}
