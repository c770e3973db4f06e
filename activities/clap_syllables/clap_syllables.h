// Beat the drum once for every syllable of a word.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity clap_syllables();

} // namespace mirabelle
