#include "engine/civil_time.h"

#include <doctest/doctest.h>

using namespace mirabelle;

TEST_SUITE("engine/civil_time") {
    TEST_CASE("instants are told as the calendar has them, also before 1970 and on a leap day") {
        CHECK(iso_instant(0) == "1970-01-01T00:00:00.000Z");
        CHECK(iso_instant(-1) == "1969-12-31T23:59:59.999Z");
        CHECK(iso_instant(1'796'025'600'042) == "2026-11-30T08:00:00.042Z");
        CHECK(iso_instant(951'782'400'000) == "2000-02-29T00:00:00.000Z");
        CHECK(iso_instant(4'107'542'399'999) == "2100-02-28T23:59:59.999Z");
        CHECK(iso_instant(4'107'542'400'000) == "2100-03-01T00:00:00.000Z");
    }

    TEST_CASE("every day of four centuries is read back as itself") {
        for (UtcMilliseconds day = -11'000LL * 86'400'000; day < 146'097LL * 86'400'000; day += 86'400'000)
            REQUIRE(midnight_of(iso_instant(day).substr(0, 10)) == day);
    }

    TEST_CASE("what is no day is not read as one") {
        for (const char* text : {"", "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
                                 "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T", "2026-01-0x",
                                 "+026-01-01", "0000-01-01", "2026-04-31"})
            CHECK_MESSAGE(!midnight_of(text), text);
    }
}
