// The part of a child's page on which the teacher sets how this child plays.
#pragma once

#include "engine/touch_sizes.h"
#include "teacher/panel/look.h"
#include "teacher/panel/words.h"

namespace mirabelle {

/// Draws into the room that is left, and changes `access` as it is tapped.
void draw_access(const Look& look, const Words& words, const Easing& easing, Access& access);

} // namespace mirabelle
