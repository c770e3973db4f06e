// The child's own first name: found among others, put together from its letters. What is asked differs from
// child to child, and nothing of the name is written down: the right one is "own", others are "other_1"…, a
// letter is called by the place where it first stands in the name.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity first_name();

} // namespace mirabelle
