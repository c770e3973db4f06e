#include "engine/learner_planner.h"
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

#include <limits>
#include <set>

using namespace mirabelle;

namespace {

constexpr UtcMilliseconds day = 86'400'000;

/// One child of middle age and the planner that thinks of it.
struct Lesson {
    SchoolJournal school{3};
    UtcMilliseconds now = school_morning;
    LearnerPlanner planner{{real_content(), all_activities(), school.journal, now}};
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
    Attempt attempt_at(const Level& level, bool correct) {
        const Exercise exercise = exercise_of(activity, level, static_cast<std::uint64_t>(question));
        Attempt attempt;
        attempt.id = Uuid::make(random);
        attempt.run = run.id;
        attempt.child = child.id;
        attempt.activity = activity.id;
        attempt.level = level.id;
        attempt.skill = level.skill;
        attempt.question = question++;
        attempt.correct = correct;
        attempt.latency = 3000;
        attempt.difficulty = exercise.difficulty;
        attempt.choices = exercise.options;
        attempt.when = now += 5000;
        return attempt;
    }
    void answer(Attempt attempt) {
        const Exercise exercise = exercise_of(activity, level_named(activity.id, attempt.level),
                                              static_cast<std::uint64_t>(attempt.question));
        const Estimate before = planner.expect(child, activity, exercise);
        const Estimate after = planner.learn(child, activity, attempt);
        attempt.predicted = before.predicted;
        attempt.mu_before = before.mu;
        attempt.mu_after = after.mu;
        attempt.variance_after = after.variance;
        attempt.weight = after.weight;
        school.journal.add(attempt, std::nullopt);
    }
    void answer(bool correct) { answer(attempt_at(level(), correct)); }
    const Level& level() { return planner.level(child, activity, Plan::Place::within); }
    double difficulty() { return level().difficulty; }
};

} // namespace

