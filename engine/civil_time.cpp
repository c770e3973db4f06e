#include "engine/civil_time.h"

#include <fmt/format.h>

namespace mirabelle {

namespace {

constexpr std::int64_t day_length = 86'400'000;     // ms
constexpr std::int64_t days_before_epoch = 719'468; // from 1 March of the year 0
constexpr std::int64_t days_of_era = 146'097;       // 400 years

// Howard Hinnant's civil-to-days.
std::int64_t days_since_epoch(std::int64_t year, std::int64_t month, std::int64_t day) {
    const std::int64_t year_from_march = year - (month <= 2 ? 1 : 0);
    const std::int64_t era = year_from_march / 400; // years are not negative here
    const std::int64_t year_of_era = year_from_march - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_of_era + day_of_era - days_before_epoch;
}

std::optional<std::int64_t> number_in(std::string_view digits) {
    std::int64_t number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

} // namespace

// Howard Hinnant's days-to-civil; the standard calendar is missing from the older of our compilers.
CivilTime civil_time(UtcMilliseconds instant) {
    const std::int64_t days = (instant - (instant < 0 ? day_length - 1 : 0)) / day_length;
    const std::int64_t of_day = instant - days * day_length;
    const std::int64_t shifted = days + days_before_epoch;
    const std::int64_t era = (shifted - (shifted < 0 ? days_of_era - 1 : 0)) / days_of_era;
    const std::int64_t day_of_era = shifted - era * days_of_era;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t month = month_from_march + (month_from_march < 10 ? 3 : -9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0),
            month,
            day_of_year - (153 * month_from_march + 2) / 5 + 1,
            of_day / 3'600'000,
            of_day / 60'000 % 60,
            of_day / 1000 % 60,
            of_day % 1000};
}

std::string iso_instant(UtcMilliseconds instant) {
    const CivilTime time = civil_time(instant);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", time.year, time.month, time.day,
                       time.hour, time.minute, time.second, time.millisecond);
}

std::optional<UtcMilliseconds> midnight_of(std::string_view iso_date) {
    if (iso_date.size() != 10 || iso_date[4] != '-' || iso_date[7] != '-')
        return std::nullopt;
    const auto year = number_in(iso_date.substr(0, 4)), month = number_in(iso_date.substr(5, 2)),
               day = number_in(iso_date.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *month > 12 || *year < 1)
        return std::nullopt;
    const UtcMilliseconds midnight = days_since_epoch(*year, *month, *day) * day_length;
    // A 30 February would come back as a day in March.
    const CivilTime back = civil_time(midnight);
    if (back.month != *month || back.day != *day)
        return std::nullopt;
    return midnight;
}

} // namespace mirabelle
