// What a teacher sets, the planner keeps to: for a child, for the class, for a week.
#include "engine/teacher_wishes.h"

#include "engine/learner_planner.h"
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr UtcMilliseconds day = 86'400'000;

struct Wishing {
    SchoolJournal school{3};
    UtcMilliseconds now = school_morning;
    Child child = school.journal.children()[1]; // MS
    Child other = school.journal.children()[0];
    Random random{3};
    Session session = school.journal.begin_session("1", SessionMode::tablet, school_morning);

    std::vector<Proposal> proposals(const Child& who) {
        LearnerPlanner planner{{real_content(), all_activities(), school.journal, now}};
        planner.meet(who);
        return planner.propose(who, random);
    }
    std::string first_card(const Child& who) { return std::string(proposals(who).front().activity->id); }
    void play(const Child& who, const std::string& activity, int questions) {
        const Level& level = real_content().levels(activity).front();
        const Run run{Uuid::make(random), session.id, who.id, activity, level.id, 1, 0, now};
        school.journal.begin_run(run);
        for (int question = 0; question < questions; ++question) {
            Attempt attempt;
            attempt.id = Uuid::make(random);
            attempt.run = run.id;
            attempt.child = who.id;
            attempt.activity = activity;
            attempt.level = level.id;
            attempt.skill = level.skill;
            attempt.question = question;
            attempt.correct = true;
            attempt.latency = 3000;
            attempt.difficulty = level.difficulty;
            attempt.when = now += 5000;
            school.journal.add(attempt, std::nullopt);
        }
    }
};

} // namespace

