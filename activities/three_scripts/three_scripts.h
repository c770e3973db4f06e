// Put together the same letter in capitals, script and cursive.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity three_scripts();

} // namespace mirabelle
