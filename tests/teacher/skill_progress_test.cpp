// What a child's answers say about a skill, at the bounds of each word.
#include "teacher/model/skill_progress.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

/// "+" right, "h" right with help, "-" wrong; newest first, and more of them than shown when `all` says so.
Progress progress(std::string_view recent, int days, int all = 0) {
    SkillAnswers answers;
    for (const char sign : recent)
        answers.recent.push_back(sign == '+'   ? FirstAnswer::right
                                 : sign == 'h' ? FirstAnswer::right_with_help
                                               : FirstAnswer::wrong);
    answers.answers = all > 0 ? all : static_cast<int>(recent.size());
    answers.days = days;
    return progress_of(answers).progress;
}

} // namespace

TEST_SUITE("teacher/skill_progress") {
    TEST_CASE("a child who was never asked is unseen; with four answers it begins, with five it is told") {
        CHECK(progress("", 0) == Progress::unseen);
        CHECK(progress("+", 1) == Progress::beginning);
        CHECK(progress("++++", 2) == Progress::beginning);
        CHECK(progress("+++++", 2) == Progress::succeeds);
        CHECK(progress("---", 1) == Progress::beginning);
    }

    TEST_CASE("the last four wrong call for help, however many came before and however few in all") {
        CHECK(progress("----", 1) == Progress::needs_help);
        CHECK(progress("----++++++", 3) == Progress::needs_help);
        CHECK(progress("---+++++++", 3) == Progress::on_the_way);
        CHECK(progress("+----", 3) == Progress::on_the_way);
        CHECK(progress("---h----", 3) == Progress::on_the_way); // helped, it was right
    }

    TEST_CASE("eight of ten, on two days, is success; seven, or one day, is not") {
        CHECK(progress("++++++++--", 2) == Progress::succeeds);
        CHECK(progress("--++++++++", 2, 300) == Progress::succeeds);
        CHECK(progress("+++++++---", 2) == Progress::on_the_way);
        CHECK(progress("++++++++++", 1) == Progress::on_the_way);
        CHECK(progress("++++-", 2) == Progress::succeeds);
        CHECK(progress("+++--", 2) == Progress::on_the_way);
    }

    TEST_CASE("an answer with help does not count as alone") {
        CHECK(progress("+++++++hhh", 2) == Progress::on_the_way);
        CHECK(progress("++++++++hh", 2) == Progress::succeeds);
        CHECK(progress("hhhhhhhhhh", 5) == Progress::on_the_way);
    }

    TEST_CASE("the figures behind the word are handed on") {
        SkillAnswers answers;
        answers.answers = 12;
        answers.days = 3;
        answers.last = 77;
        answers.recent = {FirstAnswer::right, FirstAnswer::right_with_help, FirstAnswer::wrong,
                          FirstAnswer::right};
        const SkillProgress skill = progress_of(answers);
        CHECK(skill.answers == 12);
        CHECK(skill.recent == 4);
        CHECK(skill.right_of_recent == 2);
        CHECK(skill.days == 3);
        CHECK(skill.last == 77);
    }
}
