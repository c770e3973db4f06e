// What comes next and why, who needs an adult, and who could work together.
#include "teacher/model/outlook.h"

#include "tests/support/app_scene.h"
#include "tests/support/school_answers.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

/// First answers to questions in a row, right with so much help.
std::vector<FirstAnswer> questions(const std::vector<HelpLevel>& helps) {
    std::vector<FirstAnswer> answers;
    for (const HelpLevel help : helps) {
        FirstAnswer answer;
        answer.correct = true;
        answer.help = help;
        answers.push_back(answer);
    }
    return answers;
}

constexpr HelpLevel alone = HelpLevel::none, shown = HelpLevel::answer_shown;

} // namespace

TEST_SUITE("teacher/outlook") {
    TEST_CASE("four questions in a row with help call for an adult, three do not") {
        CHECK(needs_help(questions({alone, shown, shown, shown, shown})));
        CHECK_FALSE(needs_help(questions({shown, shown, shown})));
        CHECK_FALSE(needs_help(questions({shown, shown, shown, shown, alone})));
        CHECK_FALSE(needs_help(questions({shown, alone, shown, shown, shown})));
        CHECK_FALSE(needs_help({}));
        // The gesture gives nothing away.
        CHECK_FALSE(needs_help(questions({shown, shown, shown, HelpLevel::gesture_shown})));
        // What was first answered wrongly was not done alone either, nor what was guided.
        auto wrong = questions({shown, shown, alone, alone});
        wrong[2].correct = false;
        wrong[3].scaffold = Scaffold::guided;
        CHECK(needs_help(wrong));
        // What is neither right nor wrong tells nothing.
        wrong[3].scored = false;
        CHECK_FALSE(needs_help(wrong));
    }

    TEST_CASE("workshops have four to six children where the class allows, and nobody is in two") {
        // Seven need the first skill, five the second, one something else.
        std::vector<std::vector<std::size_t>> needs(7, {1, 2});
        needs.resize(12, {2});
        needs.push_back({9});
        const auto groups = groups_of_need(needs);
        std::set<std::size_t> placed;
        for (const NeedGroup& group : groups) {
            CHECK(group.children.size() >= 2);
            CHECK(group.children.size() <= 6);
            for (const std::size_t child : group.children) {
                CHECK(placed.insert(child).second);
                CHECK(std::find(needs[child].begin(), needs[child].end(), group.skill) != needs[child].end());
            }
        }
        CHECK(placed.size() == 12);
        CHECK(placed.count(12) == 0);
        CHECK(groups_of_need({}).empty());
        CHECK(groups_of_need({{1}, {2}}).empty());
    }

    TEST_CASE("seven children are four and three") {
        const auto groups = groups_of_need(std::vector<std::vector<std::size_t>>(7, {1}));
        REQUIRE(groups.size() == 2);
        CHECK(groups[0].children.size() == 4);
        CHECK(groups[1].children.size() == 3);
    }

    TEST_CASE("every card has its reason, every skill its band around what is likely") {
        SchoolJournal school(6);
        give_answers(school.journal, 8, school_morning);
        ClassKnowledge knowledge({real_content(), all_activities(), school.journal, school_morning});
        for (const Child& child : school.journal.children()) {
            const ChildOutlook outlook = outlook_of(child, knowledge);
            CHECK(outlook.steps.size() >= 2);
            CHECK_FALSE(outlook.skills.empty());
            for (const SkillOutlook& skill : outlook.skills) {
                CHECK(skill.answers > 0);
                CHECK(skill.low < skill.likely);
                CHECK(skill.likely < skill.high);
                CHECK(skill.mastery != Mastery::unseen);
            }
            for (const NextStep& step : outlook.steps)
                CHECK(step.level->band <= Band::GS);
        }
    }

    TEST_CASE("the more answers, the shorter the band") {
        SchoolJournal few(1), many(1);
        give_answers(few.journal, 3, school_morning);
        give_answers(many.journal, 40, school_morning);
        const auto width = [](SchoolJournal& school) {
            ClassKnowledge knowledge({real_content(), all_activities(), school.journal, school_morning});
            const auto outlook = outlook_of(school.journal.children().front(), knowledge);
            double sum = 0;
            for (const SkillOutlook& skill : outlook.skills)
                sum += skill.high - skill.low;
            return sum / static_cast<double>(outlook.skills.size());
        };
        CHECK(width(many) < width(few));
    }

    TEST_CASE("what the teacher has set is the reason, before anything else") {
        SchoolJournal school(2);
        const Child child = school.journal.children().front();
        TeacherWishes wishes;
        wishes.pinned = {"shapes"};
        wishes.path = {"patterns"};
        keep_wishes(school.journal, child.id, wishes);
        ClassKnowledge knowledge({real_content(), all_activities(), school.journal, school_morning});
        const auto outlook = outlook_of(child, knowledge);
        REQUIRE(outlook.steps.size() >= 2);
        CHECK(outlook.steps[0].reason == Reason::path);
        CHECK(outlook.steps[0].activity->id == "patterns");
        CHECK(outlook.steps[1].reason == Reason::pinned);
    }
}
