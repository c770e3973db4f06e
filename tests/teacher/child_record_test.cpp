// What one child did in one skill, week by week and answer by answer.
#include "teacher/model/child_record.h"

#include "tests/support/export_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr Milliseconds hour = 3'600'000, day = 24 * hour, week = 7 * day;
constexpr UtcMilliseconds monday = school_morning - 8 * hour; // 2026-11-30T00:00Z
constexpr std::string_view skill = "letter_name_ms";

struct Playing : ExportScene {
    /// One answer of Zoé's at `when`.
    Attempt add(UtcMilliseconds when, bool correct, HelpLevel help = HelpLevel::none, int number = 1) {
        if (!of)
            of = session(monday - 5 * week);
        Attempt attempt = answer(run(*of, zoe.id, when), 0);
        attempt.when = when;
        attempt.correct = correct;
        attempt.help = help;
        attempt.attempt_number = number;
        journal.add(attempt, std::nullopt);
        return attempt;
    }
    ChildRecord record(Milliseconds offset = 0) const { return {journal, zoe.id, offset}; }

    std::optional<Session> of;
};

} // namespace

TEST_SUITE("teacher/child_record") {
    TEST_CASE("a child without answers has no weeks and no answers") {
        Playing playing;
        const ChildRecord record = playing.record();
        CHECK(record.answers(skill).empty());
        CHECK(record.weeks(skill, school_morning, 12).empty());
    }

    TEST_CASE("a week begins on Monday at midnight, local time") {
        Playing playing;
        playing.add(monday - 30 * 60'000, true); // Sunday 23:30 in Greenwich, Monday 00:30 in Paris
        const auto in_greenwich = playing.record(0).weeks(skill, school_morning, 12);
        REQUIRE(in_greenwich.size() == 2);
        CHECK(in_greenwich[0].monday == monday - week);
        CHECK(in_greenwich[0].answers == 1);
        CHECK(in_greenwich[1].answers == 0);
        const auto in_paris = playing.record(hour).weeks(skill, school_morning, 12);
        REQUIRE(in_paris.size() == 1);
        CHECK(in_paris[0].monday == monday - hour);
        CHECK(in_paris[0].answers == 1);
    }

    TEST_CASE("empty weeks stand between full ones, and no more than asked for") {
        Playing playing;
        playing.add(monday - 4 * week + hour, true);
        playing.add(monday - 1, true);
        playing.add(monday, false);
        const auto weeks = playing.record().weeks(skill, school_morning, 12);
        REQUIRE(weeks.size() == 5);
        CHECK(weeks[0].answers == 1);
        CHECK(weeks[1].answers == 0);
        CHECK(weeks[3].answers == 1);
        CHECK(weeks[3].right == 1);
        CHECK(weeks[4].answers == 1);
        CHECK(weeks[4].right == 0);
        const auto last = playing.record().weeks(skill, school_morning, 2);
        REQUIRE(last.size() == 2);
        CHECK(last[0].monday == monday - week);
        CHECK(last[0].answers == 1);
    }

    TEST_CASE("only first attempts count, and help is not alone") {
        Playing playing;
        playing.add(monday + hour, false);
        playing.add(monday + 2 * hour, true, HelpLevel::none, 2);
        playing.add(monday + 3 * hour, true, HelpLevel::answer_shown);
        playing.add(monday + 4 * hour, true, HelpLevel::fewer_choices);
        playing.add(monday + 5 * hour, true, HelpLevel::gesture_shown); // shows how, not what
        const auto weeks = playing.record().weeks(skill, school_morning, 12);
        REQUIRE(weeks.size() == 1);
        CHECK(weeks[0].answers == 4);
        CHECK(weeks[0].right == 1);
    }

    TEST_CASE("answers come newest first, and each finds the others of its question") {
        Playing playing;
        const Attempt first = playing.add(monday + hour, false);
        Attempt second = first;
        second.id = Uuid::make(playing.random);
        second.attempt_number = 2;
        second.when += 5000;
        playing.journal.add(second, std::nullopt);
        const Attempt later = playing.add(monday + 2 * hour, true);
        const ChildRecord record = playing.record();
        const auto answers = record.answers(skill);
        REQUIRE(answers.size() == 3);
        CHECK(answers[0]->id == later.id);
        CHECK(answers[2]->id == first.id);
        CHECK(record.answers("letter_sound_ms").empty());
        const auto question = record.question_of(*answers[1]);
        REQUIRE(question.size() == 2);
        CHECK(question[0].id == first.id);
        CHECK(question[1].id == second.id);
        CHECK(record.question_of(later).size() == 1);
    }

    TEST_CASE("an error is told in the content's words, an unknown one not at all") {
        Attempt attempt;
        REQUIRE_FALSE(real_content().errors().empty());
        attempt.error = real_content().errors().front().id;
        CHECK(error_words(real_content(), attempt) == real_content().errors().front().text);
        attempt.error = "no_such_error";
        CHECK(error_words(real_content(), attempt).empty());
        attempt.error.clear();
        CHECK(error_words(real_content(), attempt).empty());
    }
}
