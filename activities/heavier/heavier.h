// Which one is heavier, as the balance says: two things, or three that were weighed two by two.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity heavier();

} // namespace mirabelle