TEST_SUITE("engine/planner") {
    TEST_CASE("right answers lead to harder questions, wrong ones to easier") {
        Lesson lesson;
        const double first = lesson.difficulty();
        for (int i = 0; i < 12; ++i)
            lesson.answer(true);
        const double after_success = lesson.difficulty();
        CHECK(after_success > first);
        for (int i = 0; i < 12; ++i)
            lesson.answer(false);
        CHECK(lesson.difficulty() < after_success);
    }

    TEST_CASE("the level stays the same until something is answered, and is one of the child's age") {
        Lesson lesson;
        for (int i = 0; i < 30; ++i) {
            const Level& level = lesson.level();
            CHECK(&level == &lesson.level());
            CHECK(level.band == Band::MS);
            lesson.answer(i % 4 != 0);
        }
    }

    TEST_CASE("answers after help, and second answers, change nothing that is believed") {
        Lesson lesson;
        const Level& level = lesson.level();
        for (int i = 0; i < 5; ++i) {
            Attempt second = lesson.attempt_at(level, true), shown = second, guided = second;
            second.attempt_number = 2;
            shown.id = Uuid::make(lesson.random);
            shown.help = HelpLevel::answer_shown;
            guided.id = Uuid::make(lesson.random);
            guided.scaffold = Scaffold::guided;
            for (const Attempt& attempt : {second, shown, guided})
                lesson.answer(attempt);
        }
        CHECK(lesson.planner.learner(lesson.child).answers() == 0);
        CHECK(&lesson.level() == &level);
        CHECK(lesson.planner.is_new_to(lesson.child, lesson.activity));
        Attempt gesture = lesson.attempt_at(level, true); // the movement gives nothing away
        gesture.help = HelpLevel::gesture_shown;
        lesson.answer(gesture);
        CHECK(lesson.planner.learner(lesson.child).answers() == 1);
        CHECK_FALSE(lesson.planner.is_new_to(lesson.child, lesson.activity));
    }

    TEST_CASE("after a restart the same is believed, to the last bit") {
        Lesson lesson;
        Random chance(5);
        for (int i = 0; i < 300; ++i) {
            Attempt attempt = lesson.attempt_at(lesson.level(), chance.happens(0.75));
            attempt.attempt_number = chance.happens(0.1) ? 2 : 1;
            attempt.latency = chance.between(100, 60'000);
            lesson.answer(attempt);
            lesson.now += chance.happens(0.1) ? chance.between(1, 9) * day : 0;
            lesson.now -= chance.happens(0.02) ? chance.between(1, 900) * day : 0; // a clock that jumps
            if (i % 25 != 24)
                continue;
            LearnerPlanner fresh({real_content(), all_activities(), lesson.school.journal, lesson.now});
            fresh.meet(lesson.child);
            const Learner& kept = lesson.planner.learner(lesson.child);
            const Learner& again = fresh.learner(lesson.child);
            for (std::size_t skill = 0; skill < real_content().graph().size(); ++skill) {
                CHECK(kept.state(skill).belief.mean == again.state(skill).belief.mean);
                CHECK(kept.state(skill).belief.variance == again.state(skill).belief.variance);
                CHECK(kept.state(skill).days == again.state(skill).days);
                CHECK(kept.state(skill).due_day == again.state(skill).due_day);
            }
            CHECK(kept.general().mean == again.general().mean);
        }
    }

    TEST_CASE("the journal's first answers tell the model as much as all it has written down") {
        Lesson lesson;
        Random chance(8);
        const Level& level = lesson.level();
        for (int i = 0; i < 200; ++i) {
            Attempt attempt = lesson.attempt_at(level, chance.happens(0.7));
            attempt.attempt_number = chance.between(1, 2);
            attempt.latency = chance.between(100, 60'000);
            attempt.help = chance.happens(0.2) ? HelpLevel::fewer_choices : HelpLevel::gesture_shown;
            attempt.scaffold = chance.happens(0.1) ? Scaffold::guided : Scaffold::alone;
            if (chance.happens(0.5))
                attempt.options = {"2", "\"3, ]", "4"};
            attempt.expected = chance.happens(0.8) ? "3" : "";
            if (chance.happens(0.3)) { // as it reads where an earlier version wrote nothing
                attempt.difficulty = std::numeric_limits<double>::quiet_NaN();
                attempt.choices = -1;
            }
            lesson.school.journal.add(attempt, std::nullopt);
        }
        const auto all = lesson.school.journal.attempts(lesson.child.id, 0);
        const auto first = lesson.school.journal.first_answers(lesson.child.id);
        CHECK(first.size() < all.size());
        const SkillGraph& graph = real_content().graph();
        std::size_t place = 0;
        for (const Attempt& attempt : all) {
            if (attempt.attempt_number != 1)
                continue;
            REQUIRE(place < first.size());
            const FirstAnswer& answer = first[place++];
            const auto one = judged(graph, attempt, 0, {}), other = judged(graph, answer, 0, {});
            REQUIRE(one);
            REQUIRE(other);
            CHECK(one->skill == other->skill);
            CHECK(one->evidence.correct == other->evidence.correct);
            CHECK(one->evidence.difficulty == other->evidence.difficulty);
            CHECK(one->evidence.guess == other->evidence.guess);
            CHECK(one->evidence.weight == other->evidence.weight);
            CHECK(one->evidence.day == other->evidence.day);
            CHECK(answer.activity == attempt.activity);
        }
        CHECK(place == first.size());
        const Learner slow = learner_from(graph, Band::MS, all, 0),
                      quick = learner_from(graph, Band::MS, first, 0);
        CHECK(slow.answers() > 10);
        CHECK(slow.general().mean == quick.general().mean);
        CHECK(slow.answers() == quick.answers());
    }

    TEST_CASE("what is written down with an answer is what is believed after it") {
        Lesson lesson;
        for (int i = 0; i < 20; ++i)
            lesson.answer(i % 5 != 0);
        const auto attempts = lesson.school.journal.attempts(lesson.child.id, 0);
        const Learner again = learner_from(real_content().graph(), Band::MS, attempts, 0);
        const auto skill = real_content().graph().find(attempts.back().skill);
        REQUIRE(skill);
        CHECK(attempts.back().mu_after == again.state(*skill).belief.mean);
        CHECK(attempts.back().variance_after == again.state(*skill).belief.variance);
        CHECK(attempts.back().predicted > 0.2);
        CHECK(attempts.back().predicted < 1);
    }

    TEST_CASE("a child chooses among different games, and not the one that was just played") {
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
                CHECK(real_content().graph().find(proposal.level->skill) == proposal.choice.skill);
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

    TEST_CASE("a child that moves to another column keeps what is believed of it") {
        Lesson lesson;
        for (int i = 0; i < 20; ++i)
            lesson.answer(i % 3 != 0);
        const auto attempts = lesson.school.journal.attempts(lesson.child.id, 0);
        const Learner before = learner_from(real_content().graph(), Band::MS, attempts, 0);
        const Learner after = learner_from(real_content().graph(), Band::GS, attempts, 0);
        CHECK(before.general().mean == after.general().mean);
        const auto skill = *real_content().graph().find(attempts.back().skill);
        CHECK(before.state(skill).belief.mean == after.state(skill).belief.mean);
    }

    TEST_CASE("answers about a skill that no list names any more are passed over") {
        Lesson lesson;
        for (int i = 0; i < 8; ++i)
            lesson.answer(true);
        auto attempts = lesson.school.journal.attempts(lesson.child.id, 0);
        const Learner before = learner_from(real_content().graph(), Band::MS, attempts, 0);
        Attempt unknown = attempts.back();
        unknown.id = Uuid::make(lesson.random);
        unknown.skill = "skill_of_another_year";
        attempts.push_back(unknown);
        attempts.push_back(attempts.front()); // and one that stands there twice counts once
        const Learner after = learner_from(real_content().graph(), Band::MS, attempts, 0);
        CHECK(before.answers() == after.answers());
        CHECK(before.general().mean == after.general().mean);
    }
}
