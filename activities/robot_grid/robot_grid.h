// Lay the arrows that bring the robot over the stones to its goal.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity robot_grid();

} // namespace mirabelle
