#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

/// One child of middle age and the planner that thinks of it.
struct Lesson {
    SchoolJournal school{3};
    StaircasePlanner planner{real_content(), all_activities(), school.journal};
    Child child = school.journal.children()[1]; // MS
    const Activity& activity = activity_named("count_objects");
    Random random{3};
    Session session = school.journal.begin_session("1", SessionMode::tablet, school_morning);
    Run run{Uuid::make(random), session.id, child.id, "count_objects", "ms-1", 1, 0, school_morning};
    int question = 0;

    Lesson() {
        school.journal.begin_run(run);
        planner.meet(child);
    }
    void answer(bool correct, int number = 1, HelpLevel help = HelpLevel::none,
                const std::string& asked = "") {
        Attempt attempt;
        attempt.id = Uuid::make(random);
        attempt.run = run.id;
        attempt.child = child.id;
        attempt.activity = activity.id;
        attempt.level = asked.empty() ? level() : asked;
        attempt.skill = "count_ms";
        attempt.question = question++;
        attempt.correct = correct;
        attempt.attempt_number = number;
        attempt.help = help;
        attempt.when = school_morning + question;
        planner.learn(child, activity, attempt);
        school.journal.add(attempt, std::nullopt);
    }
    std::string level() { return planner.level(child, activity).id; }
    std::string level_after_restart() {
        StaircasePlanner fresh(real_content(), all_activities(), school.journal);
        fresh.meet(child);
        return fresh.level(child, activity).id;
    }
};

} // namespace

TEST_SUITE("engine/planner") {
    TEST_CASE("three right first answers in a row go one level up, two wrong ones one down") {
        Lesson lesson;
        CHECK(lesson.level() == "ms-1");
        for (int i = 0; i < 3; ++i)
            lesson.answer(true);
        CHECK(lesson.level() == "ms-2");
        lesson.answer(true);
        lesson.answer(true);
        lesson.answer(false);
        CHECK(lesson.level() == "ms-2"); // the row is broken
        lesson.answer(true);
        lesson.answer(false);
        CHECK(lesson.level() == "ms-2");
        lesson.answer(false);
        CHECK(lesson.level() == "ms-1");
    }

    TEST_CASE("the stairs have a first and a last step") {
        Lesson lesson;
        for (int i = 0; i < 6; ++i)
            lesson.answer(false);
        CHECK(lesson.level() == "ms-1");
        for (int i = 0; i < 40; ++i)
            lesson.answer(true);
        CHECK(lesson.level() == "ms-5");
        for (const Activity& activity : all_activities())
            CHECK(real_content().levels(activity.id).size() >= 4);
    }

    TEST_CASE("answers after help, and second answers, move nobody") {
        Lesson lesson;
        for (int i = 0; i < 5; ++i) {
            lesson.answer(true, 2);
            lesson.answer(true, 1, HelpLevel::answer_shown);
            lesson.answer(true, 1, HelpLevel::fewer_choices);
        }
        CHECK(lesson.level() == "ms-1");
        CHECK(lesson.planner.is_new_to(lesson.child, lesson.activity));
        for (int i = 0; i < 3; ++i)
            lesson.answer(true, 1, HelpLevel::gesture_shown); // the movement gives nothing away
        CHECK(lesson.level() == "ms-2");
    }

    TEST_CASE("after a restart a child goes on where it stood, however long ago it began") {
        Lesson lesson;
        Random chance(5);
        for (int i = 0; i < 200; ++i) {
            lesson.answer(chance.happens(0.75));
            if (i % 10 == 9)
                CHECK(lesson.level_after_restart() == lesson.level());
        }
    }

    TEST_CASE("where a teacher chose the level, the child stands there, before and after a restart") {
        Lesson lesson;
        for (int i = 0; i < 3; ++i)
            lesson.answer(true, 1, HelpLevel::none, "ms-4");
        CHECK(lesson.level() == "ms-5");
        CHECK(lesson.level_after_restart() == "ms-5");
        lesson.answer(true, 1, HelpLevel::none, "ms-2");
        CHECK(lesson.level() == "ms-2");
        CHECK(lesson.level_after_restart() == "ms-2");
        for (int i = 0; i < 6; ++i) // of another age: it tells nothing about these stairs
            lesson.answer(true, 1, HelpLevel::none, "ps-1");
        CHECK(lesson.level() == "ms-2");
        CHECK(lesson.level_after_restart() == "ms-2");
        CHECK_FALSE(lesson.planner.is_new_to(lesson.child, lesson.activity));
    }

    TEST_CASE("a child chooses among different games of its age column, what was played longest ago first") {
        Lesson lesson;
        for (std::uint64_t seed = 1; seed < 30; ++seed) {
            Random chance(seed);
            const auto proposals = lesson.planner.propose(lesson.child, chance);
            CHECK(proposals.size() >= 2);
            CHECK(proposals.size() <= 3);
            std::set<std::string_view> ids;
            for (const Proposal& proposal : proposals) {
                ids.insert(proposal.activity->id);
                CHECK(proposal.level->band == Band::MS);
            }
            CHECK(ids.size() == proposals.size());
        }
        lesson.answer(true);
        for (std::uint64_t seed = 1; seed < 30; ++seed) {
            Random chance(seed);
            for (const Proposal& proposal : lesson.planner.propose(lesson.child, chance))
                CHECK(proposal.activity->id != lesson.activity.id);
        }
    }

    TEST_CASE("expectations follow what was answered") {
        Lesson lesson;
        const Exercise exercise = exercise_of(lesson.activity, level_named("count_objects", "ms-1"), 1);
        CHECK(lesson.planner.expect(lesson.child, lesson.activity, exercise).predicted ==
              doctest::Approx(0.5));
        for (int i = 0; i < 8; ++i)
            lesson.answer(true);
        CHECK(lesson.planner.expect(lesson.child, lesson.activity, exercise).predicted > 0.8);
        CHECK_FALSE(lesson.planner.is_new_to(lesson.child, lesson.activity));
    }
}
