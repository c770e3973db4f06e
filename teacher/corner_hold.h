// How the panel is asked for: a finger held still in a corner on the left and one in a corner on the right,
// for three seconds. An adult does it without thinking; banging children do not.
#pragma once

#include "engine/touch.h"

#include <array>
#include <vector>

namespace mirabelle {

class CornerHold {
  public:
    static constexpr Milliseconds lasts = 3000;
    static constexpr Milliseconds together = 1000; ///< ms at most from the one finger to the other
    static constexpr double zone = 22;             ///< mm from a corner, both ways
    static constexpr double wander = 7;            ///< mm that a still finger may slip
    /// mm around a held corner in which no other finger may be: all of a tablet, an arm's breadth of a class
    /// display, where other children go on playing.
    static constexpr double alone = 300;

    /// mm: on a screen as tall only the high corners count, which children do not reach.
    static constexpr double tall = 400;

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
    struct Contact {
        FingerId finger{};
        Point at;
    };
    bool in_corner(Point at, std::size_t side) const;
    bool is_alone(const Side& side) const;

    Size screen_;
    std::array<Side, 2> sides_{}; ///< left, right
    std::vector<Contact> down_;   ///< every finger on the screen
};

} // namespace mirabelle
