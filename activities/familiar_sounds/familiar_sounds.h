// Hear a noise, touch what makes it.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity familiar_sounds();

} // namespace mirabelle
