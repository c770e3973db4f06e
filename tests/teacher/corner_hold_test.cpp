// Two still fingers in a left and a right corner open the teacher's panel; children's hands do not.
#include "teacher/corner_hold.h"

#include "engine/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace mirabelle;

namespace {

constexpr Size tablet{217, 136}, display{1430, 805}; // mm
constexpr double reach = 560;                        // mm above the bottom edge, of a child
constexpr FingerId left_finger{1}, right_finger{2};

struct Hold {
    explicit Hold(Size of_screen = tablet) : screen(of_screen), corners(of_screen) {}

    void put(FingerId finger, Point at, TouchPhase phase = TouchPhase::down) {
        corners.touch({now, finger, phase, at}, now);
    }
    void hold_both() {
        put(left_finger, {8, 9});
        put(right_finger, {screen.width - 10, 7});
    }
    /// Whether it opened at some time meanwhile.
    bool opens_within(Milliseconds length) {
        bool opened = false;
        for (const Milliseconds end = now + length; now < end; now += 10)
            opened = corners.take_opened(now) || opened;
        return opened;
    }

    Size screen;
    CornerHold corners;
    Milliseconds now = 5000;
};

/// Children's hands: up to ten fingers that bang, slide, or rest for seconds, now and then in a corner.
class Children {
  public:
    Children(Hold& hold, std::uint64_t seed, double corner_share)
        : hold_(hold), chance_(seed), corner_share_(corner_share) {}

    void tick() {
        for (std::size_t number = 0; number < fingers_.size(); ++number) {
            Finger& finger = fingers_[number];
            const auto id = static_cast<FingerId>(number);
            if (!finger.down) {
                if (!chance_.happens(0.01))
                    continue;
                finger = {true, somewhere(), hold_.now + chance_.between(40, 6000)};
                in_corners += in_corner(finger.at) ? 1 : 0;
                hold_.put(id, finger.at);
            } else if (hold_.now >= finger.leaves) {
                finger.down = false;
                hold_.put(id, finger.at, TouchPhase::up);
            } else if (chance_.happens(0.02)) {
                finger.at = finger.at + Point{chance_.share() - 0.5, chance_.share() - 0.5};
                hold_.put(id, finger.at, TouchPhase::move);
            }
        }
    }

    int in_corners = 0; ///< fingers that came down in one

  private:
    struct Finger {
        bool down = false;
        Point at;
        Milliseconds leaves = 0;
    };
    Point somewhere() {
        const Size screen = hold_.screen;
        const double reached = std::min(screen.height, reach);
        if (!chance_.happens(corner_share_))
            return {screen.width * chance_.share(), screen.height - reached * chance_.share()};
        const double x = CornerHold::zone * chance_.share(), y = CornerHold::zone * chance_.share();
        return {chance_.happens(0.5) ? x : screen.width - x,
                chance_.happens(0.5) && reached == screen.height ? y : screen.height - y};
    }
    bool in_corner(Point at) const {
        const double zone = CornerHold::zone;
        return (at.x <= zone || at.x >= hold_.screen.width - zone) &&
               (at.y <= zone || at.y >= hold_.screen.height - zone);
    }

    Hold& hold_;
    Random chance_;
    double corner_share_;
    std::array<Finger, 10> fingers_{};
};

} // namespace

