// Two kinds of flowers that make a number together: three is two and one.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity flower_bunches();

} // namespace mirabelle
