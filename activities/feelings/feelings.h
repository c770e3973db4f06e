// How a child feels: a calm check-in before or after work. Nothing is right or wrong, nothing is scored.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity feelings();

} // namespace mirabelle
