// Listen to the pages of a story one by one, and put them in order.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity story_order();

} // namespace mirabelle
