// Put as many things onto each plate as its sign says.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity fill_plates();

} // namespace mirabelle
