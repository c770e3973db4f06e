#include "platform/sdl_touch.h"
#include "platform/window.h"

#include <SDL2/SDL.h>
#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

SDL_Event window_event(Window& window, Uint8 what) {
    SDL_Event event{};
    event.window.type = SDL_WINDOWEVENT;
    event.window.windowID = SDL_GetWindowID(window.handle());
    event.window.event = what;
    return event;
}

} // namespace

TEST_CASE("a window is drawn on and shown without any graphics driver") {
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    Window window({"Mirabelle", PixelSize{800, 600}, 40.0});
    CHECK(window.size() == PixelSize{800, 600});
    CHECK(window.surface().format->BytesPerPixel == 4);
    CHECK(window.surface().w == 800);
    CHECK(window.pixels_per_millimetre() > 1);
    const SDL_Rect part{10, 10, 50, 50};
    window.present({&part, 1});
    window.present({});
}

TEST_CASE("a window that changes its size gives a new surface") {
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    Window window({"Mirabelle", PixelSize{800, 600}, std::nullopt});
    window.surface();
    SDL_SetWindowSize(window.handle(), 1000, 500);
    SDL_PumpEvents();
    CHECK(window.read(window_event(window, SDL_WINDOWEVENT_SIZE_CHANGED)) == WindowNews::resized);
    CHECK(window.size() == PixelSize{1000, 500});
    CHECK(window.surface().w == 1000);
}

TEST_CASE("closing the window or the program is told, other windows are not ours") {
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    Window window({"Mirabelle", PixelSize{800, 600}, std::nullopt});
    CHECK(window.read(window_event(window, SDL_WINDOWEVENT_CLOSE)) == WindowNews::closed);
    CHECK(window.read(window_event(window, SDL_WINDOWEVENT_MINIMIZED)) == WindowNews::hidden);
    SDL_Event other = window_event(window, SDL_WINDOWEVENT_CLOSE);
    other.window.windowID += 17;
    CHECK(window.read(other) == WindowNews::nothing);
    SDL_Event quit{};
    quit.type = SDL_QUIT;
    CHECK(window.read(quit) == WindowNews::closed);
}

TEST_CASE("fingers are left alone while their device knows them") {
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    const Window window({"Mirabelle", PixelSize{800, 600}, std::nullopt});
    SdlTouch touch({800, 600}, 4);
    SDL_Event down{};
    down.button.type = SDL_MOUSEBUTTONDOWN;
    down.button.button = SDL_BUTTON_LEFT;
    touch.read(down);
    CHECK(touch.cancel_vanished(1).empty());
    CHECK(touch.any_down());
}
