// See at a glance how many there are, before a leaf hides them.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity subitizing();

} // namespace mirabelle
