// The only list of activities. Their order is the order of the catalogue, and of nothing else.
#include "activities/activities.h"

#include "activities/count_objects/count_objects.h"
#include "activities/give_me/give_me.h"
#include "activities/listen_and_touch/listen_and_touch.h"
#include "activities/rhymes/rhymes.h"
#include "activities/same_beginning/same_beginning.h"
#include "activities/sound_pairs/sound_pairs.h"
#include "activities/touch_picture/touch_picture.h"
#include "activities/trace_digit/trace_digit.h"

#include <array>

namespace mirabelle {

std::span<const Activity> all_activities() {
    // clang-format off
    static const std::array activities{
        listen_and_touch(),
        count_objects(),
        give_me(),
        rhymes(),
        same_beginning(),
        trace_digit(),
        touch_picture(),
        sound_pairs(),
    };
    // clang-format on
    return activities;
}

} // namespace mirabelle
