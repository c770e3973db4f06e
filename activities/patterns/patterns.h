// Continue a pattern, fill its gap, or make it again with other things.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity patterns();

} // namespace mirabelle
