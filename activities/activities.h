// All activities of Mirabelle, and what plays them.
#pragma once

#include "engine/activity.h"
#include "engine/mechanic.h"

namespace mirabelle {

std::span<const Activity> all_activities();

} // namespace mirabelle
