// Who rides in the third wagon, counted from the engine or from the end.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity third_one();

} // namespace mirabelle
