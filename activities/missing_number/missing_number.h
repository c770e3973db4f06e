// Complete a train of numbers.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity missing_number();

} // namespace mirabelle
