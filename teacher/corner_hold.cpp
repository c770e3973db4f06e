#include "teacher/corner_hold.h"

#include <algorithm>

namespace mirabelle {

void CornerHold::resize(Size screen) {
    screen_ = screen;
    sides_ = {};
}

bool CornerHold::in_corner(Point at, std::size_t side) const {
    const bool high_or_low = at.y <= zone || at.y >= screen_.height - zone;
    const bool beside = side == 0 ? at.x <= zone : at.x >= screen_.width - zone;
    return high_or_low && beside;
}

void CornerHold::touch(const Touch& touch, Milliseconds now) {
    for (std::size_t number = 0; number < sides_.size(); ++number) {
        Side& side = sides_[number];
        if (touch.phase == TouchPhase::down) {
            // A second finger in the same corner is a hand that lies there.
            if (in_corner(touch.at, number))
                side = side.held ? Side{} : Side{true, touch.finger, touch.at, now};
        } else if (side.held && side.finger == touch.finger) {
            const bool still = distance(touch.at, side.came_down) <= wander;
            side.held = touch.phase == TouchPhase::move && still;
        }
    }
}

bool CornerHold::take_opened(Milliseconds now) {
    const bool opened = std::all_of(sides_.begin(), sides_.end(),
                                    [&](const Side& side) { return side.held && now - side.since >= lasts; });
    if (opened)
        sides_ = {};
    return opened;
}

} // namespace mirabelle
