// Share things out so that everybody has as many.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity sharing();

} // namespace mirabelle
