// Sort pictures into baskets by the sound their words begin with.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity sound_baskets();

} // namespace mirabelle
