// Draw a line from left to right: rain, waves, bridges, loops.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity graphisme();

} // namespace mirabelle
