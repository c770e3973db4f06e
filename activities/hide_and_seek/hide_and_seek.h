// Some are seen, some are in the box: how many are hidden, or how many there are in all.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity hide_and_seek();

} // namespace mirabelle
