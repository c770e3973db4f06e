#include "platform/switch_key.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

std::optional<SwitchKey> pressed(SDL_Keycode key, Uint32 type = SDL_KEYDOWN, Uint8 repeat = 0) {
    SDL_Event event{};
    event.type = type;
    event.key.keysym.sym = key;
    event.key.repeat = repeat;
    return switch_pressed(event);
}

} // namespace

TEST_SUITE("platform/switch key") {
    TEST_CASE("space is the first switch, enter the second, and nothing else is one") {
        CHECK(pressed(SDLK_SPACE) == SwitchKey::first);
        CHECK(pressed(SDLK_RETURN) == SwitchKey::second);
        CHECK(pressed(SDLK_KP_ENTER) == SwitchKey::second);
        CHECK_FALSE(pressed(SDLK_a));
        CHECK_FALSE(pressed(SDLK_ESCAPE));
    }

    TEST_CASE("a key that is held down presses once, and letting it go is nothing") {
        CHECK_FALSE(pressed(SDLK_SPACE, SDL_KEYDOWN, 1));
        CHECK_FALSE(pressed(SDLK_SPACE, SDL_KEYUP));
    }
}
