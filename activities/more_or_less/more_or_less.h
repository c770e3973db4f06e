// Where there are more, or fewer; later, which written number is larger.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity more_or_less();

} // namespace mirabelle
