// School days: Monday, Tuesday, Thursday and Friday. A Wednesday counts as the Tuesday before it, a weekend
// as its Friday. Holidays count: what is forgotten in them is not less forgotten.
#pragma once

#include <cstdint>

namespace mirabelle {

/// Number of the school day of a local instant in ms since 1970; rises with time.
constexpr int school_day(std::int64_t local_milliseconds) {
    constexpr std::int64_t day_length = 86'400'000;
    std::int64_t day = local_milliseconds / day_length;
    if (local_milliseconds % day_length < 0)
        --day;
    day += 3; // 1970 began on a Thursday; now 0 is a Monday
    std::int64_t week = day / 7;
    if (day % 7 < 0)
        --week;
    constexpr int in_week[] = {0, 1, 1, 2, 3, 3, 3};
    return static_cast<int>(week * 4 + in_week[day - week * 7]);
}

} // namespace mirabelle
