// A number is wrong or missing in the row: beat when you hear it.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity counting_rhyme();

} // namespace mirabelle
