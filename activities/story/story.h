// Listen to a short picture story, then answer by touching a picture.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity story();

} // namespace mirabelle
