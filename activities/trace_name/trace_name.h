// The child's own first name, traced in capitals or in joined cursive, then written alone. Nothing of the
// name is written down: what is asked is "own", with the number of its part where a long one is traced in
// parts.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity trace_name();

} // namespace mirabelle
