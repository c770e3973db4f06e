// The robot says a word syllable by syllable: touch its picture.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity robot();

} // namespace mirabelle
