#include "engine/touch_sizes.h"

#include <algorithm>

namespace mirabelle {

Access settled(Access access, Movement device, const Easing& easing) {
    if (device == Movement::reduced)
        access.movement = Movement::reduced;
    const Milliseconds step = access.scan_step > 0 ? access.scan_step : easing.scan_step;
    access.scan_step = access.scans() ? std::clamp(step, easing.scan_step_least, easing.scan_step_most) : 0;
    return access;
}

TouchSizes eased(TouchSizes sizes, const Access& access, const Easing& easing, double enlarged) {
    if (access.targets == TargetSize::large) {
        sizes.enlarged = enlarged;
        // Who needs larger targets aims less well in all else, too; the gap between them is wide enough.
        for (double* size : {&sizes.target, &sizes.margin, &sizes.snap, &sizes.corridor, &sizes.tap_travel,
                             &sizes.lost_contact_distance})
            *size *= enlarged;
    }
    if (access.tempo == Tempo::slow) {
        sizes.slowed = easing.slow;
        for (Milliseconds* time :
             {&sizes.guard, &sizes.bounce, &sizes.lost_contact, &sizes.resting, &sizes.idle_step})
            *time = sizes.slow(*time);
    }
    return sizes;
}

} // namespace mirabelle
