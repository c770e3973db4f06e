// Which picture rhymes, or which one does not.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity rhymes();

} // namespace mirabelle
