// Two words that one sound tells apart (poule, boule): touch the one that is said.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity sound_pairs();

} // namespace mirabelle
