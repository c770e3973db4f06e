// Find two cards that make five, ten or another number together.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity make_ten();

} // namespace mirabelle
