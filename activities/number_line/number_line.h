// Put the snail on its number, or where its hop ends.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity number_line();

} // namespace mirabelle
