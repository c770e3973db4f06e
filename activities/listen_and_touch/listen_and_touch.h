// Hear a letter's sound or name, touch the letter.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity listen_and_touch();

} // namespace mirabelle