TEST_SUITE("engine/teacher_wishes") {
    TEST_CASE("wishes are kept as they are, and lines of a later version are passed over") {
        const TeacherWishes wishes{{"rhyme_gs"}, 123, {"give_me"},         {"story", "robot"},
                                   {"shapes"},   7,   {{"rhymes", "gs-2"}}};
        CHECK(wishes_from(to_text(wishes)) == wishes);
        CHECK(wishes_from("").goals.empty());
        CHECK(wishes_from("dance waltz\ngoal\ngoal rhyme_gs\n\nlevel rhymes\n").goals ==
              std::vector<std::string>{"rhyme_gs"});
        CHECK(wishes_from("level rhymes\n").levels.empty());
    }

    TEST_CASE("a pinned game is always on the child's first card, and on nobody else's for that reason") {
        Wishing scene;
        TeacherWishes wishes;
        wishes.pinned = {"shapes"};
        keep_wishes(scene.school.journal, scene.child.id, wishes);
        for (int i = 0; i < 10; ++i) {
            const auto proposals = scene.proposals(scene.child);
            CHECK(proposals.front().activity->id == "shapes");
            CHECK(proposals.front().level->band == scene.child.band);
            CHECK(proposals.size() >= 2);
        }
        CHECK(scene.first_card(scene.other) != "shapes");
    }

    TEST_CASE("what is left out for the class is proposed to nobody") {
        Wishing scene;
        const auto usual = scene.proposals(scene.child);
        TeacherWishes wishes;
        for (const Proposal& proposal : usual)
            wishes.excluded.emplace_back(proposal.activity->id);
        keep_wishes(scene.school.journal, std::nullopt, wishes);
        for (const Child& child : scene.school.journal.children())
            for (int i = 0; i < 10; ++i)
                for (const Proposal& proposal : scene.proposals(child))
                    CHECK(std::find(wishes.excluded.begin(), wishes.excluded.end(), proposal.activity->id) ==
                          wishes.excluded.end());
    }

    TEST_CASE("a path is played step by step, whatever was played before it was set") {
        Wishing scene;
        scene.play(scene.child, "patterns", 8);
        TeacherWishes wishes;
        wishes.path = {"patterns", "rhymes"};
        wishes.path_since = scene.now += 1000;
        keep_wishes(scene.school.journal, std::nullopt, wishes);
        CHECK(scene.first_card(scene.child) == "patterns");
        scene.play(scene.child, "patterns", 4);
        CHECK(scene.first_card(scene.child) == "patterns");
        scene.play(scene.child, "patterns", 1);
        CHECK(scene.first_card(scene.child) == "rhymes");
        CHECK(scene.first_card(scene.other) == "patterns");
        scene.play(scene.child, "rhymes", 5);
        LearnerPlanner planner{{real_content(), all_activities(), scene.school.journal, scene.now}};
        planner.meet(scene.child);
        CHECK(planner.step_of_path(scene.child) == nullptr);
    }

    TEST_CASE("goals come first until their week is over") {
        Wishing scene;
        TeacherWishes wishes;
        wishes.goals = {"patterns_ms"};
        REQUIRE(real_content().graph().find("patterns_ms").has_value());
        wishes.goals_until = scene.now + 2 * day;
        keep_wishes(scene.school.journal, scene.child.id, wishes);
        CHECK(scene.proposals(scene.child).front().choice.why == Why::wished);
        CHECK(scene.first_card(scene.child) == "patterns");
        scene.now += 3 * day;
        CHECK(scene.proposals(scene.child).front().choice.why != Why::wished);
    }

    TEST_CASE("a goal whose week is over does not come back with a goal of the class") {
        Wishing scene;
        TeacherWishes own, of_class;
        own.goals = {"patterns_ms"};
        own.goals_until = scene.now + day;
        keep_wishes(scene.school.journal, scene.child.id, own);
        scene.now += 7 * day;
        of_class.goals = {"rhyme_gs"};
        of_class.goals_until = scene.now + day;
        keep_wishes(scene.school.journal, std::nullopt, of_class);
        LearnerPlanner planner{{real_content(), all_activities(), scene.school.journal, scene.now}};
        planner.meet(scene.child);
        CHECK(planner.wishes(scene.child).goals == std::vector<std::string>{"rhyme_gs"});
        CHECK(kept_wishes(scene.school.journal, scene.child.id, scene.now).goals.empty());
    }

    TEST_CASE("what is left out is neither pinned nor on the path, and the other way round") {
        TeacherWishes wishes;
        add_wish(wishes, WishKind::pinned, "shapes", 5, 9);
        add_wish(wishes, WishKind::path, "shapes", 5, 9);
        add_wish(wishes, WishKind::path, "robot", 6, 9);
        CHECK(wishes.path == std::vector<std::string>{"shapes", "robot"});
        CHECK(wishes.path_since == 5);
        add_wish(wishes, WishKind::excluded, "shapes", 7, 9);
        CHECK(wishes.pinned.empty());
        CHECK(wishes.path == std::vector<std::string>{"robot"});
        add_wish(wishes, WishKind::pinned, "shapes", 7, 9);
        CHECK(wishes.excluded.empty());
        add_wish(wishes, WishKind::goal, "rhyme_gs", 7, 9);
        add_wish(wishes, WishKind::goal, "rhyme_gs", 7, 10);
        CHECK(wishes.goals == std::vector<std::string>{"rhyme_gs"});
        CHECK(wishes.goals_until == 10);
        CHECK(is_among("shapes", wishes.pinned));
        drop_wish(wishes, WishKind::pinned, "shapes");
        CHECK(wishes.pinned.empty());
        fix_level(wishes, "robot", "gs-1");
        fix_level(wishes, "robot", "gs-2");
        CHECK(wishes.levels == std::vector<FixedLevel>{{"robot", "gs-2"}});
        fix_level(wishes, "robot", "");
        CHECK(wishes.levels.empty());
    }

    TEST_CASE("of a group, that counts as set which is set for each of it") {
        const TeacherWishes one{{"a", "b"}, 5, {"p"}, {"x"}, {"s", "t"}, 3, {{"g", "1"}, {"h", "2"}}};
        const TeacherWishes two{{"b"}, 9, {"p", "q"}, {}, {"t", "s"}, 4, {{"g", "2"}, {"h", "2"}}};
        const std::vector<TeacherWishes> both{one, two};
        const TeacherWishes common = in_common(both);
        CHECK(common.goals == std::vector<std::string>{"b"});
        CHECK(common.pinned == std::vector<std::string>{"p"});
        CHECK(common.excluded.empty());
        CHECK(common.path == std::vector<std::string>{"s", "t"});
        CHECK(common.levels == std::vector<FixedLevel>{{"h", "2"}});
        CHECK(in_common({}) == TeacherWishes{});
    }

    TEST_CASE("a fixed level stays, however well the child does") {
        Wishing scene;
        TeacherWishes wishes;
        wishes.levels = {{"count_objects", "ms-3"}};
        keep_wishes(scene.school.journal, scene.child.id, wishes);
        scene.play(scene.child, "count_objects", 30);
        LearnerPlanner planner{{real_content(), all_activities(), scene.school.journal, scene.now}};
        planner.meet(scene.child);
        CHECK(planner.level(scene.child, activity_named("count_objects"), Plan::Place::within).id == "ms-3");
        planner.meet(scene.other);
        CHECK(planner.level(scene.other, activity_named("count_objects"), Plan::Place::within).id != "ms-3");
    }

    TEST_CASE("a child's own path and levels come before the class's") {
        const TeacherWishes own{{"a"}, 5, {"p"}, {}, {"own"}, 3, {{"g", "1"}}};
        const TeacherWishes of_class{{"a", "b"}, 9, {"q"}, {"x"}, {"class"}, 4, {{"g", "2"}}};
        const TeacherWishes both = together(own, of_class);
        CHECK(both.goals == std::vector<std::string>{"a", "b"});
        CHECK(both.goals_until == 9);
        CHECK(both.pinned == std::vector<std::string>{"p", "q"});
        CHECK(both.excluded == std::vector<std::string>{"x"});
        CHECK(both.path == std::vector<std::string>{"own"});
        CHECK(both.path_since == 3);
        CHECK(both.levels.front() == FixedLevel{"g", "1"});
    }

    TEST_CASE("who is erased leaves no wishes behind") {
        Wishing scene;
        TeacherWishes wishes;
        wishes.pinned = {"shapes"};
        keep_wishes(scene.school.journal, scene.child.id, wishes);
        scene.school.journal.erase_child(scene.child.id, scene.now);
        CHECK(kept_wishes(scene.school.journal, scene.child.id, scene.now) == TeacherWishes{});
    }
}
