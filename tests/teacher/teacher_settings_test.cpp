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
        settings.volume = 3;
        settings.movement = Movement::reduced;
        settings.diagonal_mm = 1650;
        settings.bottom_edge_cm = 64;
        settings.reach_cm = 115;
        settings.language = Language::english;
        settings.accent = Accent::southern;
        settings.save(school.journal);
        CHECK(TeacherSettings::load(school.journal) == settings);
        TeacherSettings().save(school.journal);
        CHECK(TeacherSettings::load(school.journal) == TeacherSettings());
    }

    TEST_CASE("what is out of bounds or no number is as if it were not set") {
        SchoolJournal school(0);
        const auto set_all = [&](std::string_view value) {
            for (const char* key :
                 {"session_minutes_ps", "session_minutes_ms", "session_minutes_gs", "volume", "movement",
                  "diagonal_mm", "bottom_edge_cm", "reach_above_floor_cm", "panel_language", "accent"})
                school.journal.set_setting(key, value);
        };
        for (const char* value : {"-1", "10000", "99999999999999999999", "12x", " 12", "1e1", "", "null"}) {
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
        school.journal.set_setting("diagonal_mm", "180");
        school.journal.set_setting("bottom_edge_cm", "150");
        school.journal.set_setting("reach_above_floor_cm", "180");
        school.journal.set_setting("volume", "0");
        const TeacherSettings settings = TeacherSettings::load(school.journal);
        CHECK(settings.diagonal_mm == 180);
        CHECK(settings.bottom_edge_cm == 150);
        CHECK(settings.reach_cm == 180);
        CHECK(settings.volume == TeacherSettings::least_volume); // nobody silences a voice by accident
    }

    TEST_CASE("children reach 1.20 m above the floor, of a display as much as hangs below that") {
        TeacherSettings settings;
        CHECK_FALSE(settings.reach_mm()); // a tablet
        settings.bottom_edge_cm = 64;
        CHECK(settings.reach_mm() == 560);
        settings.reach_cm = 110;
        CHECK(settings.reach_mm() == 460);
        settings.bottom_edge_cm = 120; // too high for them: still a strip to answer in
        CHECK(settings.reach_mm() == 250);
    }
}
