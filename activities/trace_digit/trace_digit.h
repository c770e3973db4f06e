// Write a digit on the slate with the finger.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity trace_digit();

} // namespace mirabelle
