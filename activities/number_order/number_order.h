// Put collections, or numbers, in order from the smallest to the largest.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity number_order();

} // namespace mirabelle
