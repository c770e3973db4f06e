// Owners for what SDL hands out, so that nothing has to be freed by hand.
#pragma once

#include <SDL2/SDL.h>

#include <memory>

namespace mirabelle {

struct SurfaceDeleter {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfaceHandle = std::unique_ptr<SDL_Surface, SurfaceDeleter>;

struct WindowDeleter {
    void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};
using WindowHandle = std::unique_ptr<SDL_Window, WindowDeleter>;

/// Memory that SDL allocated for its caller.
struct SdlMemoryDeleter {
    void operator()(void* memory) const { SDL_free(memory); }
};
template <typename T>
using SdlMemory = std::unique_ptr<T, SdlMemoryDeleter>;

} // namespace mirabelle
