// Find the letter that a word lacks.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity missing_letter();

} // namespace mirabelle
