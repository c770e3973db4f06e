// How the panel is asked for: a finger held still in a corner on the left and one in a corner on the right,
// for three seconds. An adult does it without thinking; banging children do not.
#pragma once

#include "engine/touch.h"

#include <array>

namespace mirabelle {

class CornerHold {
  public:
    static constexpr Milliseconds lasts = 3000;
    static constexpr double zone = 22;  ///< mm from a corner, both ways
    static constexpr double wander = 7; ///< mm that a still finger may slip

    explicit CornerHold(Size screen) : screen_(screen) {}
    void resize(Size screen);

    /// mm of the screen; `now` in ms of any steady clock.
    void touch(const Touch& touch, Milliseconds now);
    /// Both fingers have been still long enough; once for each time they are held.
    bool take_opened(Milliseconds now);

  private:
    struct Side {
        bool held = false;
        FingerId finger{};
        Point came_down;
        Milliseconds since = 0;
    };
    bool in_corner(Point at, std::size_t side) const;

    Size screen_;
    std::array<Side, 2> sides_{}; ///< left, right
};

} // namespace mirabelle
