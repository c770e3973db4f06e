#include "platform/sdl_touch.h"

#include <doctest/doctest.h>

#include <vector>

using namespace mirabelle;

namespace {

constexpr PixelSize window{1600, 800};
constexpr double density = 4; // pixels per mm

SDL_Event finger(Uint32 type, SDL_TouchID device, SDL_FingerID number, float x, float y) {
    SDL_Event event{};
    event.tfinger.type = type;
    event.tfinger.timestamp = SDL_GetTicks();
    event.tfinger.touchId = device;
    event.tfinger.fingerId = number;
    event.tfinger.x = x;
    event.tfinger.y = y;
    return event;
}

SDL_Event button(Uint32 type, int x, int y, Uint32 which = 0, Uint8 number = SDL_BUTTON_LEFT) {
    SDL_Event event{};
    event.button.type = type;
    event.button.which = which;
    event.button.button = number;
    event.button.x = x;
    event.button.y = y;
    return event;
}

SDL_Event motion(int x, int y, Uint32 which = 0) {
    SDL_Event event{};
    event.motion.type = SDL_MOUSEMOTION;
    event.motion.which = which;
    event.motion.x = x;
    event.motion.y = y;
    return event;
}

SDL_Event window_event(Uint8 what) {
    SDL_Event event{};
    event.window.type = SDL_WINDOWEVENT;
    event.window.event = what;
    return event;
}

std::vector<Touch> all(std::span<const Touch> touches) { return {touches.begin(), touches.end()}; }

} // namespace

TEST_CASE("a finger's touches are in millimetres and keep its number from down to up") {
    SdlTouch touch(window, density);
    const auto down = all(touch.read(finger(SDL_FINGERDOWN, 7, 1, 0.5F, 0.25F)));
    REQUIRE(down.size() == 1);
    CHECK(down[0].phase == TouchPhase::down);
    CHECK(down[0].at == Point{200, 50});
    const auto moved = all(touch.read(finger(SDL_FINGERMOTION, 7, 1, 0.75F, 0.25F)));
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].phase == TouchPhase::move);
    CHECK(moved[0].at == Point{300, 50});
    CHECK(moved[0].finger == down[0].finger);
    const auto up = all(touch.read(finger(SDL_FINGERUP, 7, 1, 0.75F, 0.5F)));
    REQUIRE(up.size() == 1);
    CHECK(up[0].phase == TouchPhase::up);
    CHECK(up[0].at == Point{300, 100});
    CHECK(up[0].finger == down[0].finger);
    CHECK_FALSE(touch.any_down());
}

TEST_CASE("the same number on another device, or used again, is another finger") {
    SdlTouch touch(window, density);
    const FingerId first = touch.read(finger(SDL_FINGERDOWN, 7, 1, 0, 0))[0].finger;
    const FingerId other_device = touch.read(finger(SDL_FINGERDOWN, 8, 1, 0, 0))[0].finger;
    CHECK(first != other_device);
    touch.read(finger(SDL_FINGERUP, 7, 1, 0, 0));
    const FingerId again = touch.read(finger(SDL_FINGERDOWN, 7, 1, 0, 0))[0].finger;
    CHECK(again != first);
    CHECK(again != other_device);
}

TEST_CASE("the mouse is one more finger, with its left button only") {
    SdlTouch touch(window, density);
    CHECK(touch.read(motion(10, 10)).empty());
    CHECK(touch.read(button(SDL_MOUSEBUTTONDOWN, 40, 80, 0, SDL_BUTTON_RIGHT)).empty());
    const auto down = all(touch.read(button(SDL_MOUSEBUTTONDOWN, 40, 80)));
    REQUIRE(down.size() == 1);
    CHECK(down[0].at == Point{10, 20});
    const auto touched = all(touch.read(finger(SDL_FINGERDOWN, 7, 0, 0, 0)));
    REQUIRE(touched.size() == 1);
    CHECK(touched[0].finger != down[0].finger);
    CHECK(touch.read(motion(80, 80))[0].finger == down[0].finger);
    CHECK(touch.read(button(SDL_MOUSEBUTTONUP, 80, 80))[0].phase == TouchPhase::up);
    CHECK(touch.any_down());
}

TEST_CASE("a finger never arrives a second time as a mouse") {
    SdlTouch touch(window, density);
    CHECK(touch.read(button(SDL_MOUSEBUTTONDOWN, 40, 80, SDL_TOUCH_MOUSEID)).empty());
    CHECK(touch.read(motion(40, 90, SDL_TOUCH_MOUSEID)).empty());
    CHECK(touch.read(finger(SDL_FINGERDOWN, SDL_MOUSE_TOUCHID, 0, 0.5F, 0.5F)).empty());
    CHECK_FALSE(touch.any_down());
}

TEST_CASE("losing the window cancels every finger, leaving it only the mouse") {
    SdlTouch touch(window, density);
    touch.read(finger(SDL_FINGERDOWN, 7, 1, 0, 0));
    touch.read(finger(SDL_FINGERDOWN, 7, 2, 0, 0));
    touch.read(button(SDL_MOUSEBUTTONDOWN, 40, 80));
    const auto left = all(touch.read(window_event(SDL_WINDOWEVENT_LEAVE)));
    REQUIRE(left.size() == 1);
    CHECK(left[0].phase == TouchPhase::cancel);
    CHECK(left[0].at == Point{10, 20});
    const auto lost = all(touch.read(window_event(SDL_WINDOWEVENT_FOCUS_LOST)));
    REQUIRE(lost.size() == 2);
    CHECK(lost[0].phase == TouchPhase::cancel);
    CHECK(lost[0].finger != lost[1].finger);
    CHECK(touch.read(finger(SDL_FINGERMOTION, 7, 1, 0.5F, 0)).empty());
    CHECK(touch.read(finger(SDL_FINGERUP, 7, 1, 0.5F, 0)).empty());
}

TEST_CASE("a finger whose device is gone, or that comes down twice, is cancelled") {
    SdlTouch touch(window, density);
    touch.read(finger(SDL_FINGERDOWN, 7, 1, 0, 0));
    const auto twice = all(touch.read(finger(SDL_FINGERDOWN, 7, 1, 0.5F, 0.5F)));
    REQUIRE(twice.size() == 2);
    CHECK(twice[0].phase == TouchPhase::cancel);
    CHECK(twice[1].phase == TouchPhase::down);
    CHECK(twice[0].finger != twice[1].finger);
    const auto vanished = all(touch.cancel_vanished(5000)); // SDL knows no device 7
    REQUIRE(vanished.size() == 1);
    CHECK(vanished[0] == Touch{5000, twice[1].finger, TouchPhase::cancel, {200, 100}});
    CHECK(touch.cancel_vanished(5001).empty());
}

TEST_CASE("a hundred hands at once do no harm") {
    SdlTouch touch(window, density);
    for (SDL_FingerID number = 0; number < 100; ++number)
        touch.read(finger(SDL_FINGERDOWN, 7, number, 0.5F, 0.5F));
    CHECK(touch.cancel_all(0).size() == 64);
    CHECK_FALSE(touch.any_down());
}
