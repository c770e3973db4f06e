// Touch the picture in which the cat is under the table, between the trees, to the left of the house.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity where_is_the_cat();

} // namespace mirabelle
