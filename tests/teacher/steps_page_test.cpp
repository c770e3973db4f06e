// A teacher reads what comes next, changes it with a tap, and forms a workshop.
#include "engine/teacher_wishes.h"
#include "tests/support/panel_scene.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace mirabelle;

namespace {

TeacherWishes wishes_of(SchoolJournal& school, const std::optional<Uuid>& child) {
    return kept_wishes(school.journal, child, school_morning);
}

} // namespace

TEST_SUITE("teacher/steps_page") {
    TEST_CASE("from a child's answers to what comes next, and back; to the neighbour") {
        SchoolJournal school(4);
        give_answers(school.journal, 20, school_morning);
        PanelScene scene(school.journal);
        scene.show(PageName::child);
        REQUIRE(scene.press("steps.open"));
        CHECK(scene.panel.page() == PageName::steps);
        const auto first = scene.panel.desk().child;
        CHECK(scene.tap("later"));
        CHECK(scene.panel.desk().child != first);
        CHECK(scene.tap("earlier"));
        CHECK(scene.panel.desk().child == first);
        REQUIRE(scene.press("steps.to_answers"));
        CHECK(scene.panel.page() == PageName::child);
    }

    TEST_CASE("each tap is kept at once, for the child or for the class") {
        SchoolJournal school(3);
        const Uuid child = school.journal.children().front().id;
        PanelScene scene(school.journal);
        scene.show(PageName::steps);
        REQUIRE(scene.press("steps.choices"));
        REQUIRE(scene.press("steps.pin"));
        CHECK(wishes_of(school, child).pinned.size() == 1);
        CHECK(wishes_of(school, std::nullopt).pinned.empty());
        // What is left out cannot be pinned as well.
        REQUIRE(scene.press("steps.exclude"));
        CHECK(wishes_of(school, child).pinned.empty());
        CHECK(wishes_of(school, child).excluded.size() == 1);
        REQUIRE(scene.press("steps.exclude"));
        CHECK(wishes_of(school, child).excluded.empty());
        // A path, in the order of the taps; its first step reads "Étape 1", so that the next free one is
        // another.
        REQUIRE(scene.press("steps.path"));
        REQUIRE(scene.press("steps.path"));
        CHECK(wishes_of(school, child).path.size() == 2);
        CHECK(wishes_of(school, child).path_since == scene.now);
        REQUIRE(scene.press("steps.level_free"));
        REQUIRE(wishes_of(school, child).levels.size() == 1);

        REQUIRE(scene.press("steps.whole_class"));
        REQUIRE(scene.press("steps.goals"));
        const std::string goal = real_content().skills().front().name;
        REQUIRE(scene.tap(goal));
        CHECK(wishes_of(school, std::nullopt).goals ==
              std::vector<std::string>{real_content().skills().front().id});
        CHECK(wishes_of(school, std::nullopt).goals_until > scene.now);
        REQUIRE(scene.tap(goal));
        CHECK(wishes_of(school, std::nullopt).goals.empty());
    }

    TEST_CASE("a level that is fixed goes through all of the age, and then is free again") {
        SchoolJournal school(1);
        const Child child = school.journal.children().front();
        PanelScene scene(school.journal);
        scene.show(PageName::steps);
        REQUIRE(scene.press("steps.choices"));
        REQUIRE(scene.press("steps.level_free"));
        REQUIRE(wishes_of(school, child.id).levels.size() == 1);
        const std::string activity = wishes_of(school, child.id).levels.front().activity;
        std::size_t seen = 0;
        while (!wishes_of(school, child.id).levels.empty()) {
            const std::string level = wishes_of(school, child.id).levels.front().level;
            CHECK(level_named(activity, level).band == child.band);
            REQUIRE(scene.tap(scene.words.with("steps.level", {{"level", level}})));
            REQUIRE(++seen < 30);
        }
        const auto levels = real_content().levels(activity);
        CHECK(seen ==
              static_cast<std::size_t>(std::count_if(levels.begin(), levels.end(), [&](const Level& level) {
                  return level.band == child.band;
              })));
    }

    TEST_CASE(
        "a group of need becomes a workshop: its skill is the goal of the week of each of its children") {
        SchoolJournal school(9);
        give_answers(school.journal, 30, school_morning);
        PanelScene scene(school.journal);
        scene.show(PageName::class_);
        REQUIRE(scene.press("groups.open"));
        REQUIRE(scene.settle());
        REQUIRE(scene.press("groups.make_goal"));
        std::vector<std::string> goals;
        for (const Child& child : school.journal.children())
            for (const std::string& goal : wishes_of(school, child.id).goals)
                goals.push_back(goal);
        CHECK(goals.size() >= 2);
        CHECK(goals.size() <= 6);
        CHECK(std::count(goals.begin(), goals.end(), goals.front()) == static_cast<int>(goals.size()));
        REQUIRE(scene.tap("child"));
        CHECK(scene.panel.page() == PageName::steps);
    }

    TEST_CASE("for all of a group at once: a game is pinned, and makes the first step of a path") {
        SchoolJournal school(9);
        give_answers(school.journal, 30, school_morning);
        PanelScene scene(school.journal);
        scene.show(PageName::groups);
        REQUIRE(scene.press("groups.choices"));
        REQUIRE(scene.press("steps.pin"));
        REQUIRE(scene.press("steps.path"));
        std::vector<std::string> pinned, path;
        for (const Child& child : school.journal.children()) {
            const TeacherWishes wishes = wishes_of(school, child.id);
            pinned.insert(pinned.end(), wishes.pinned.begin(), wishes.pinned.end());
            path.insert(path.end(), wishes.path.begin(), wishes.path.end());
        }
        CHECK(pinned.size() >= 2);
        CHECK(pinned.size() <= 6);
        CHECK(std::count(pinned.begin(), pinned.end(), pinned.front()) == static_cast<int>(pinned.size()));
        CHECK(path.size() == pinned.size());
        CHECK(wishes_of(school, std::nullopt) == TeacherWishes{});
        // One of them has it no more: it is not set for all, so that a tap sets it again for all.
        const auto has_it = [&](const Child& child) { return !wishes_of(school, child.id).pinned.empty(); };
        const auto children = school.journal.children();
        const Child one = *std::find_if(children.begin(), children.end(), has_it);
        TeacherWishes changed = wishes_of(school, one.id);
        changed.pinned.clear();
        keep_wishes(school.journal, one.id, changed);
        REQUIRE(scene.press("groups.to_groups"));
        REQUIRE(scene.press("groups.choices"));
        REQUIRE(scene.press("steps.pin"));
        CHECK(has_it(one));
        REQUIRE(scene.press("steps.pin"));
        CHECK(std::none_of(children.begin(), children.end(), has_it));
    }

    TEST_CASE("nobody in the class: the pages say what to do") {
        SchoolJournal school(0);
        PanelScene scene(school.journal);
        scene.show(PageName::steps);
        scene.show(PageName::groups);
        CHECK(scene.settle());
    }
}
