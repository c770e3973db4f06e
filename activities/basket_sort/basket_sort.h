// Sort things into baskets, by one criterion or by two.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity basket_sort();

} // namespace mirabelle
