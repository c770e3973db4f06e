#include "teacher/corner_hold.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

void CornerHold::resize(Size screen) {
    screen_ = screen;
    sides_ = {};
    down_.clear();
}

bool CornerHold::in_corner(Point at, std::size_t side) const {
    const bool low = screen_.height < tall && at.y >= screen_.height - zone;
    const bool high_or_low = at.y <= zone || low;
    const bool beside = side == 0 ? at.x <= zone : at.x >= screen_.width - zone;
    return high_or_low && beside;
}

bool CornerHold::is_alone(const Side& side) const {
    return std::all_of(down_.begin(), down_.end(), [&](const Contact& other) {
        const bool is_held = std::any_of(sides_.begin(), sides_.end(), [&](const Side& one) {
            return one.held && one.finger == other.finger;
        });
        return is_held || distance(other.at, side.came_down) > alone;
    });
}

void CornerHold::touch(const Touch& touch, Milliseconds now) {
    const auto known = std::find_if(down_.begin(), down_.end(),
                                    [&](const Contact& contact) { return contact.finger == touch.finger; });
    if (touch.phase == TouchPhase::up || touch.phase == TouchPhase::cancel) {
        if (known != down_.end())
            down_.erase(known);
    } else if (known != down_.end()) {
        known->at = touch.at;
    } else {
        down_.push_back({touch.finger, touch.at});
    }
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
    // Whoever plays beside a resting hand spoils the hold, even when that finger has left again.
    for (Side& side : sides_)
        if (side.held && !is_alone(side))
            side = {};
}

bool CornerHold::take_opened(Milliseconds now) {
    const bool held = std::all_of(sides_.begin(), sides_.end(),
                                  [&](const Side& side) { return side.held && now - side.since >= lasts; });
    const bool opened = held && std::abs(sides_[0].since - sides_[1].since) <= together;
    if (opened)
        sides_ = {};
    return opened;
}

} // namespace mirabelle
