// Find the same building of blocks, or the block that it lacks.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity assemblies();

} // namespace mirabelle
