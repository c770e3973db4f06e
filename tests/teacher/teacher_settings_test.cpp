// What the teacher has set comes back as it was set, and nothing out of bounds ever does.
#include "teacher/model/teacher_settings.h"

#include "tests/support/school_journal.h"

#include <doctest/doctest.h>

using namespace mirabelle;

TEST_SUITE("teacher/teacher_settings") {
    TEST_CASE("where nothing was set the usual holds") {
        SchoolJournal school(0);
        CHECK(TeacherSettings::load(school.journal) == TeacherSettings());
    }

    TEST_CASE("what was set comes back, and can be unset") {
        SchoolJournal school(0);
        TeacherSettings settings;
        settings.session_minutes = {8, std::nullopt, 30};
        settings.volume = 0;
        settings.movement = Movement::reduced;
        settings.diagonal_cm = 165;
        settings.reach_cm = 56;
        settings.language = Language::english;
        settings.save(school.journal);
        CHECK(TeacherSettings::load(school.journal) == settings);
        TeacherSettings().save(school.journal);
        CHECK(TeacherSettings::load(school.journal) == TeacherSettings());
    }

    TEST_CASE("what is out of bounds or no number is as if it were not set") {
        SchoolJournal school(0);
        const auto set_all = [&](std::string_view value) {
            for (const char* key : {"session_minutes_ps", "session_minutes_ms", "session_minutes_gs",
                                    "volume", "movement", "diagonal_cm", "reach_cm", "panel_language"})
                school.journal.set_setting(key, value);
        };
        for (const char* value : {"-1", "1000", "99999999999999999999", "12x", " 12", "1e1", "", "null"}) {
            CAPTURE(value);
            set_all(value);
            CHECK(TeacherSettings::load(school.journal) == TeacherSettings());
        }
    }

    TEST_CASE("the bounds themselves count") {
        SchoolJournal school(0);
        const auto minutes = [&](const std::string& value) {
            school.journal.set_setting("session_minutes_ms", value);
            return TeacherSettings::load(school.journal).session_minutes[1];
        };
        CHECK(minutes("2") == 2);
        CHECK(minutes("30") == 30);
        CHECK_FALSE(minutes("1").has_value());
        CHECK_FALSE(minutes("31").has_value());
        school.journal.set_setting("diagonal_cm", "18");
        school.journal.set_setting("reach_cm", "150");
        school.journal.set_setting("volume", "0");
        const TeacherSettings settings = TeacherSettings::load(school.journal);
        CHECK(settings.diagonal_cm == 18);
        CHECK(settings.reach_cm == 150);
        CHECK(settings.volume == 0);
    }
}
