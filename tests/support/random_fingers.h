// Ten fingers that come down, wander and leave by chance, some where there is something to touch.
#pragma once

#include "engine/app.h"

#include <array>

namespace mirabelle {

class RandomFingers {
  public:
    RandomFingers(App& app, Size screen, std::uint64_t seed) : app_(app), screen_(screen), chance_(seed) {}

    void tick() {
        for (std::size_t i = 0; i < fingers_.size(); ++i) {
            Finger& finger = fingers_[i];
            const auto id = static_cast<FingerId>(i);
            if (!finger.down) {
                if (!chance_.happens(0.006))
                    continue;
                finger.at = somewhere();
                finger.down = true;
                app_.touch({0, id, TouchPhase::down, finger.at});
            } else if (chance_.happens(0.05)) {
                finger.down = false;
                app_.touch({0, id, chance_.happens(0.1) ? TouchPhase::cancel : TouchPhase::up, finger.at});
            } else if (chance_.happens(0.5)) {
                finger.at = finger.at + Point{12 * (chance_.share() - 0.5), 12 * (chance_.share() - 0.5)};
                app_.touch({0, id, TouchPhase::move, finger.at});
            }
        }
    }

  private:
    struct Finger {
        Point at;
        bool down = false;
    };

    Point somewhere() {
        if (chance_.happens(0.4)) {
            const auto& lane = *chance_.pick(app_.lanes());
            const auto targets = lane.screen().targets();
            const auto& target = chance_.pick(targets);
            // The door ends every game at once: it is touched seldom enough for games to happen.
            if (target.name != "door" || chance_.happens(0.05))
                return lane.on_screen(target.where.centre());
        }
        return {screen_.width * chance_.share(), screen_.height * chance_.share()};
    }

    App& app_;
    Size screen_;
    Random chance_;
    std::array<Finger, 10> fingers_{};
};

} // namespace mirabelle
