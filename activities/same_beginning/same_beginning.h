// Which picture begins with the same syllable or sound, or which one begins otherwise.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity same_beginning();

} // namespace mirabelle
