// Write a word with letters that can be moved.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity write_word();

} // namespace mirabelle
