// A year of answers is read once, not by every page; and never is something shown that is no longer true.
#include "teacher/model/class_knowledge.h"

#include "teacher/model/class_overview.h"
#include "tests/support/panel_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr Milliseconds day = 24 * 3'600'000;

} // namespace

TEST_SUITE("teacher/class_knowledge") {
    TEST_CASE("a child is read once, and once more when it has answered or something was set for it") {
        SchoolJournal school(2);
        give_answers(school.journal, 20, school_morning);
        const auto children = school.journal.children();
        ClassKnowledge knowledge({real_content(), all_activities(), school.journal, school_morning});
        const auto meet_all = [&] {
            for (const Child& child : children)
                knowledge.meet(child);
            return knowledge.times_read();
        };
        CHECK(meet_all() == 2);
        CHECK(meet_all() == 2);
        TeacherWishes wishes;
        wishes.pinned = {"shapes"};
        keep_wishes(school.journal, children[1].id, wishes);
        CHECK(meet_all() == 3);
        give_answers(school.journal, 1, school_morning + day);
        CHECK(meet_all() == 5);
        Child grown = children[0];
        grown.band = grown.band == Band::GS ? Band::MS : Band::GS;
        knowledge.meet(grown);
        CHECK(knowledge.times_read() == 6);
    }

    TEST_CASE("on the next school day a child is read anew, though it has not answered since") {
        SchoolJournal school(1);
        give_answers(school.journal, 20, school_morning);
        UtcMilliseconds now = school_morning;
        ClassKnowledge knowledge({real_content(), all_activities(), school.journal, now});
        const Child child = school.journal.children().front();
        knowledge.meet(child);
        now += 2 * 3'600'000;
        knowledge.meet(child);
        CHECK(knowledge.times_read() == 1);
        now = school_morning + day;
        knowledge.meet(child);
        CHECK(knowledge.times_read() == 2);
    }

    TEST_CASE("what was kept is what a fresh reading gives, to the last bit") {
        SchoolJournal school(3);
        give_answers(school.journal, 30, school_morning);
        ClassKnowledge kept({real_content(), all_activities(), school.journal, school_morning});
        while (kept.read_ahead()) {
        }
        give_answers(school.journal, 5, school_morning + day);
        for (const Child& child : school.journal.children()) {
            ClassKnowledge fresh({real_content(), all_activities(), school.journal, school_morning});
            kept.meet(child);
            fresh.meet(child);
            const Learner &one = kept.planner().learner(child), &other = fresh.planner().learner(child);
            CHECK(one.answers() == other.answers());
            for (std::size_t skill = 0; skill < one.graph().size(); ++skill) {
                CHECK(one.belief(skill, 30).mean == other.belief(skill, 30).mean);
                CHECK(one.belief(skill, 30).variance == other.belief(skill, 30).variance);
            }
            CHECK(kept.needs_help(child.id) == fresh.needs_help(child.id));
        }
    }

    TEST_CASE("while the teacher enters the code the class is read, and then it is there at once") {
        SchoolJournal school(8);
        give_answers(school.journal, 6, school_morning);
        PanelScene scene(school.journal, tablet_pixels, tablet_diagonal, Door::locked);
        scene.frames(1);
        CHECK(scene.panel.busy()); // one child each frame, so that the pad stays quick
        CHECK(scene.panel.desk().knowledge.times_read() == 1);
        CHECK(scene.settle());
        CHECK(scene.panel.desk().knowledge.times_read() == 8);
        ClassOverview overview(scene.panel.desk().knowledge);
        while (overview.read_more()) {
        }
        CHECK(scene.panel.desk().knowledge.times_read() == 8);
    }

    TEST_CASE("a class without children has nothing to read") {
        SchoolJournal school(0);
        ClassKnowledge knowledge({real_content(), all_activities(), school.journal, school_morning});
        CHECK_FALSE(knowledge.read_ahead());
        CHECK(knowledge.times_read() == 0);
    }
}
