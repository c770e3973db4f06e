// Touch the written word that goes with a picture.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity word_and_picture();

} // namespace mirabelle
