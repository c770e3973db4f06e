// Put in order what follows in time: moments of the day, days of the week, seasons, months.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity the_day();

} // namespace mirabelle
