// Somebody gets on the train, somebody gets off: how many are in it now, or what has changed.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity problems_train();

} // namespace mirabelle
