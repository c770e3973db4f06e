// Dates and times of day in UTC, in the standard's own notation; independent of the system's calendar and
// language.
#pragma once

#include "engine/records.h"

#include <optional>
#include <string>
#include <string_view>

namespace mirabelle {

struct CivilTime {
    std::int64_t year = 1970, month = 1, day = 1; ///< month and day from 1
    std::int64_t hour = 0, minute = 0, second = 0, millisecond = 0;
};

CivilTime civil_time(UtcMilliseconds instant);

/// "2026-11-23T22:29:37.042Z".
std::string iso_instant(UtcMilliseconds instant);
/// The midnight that begins "2026-11-23"; nothing when there is no such day.
std::optional<UtcMilliseconds> midnight_of(std::string_view iso_date);

} // namespace mirabelle
