// Two animals with something to eat: who has more, or fewer?
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity who_has_more();

} // namespace mirabelle
