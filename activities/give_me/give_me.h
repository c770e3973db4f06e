// Put so many things on the plate, and ring.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity give_me();

} // namespace mirabelle
