// Put together what is the same number: numerals, fingers, dots, the spoken word.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity same_numbers();

} // namespace mirabelle
