// Touch each thing once while it is counted, then the numeral that says how many.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity count_objects();

} // namespace mirabelle
