// Hear where a sound is in a word: at its start or at its end.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity sound_position();

} // namespace mirabelle
