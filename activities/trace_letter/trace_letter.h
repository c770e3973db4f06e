// Write a letter on the slate with the finger: capitals first, then cursive, with less and less to follow.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity trace_letter();

} // namespace mirabelle
