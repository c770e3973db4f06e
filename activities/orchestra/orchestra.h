// Hear instruments one after the other, put them in that order.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity orchestra();

} // namespace mirabelle
