// Compare lengths: the longest, the shortest, or all in order.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity longer_heavier();

} // namespace mirabelle
