// The class at a glance: who has played today, and the skills its age columns can meet.
#include "teacher/model/class_overview.h"

#include "tests/support/export_scene.h"
#include "tests/support/school_answers.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr Milliseconds hour = 3'600'000, day = 24 * hour;

struct ReadClass {
    explicit ReadClass(const Journal& journal, UtcMilliseconds when = school_morning)
        : now(when), knowledge({real_content(), all_activities(), journal, now, hour}) {
        while (overview.read_more()) {
        }
    }
    UtcMilliseconds now;
    ClassKnowledge knowledge;
    ClassOverview overview{knowledge};
};

} // namespace

TEST_SUITE("teacher/class_overview") {
    TEST_CASE("a day begins at midnight where the device is, not in Greenwich") {
        const Day here = day_around(school_morning, hour); // 09:00 in Paris
        CHECK(here.from == school_morning - 9 * hour);
        CHECK(here.to - here.from == day);
        const Day late = day_around(here.to - 1, hour);
        CHECK(late.from == here.from);
        CHECK(day_around(here.to, hour).from == here.to);
        CHECK(day_around(school_morning, -10 * hour).from == school_morning - 22 * hour); // yesterday there
        CHECK(day_around(-1, 0).from == -day);
    }

    TEST_CASE("an empty class is complete at once and meets no skill") {
        SchoolJournal school(0);
        ClassKnowledge knowledge({real_content(), all_activities(), school.journal, school_morning, hour});
        ClassOverview overview(knowledge);
        CHECK(overview.complete());
        CHECK_FALSE(overview.read_more());
        CHECK(overview.share_read() == 1);
        CHECK(overview.children().empty());
        CHECK(overview.skills().empty());
    }

    TEST_CASE("children are read one by one, in the order of the list") {
        SchoolJournal school(3);
        ClassKnowledge knowledge({real_content(), all_activities(), school.journal, school_morning, hour});
        ClassOverview overview(knowledge);
        CHECK(overview.share_read() == 0);
        CHECK(overview.read_more());
        CHECK(overview.read_more());
        CHECK_FALSE(overview.complete());
        CHECK_FALSE(overview.read_more());
        CHECK(overview.complete());
        CHECK(overview.share_read() == 1);
        const auto listed = school.journal.children();
        REQUIRE(overview.children().size() == listed.size());
        for (std::size_t i = 0; i < listed.size(); ++i)
            CHECK(overview.children()[i].child.id == listed[i].id);
    }

    TEST_CASE("a class meets the skills of its age columns only, each column together") {
        ExportScene scene; // MS and GS
        const ReadClass read(scene.journal);
        const ClassOverview& overview = read.overview;
        CHECK_FALSE(overview.skills().empty());
        std::set<Band> bands;
        Band before = Band::PS;
        for (const Skill* skill : overview.skills()) {
            CHECK(skill->band >= before);
            before = skill->band;
            bands.insert(skill->band);
        }
        CHECK(bands == std::set<Band>{Band::MS, Band::GS});
    }

    TEST_CASE("who answered today has played today; who never did has neither skills nor a last time") {
        ExportScene scene;
        const Session session = scene.session(school_morning);
        const Run run = scene.run(session, scene.zoe.id, school_morning);
        for (int question = 0; question < 5; ++question)
            scene.give(run, question); // wrong
        const ReadClass read(scene.journal);
        const ClassOverview& overview = read.overview;
        const ChildOverview& zoe = overview.children()[0];
        CHECK(zoe.skill("letter_name_ms").mastery == Mastery::in_progress);
        CHECK(zoe.skill("letter_name_ms").answers == 5);
        CHECK(zoe.skill("letter_name_ms").days_ago == 0);
        CHECK(zoe.skill("letter_sound_ms").mastery == Mastery::unseen);
        CHECK(zoe.played_today == 20'000);
        CHECK(zoe.last_played.has_value());
        const ChildOverview& adam = overview.children()[1];
        CHECK(adam.skills.empty());
        CHECK(adam.played_today == 0);
        CHECK_FALSE(adam.last_played.has_value());
        const ReadClass read_tomorrow(scene.journal, school_morning + day);
        const ClassOverview& tomorrow = read_tomorrow.overview;
        CHECK(tomorrow.children()[0].played_today == 0);
        CHECK(tomorrow.children()[0].last_played == zoe.last_played);
        CHECK(tomorrow.children()[0].skill("letter_name_ms").days_ago == 1);
    }

    TEST_CASE("the class says of a child and a skill what the page of its next steps says") {
        SchoolJournal school(6);
        give_answers(school.journal, 200, school_morning - 7 * day);
        give_answers(school.journal, 100, school_morning);
        const ReadClass read(school.journal);
        const ClassOverview& overview = read.overview;
        ClassKnowledge knowledge({real_content(), all_activities(), school.journal, school_morning, hour});
        std::set<Mastery> seen;
        for (const ChildOverview& child : overview.children()) {
            const ChildOutlook outlook = outlook_of(child.child, knowledge);
            CHECK(child.skills.size() == outlook.skills.size());
            for (const SkillOutlook& skill : outlook.skills) {
                const SkillOutlook known = child.skill(real_content().graph()[skill.skill].id);
                CHECK(known.mastery == skill.mastery);
                CHECK(known.answers == skill.answers);
                CHECK(known.likely == skill.likely);
                seen.insert(skill.mastery);
            }
        }
        CHECK(seen.size() >= 3); // or they would agree about little
    }
}
