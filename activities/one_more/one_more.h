// As many stay as many however they lie; and one more is the next number.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity one_more();

} // namespace mirabelle
