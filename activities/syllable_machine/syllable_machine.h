// Put a syllable together from its letters.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity syllable_machine();

} // namespace mirabelle