TEST_SUITE("teacher/corner_hold") {
    TEST_CASE("a teacher who holds a left and a right corner for three seconds opens the panel, once") {
        for (const Size screen : {tablet, display}) {
            Hold hold(screen);
            hold.hold_both();
            CHECK_FALSE(hold.opens_within(CornerHold::lasts - 20));
            CHECK(hold.opens_within(40));
            CHECK_FALSE(hold.opens_within(20'000));
            hold.put(left_finger, {8, 9}, TouchPhase::up);
            hold.put(right_finger, {screen.width - 10, 7}, TouchPhase::up);
            hold.hold_both();
            CHECK(hold.opens_within(CornerHold::lasts + 20));
        }
    }

    TEST_CASE("high and low corners count alike, and a finger may tremble") {
        Hold hold;
        hold.put(left_finger, {5, 130});
        hold.put(right_finger, {210, 4});
        hold.put(left_finger, {9, 133}, TouchPhase::move);
        CHECK(hold.opens_within(3100));
    }

    TEST_CASE("on a display the low corners, which children reach, open nothing") {
        Hold hold(display);
        hold.put(left_finger, {8, 800});
        hold.put(right_finger, {1425, 800});
        CHECK_FALSE(hold.opens_within(10'000));
    }

    TEST_CASE("who moves away, lifts early, or holds no corner opens nothing") {
        SUBCASE("one moves away, and comes back") {
            Hold hold;
            hold.hold_both();
            CHECK_FALSE(hold.opens_within(1500));
            hold.put(right_finger, {180, 40}, TouchPhase::move);
            hold.put(right_finger, {207, 7}, TouchPhase::move);
            CHECK_FALSE(hold.opens_within(10'000));
        }
        SUBCASE("one lifts early") {
            Hold hold;
            hold.hold_both();
            CHECK_FALSE(hold.opens_within(2900));
            hold.put(left_finger, {8, 9}, TouchPhase::up);
            CHECK_FALSE(hold.opens_within(10'000));
        }
        SUBCASE("one is taken by the system") {
            Hold hold;
            hold.hold_both();
            hold.put(left_finger, {8, 9}, TouchPhase::cancel);
            CHECK_FALSE(hold.opens_within(10'000));
        }
        SUBCASE("one lies in the middle") {
            Hold hold;
            hold.put(left_finger, {8, 9});
            hold.put(right_finger, {110, 9});
            CHECK_FALSE(hold.opens_within(10'000));
        }
        SUBCASE("both lie on the left") {
            Hold hold;
            hold.put(left_finger, {8, 9});
            hold.put(right_finger, {8, 130});
            CHECK_FALSE(hold.opens_within(10'000));
        }
        SUBCASE("the second finger comes long after the first") {
            Hold hold;
            hold.put(left_finger, {8, 9});
            CHECK_FALSE(hold.opens_within(CornerHold::together + 200));
            hold.put(right_finger, {210, 7});
            CHECK_FALSE(hold.opens_within(10'000));
        }
    }

    TEST_CASE("on a tablet a third finger spoils the hold; on a display other children go on playing") {
        Hold hold;
        hold.put(FingerId{7}, {110, 70}); // rests there already
        hold.hold_both();
        CHECK_FALSE(hold.opens_within(10'000));

        Hold tapped;
        tapped.hold_both();
        CHECK_FALSE(tapped.opens_within(1000));
        tapped.put(FingerId{7}, {110, 70});
        tapped.put(FingerId{7}, {110, 70}, TouchPhase::up);
        CHECK_FALSE(tapped.opens_within(10'000));

        Hold shared(display);
        shared.put(FingerId{7}, {700, 500});
        shared.hold_both();
        shared.put(FingerId{8}, {400, 600});
        CHECK(shared.opens_within(3100));
    }

    TEST_CASE("turning the screen forgets the fingers") {
        Hold hold;
        hold.hold_both();
        hold.corners.resize({136, 217});
        CHECK_FALSE(hold.opens_within(10'000));
    }

    TEST_CASE(
        "four children who bang for ten minutes never open it, not even with fingers resting in corners") {
        for (const Size screen : {tablet, display})
            for (const double corner_share : {0.0, 0.1, 0.5})
                for (std::uint64_t seed = 1; seed <= 8; ++seed) {
                    Hold hold(screen);
                    Children children(hold, seed, corner_share);
                    bool opened = false;
                    for (const Milliseconds end = hold.now + 600'000; hold.now < end;) {
                        children.tick();
                        opened = hold.opens_within(10) || opened;
                    }
                    CAPTURE(screen.width);
                    CAPTURE(corner_share);
                    CAPTURE(seed);
                    CHECK_FALSE(opened);
                    if (corner_share > 0)
                        CHECK(children.in_corners > 50);
                }
    }
}
