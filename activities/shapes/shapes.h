// Touch the triangle, however it is turned, and none that only looks like one.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity shapes();

} // namespace mirabelle
