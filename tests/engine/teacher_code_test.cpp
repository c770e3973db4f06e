// The teacher's code keeps children out, and never the teacher for long.
#include "engine/teacher_code.h"

#include "tests/support/school_journal.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr Milliseconds second = 1000, minute = 60 * second;

/// Tries wrong codes until `count` were taken, waiting as long as asked; the waits.
std::vector<Milliseconds> fail(TeacherCode& code, UtcMilliseconds& now, int count) {
    std::vector<Milliseconds> waits;
    for (int i = 0; i < count; ++i) {
        CHECK(code.try_code("0000", now) == CodeVerdict::wrong);
        waits.push_back(code.wait(now));
        now += code.wait(now);
    }
    return waits;
}

} // namespace

TEST_SUITE("engine/teacher_code") {
    TEST_CASE(
        "the first code that is set opens, and no other; the journal holds no code that could be read") {
        SchoolJournal school(0);
        TeacherCode code(school.journal);
        CHECK_FALSE(code.is_set());
        CHECK(code.try_code("1234", school_morning) == CodeVerdict::wrong);
        code.set("1234");
        CHECK(code.is_set());
        CHECK(code.try_code("1234", school_morning) == CodeVerdict::right);
        CHECK(code.try_code("1235", school_morning) == CodeVerdict::wrong);
        CHECK(code.try_code("12345", school_morning) == CodeVerdict::wrong);
        CHECK(code.try_code("1234", school_morning) == CodeVerdict::right);
        const std::string kept = school.journal.setting("teacher_code").value_or("");
        CHECK(kept.rfind("$argon2id$", 0) == 0);
        code.set("1234");
        CHECK(school.journal.setting("teacher_code") != kept); // salted by chance
    }

    TEST_CASE("three failures are taken at once; then the delay doubles from 5 s to 10 minutes") {
        SchoolJournal school(0);
        TeacherCode code(school.journal);
        code.set("4321");
        UtcMilliseconds now = school_morning;
        const std::vector<Milliseconds> waits = fail(code, now, 12);
        CHECK(waits == std::vector<Milliseconds>{0, 0, 5 * second, 10 * second, 20 * second, 40 * second,
                                                 80 * second, 160 * second, 320 * second, 10 * minute,
                                                 10 * minute, 10 * minute});
        CHECK(code.try_code("4321", now) == CodeVerdict::right);
        CHECK(fail(code, now, 2) == std::vector<Milliseconds>{0, 0}); // counted anew
    }

    TEST_CASE("while the delay lasts not even the right code is looked at") {
        SchoolJournal school(0);
        TeacherCode code(school.journal);
        code.set("4321");
        UtcMilliseconds now = school_morning;
        fail(code, now, 3);
        now -= 1; // the delay is not quite over
        CHECK(code.try_code("4321", now) == CodeVerdict::too_soon);
        CHECK(code.wait(now) == 1);
        CHECK(code.try_code("4321", now + 1) == CodeVerdict::right);
    }

    TEST_CASE("the delay outlives the program") {
        const ScratchFolder folder("mirabelle_code");
        UtcMilliseconds now = school_morning;
        {
            Journal journal = Journal::open(folder.path(), journal_at(now, 1));
            TeacherCode code(journal);
            code.set("4321");
            fail(code, now, 3);
            CHECK(code.try_code("0000", now) == CodeVerdict::wrong);
        }
        Journal journal = Journal::open(folder.path(), journal_at(now, 2));
        TeacherCode code(journal);
        CHECK(code.is_set());
        CHECK(code.wait(now) == 10 * second);
        CHECK(code.try_code("4321", now) == CodeVerdict::too_soon);
        CHECK(code.try_code("4321", now + 10 * second) == CodeVerdict::right);
    }

    TEST_CASE("a clock that is set back locks nobody out for more than ten minutes") {
        for (const Milliseconds back : {minute, 9 * minute, 60 * minute, 365 * 24 * 60 * minute}) {
            CAPTURE(back);
            SchoolJournal school(0);
            TeacherCode code(school.journal);
            code.set("4321");
            UtcMilliseconds now = school_morning;
            fail(code, now, 9);
            CHECK(code.try_code("0000", now) == CodeVerdict::wrong); // ten minutes from here
            const UtcMilliseconds earlier = now - back;
            const Milliseconds wait = code.wait(earlier);
            CHECK(wait <= 10 * minute);
            CHECK(code.try_code("4321", earlier + wait) == CodeVerdict::right);
            for (Milliseconds later = 0; later < 2 * back; later += back / 8)
                CHECK(code.wait(earlier + later) == 0); // it is over for good
        }
    }

    TEST_CASE("children who set the clock back get one more try, not many") {
        SchoolJournal school(0);
        TeacherCode code(school.journal);
        code.set("4321");
        UtcMilliseconds now = school_morning;
        fail(code, now, 9);
        CHECK(code.try_code("0000", now) == CodeVerdict::wrong);
        const UtcMilliseconds last_year = now - 365 * 24 * 60 * minute;
        CHECK(code.try_code("0001", last_year) == CodeVerdict::wrong);
        CHECK(code.try_code("0002", last_year) == CodeVerdict::too_soon);
        CHECK(code.wait(last_year) == 10 * minute);
    }

    TEST_CASE("a forgotten code is cleared, and with it the delay") {
        SchoolJournal school(0);
        TeacherCode code(school.journal);
        code.set("4321");
        UtcMilliseconds now = school_morning;
        fail(code, now, 5);
        code.forget();
        CHECK_FALSE(code.is_set());
        CHECK(code.wait(school_morning) == 0);
        code.set("87654321");
        CHECK(code.try_code("4321", now) == CodeVerdict::wrong);
        CHECK(code.try_code("87654321", now) == CodeVerdict::right);
    }
}
