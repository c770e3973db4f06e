// Touch the picture that is named, or the one that is of no family with the others.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity touch_picture();

} // namespace mirabelle
