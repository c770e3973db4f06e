// How many are missing until everyone has one?
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity how_many_missing();

} // namespace mirabelle
