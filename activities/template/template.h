// A small activity that runs, to begin a new one from: hear what a picture shows, touch it.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

Activity template_activity();

} // namespace mirabelle
