// One answer of a child in a list: what was asked, what was done, when; tapped to see it again.
#pragma once

#include "teacher/panel/desk.h"

namespace mirabelle {

float answer_row_height(const Look& look); ///< pixels, with the gap below

/// Takes the full width; gives whether it was tapped.
bool answer_row(const Look& look, const Desk& desk, const Attempt& attempt);

} // namespace mirabelle
