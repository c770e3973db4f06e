#include "platform/window.h"

#include "platform/linux/window_manager.h"

#include <cstring>
#include <stdexcept>

namespace mirabelle {

namespace {

void set_hints() {
    // A finger must never arrive a second time as a mouse, nor the mouse as a finger.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
}

std::runtime_error failure(const char* what) {
    return std::runtime_error(std::string(what) + ": " + SDL_GetError());
}

bool is_driver(const char* name) {
    const char* driver = SDL_GetCurrentVideoDriver();
    return driver != nullptr && std::strcmp(driver, name) == 0;
}

WindowHandle framed(const std::string& title, PixelSize size) {
    return WindowHandle(SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                         size.width, size.height, SDL_WINDOW_RESIZABLE));
}

WindowHandle full_screen(const std::string& title) {
    // Where no window manager runs, nobody moves the window: it has to be made where it belongs. And nobody
    // answers when SDL asks for the whole screen, which it waits for a tenth of a second.
    SDL_Rect screen{0, 0, 1280, 800};
    SDL_GetDisplayBounds(0, &screen);
    const bool alone = is_driver("x11") && !window_manager_runs();
    return WindowHandle(SDL_CreateWindow(title.c_str(), screen.x, screen.y, screen.w, screen.h,
                                         alone ? SDL_WINDOW_BORDERLESS : SDL_WINDOW_FULLSCREEN_DESKTOP));
}

} // namespace

Window::Window(const WindowConfig& config) : diagonal_cm_(config.diagonal_cm) {
    set_hints();
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        throw failure("The screen cannot be used");
    // Looking for a graphics driver would cost more time than opening the window. On Wayland SDL has no other
    // way.
    if (!is_driver("wayland"))
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    window_ = config.size ? framed(config.title, *config.size) : full_screen(config.title);
    if (!window_) {
        const std::runtime_error reason = failure("The window cannot be opened");
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        throw reason;
    }
}

Window::~Window() {
    converted_.reset();
    window_.reset();
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

PixelSize Window::size() const {
    // The surface's, while there is one: who asks is about to draw on it.
    if (shown_ != nullptr)
        return {shown_->w, shown_->h};
    PixelSize size;
    SDL_GetWindowSize(window_.get(), &size.width, &size.height);
    return size;
}

double Window::pixels_per_millimetre() const {
    const int display = SDL_GetWindowDisplayIndex(window_.get());
    ScreenFacts screen{size(), diagonal_cm_, std::nullopt};
    SDL_DisplayMode mode{};
    if (SDL_GetDesktopDisplayMode(display, &mode) == 0)
        screen.pixels = {mode.w, mode.h};
    float dots_per_inch = 0;
    if (SDL_GetDisplayDPI(display, &dots_per_inch, nullptr, nullptr) == 0)
        screen.dots_per_inch = static_cast<double>(dots_per_inch);
    return mirabelle::pixels_per_millimetre(screen);
}

void Window::take_surface() {
    shown_ = SDL_GetWindowSurface(window_.get());
    if (shown_ == nullptr)
        throw failure("The window cannot be drawn on");
    const Uint32 format = shown_->format->format;
    const bool paintable = format == SDL_PIXELFORMAT_RGB888 || format == SDL_PIXELFORMAT_ARGB8888;
    if (paintable) {
        converted_.reset();
        return;
    }
    converted_.reset(SDL_CreateRGBSurfaceWithFormat(0, shown_->w, shown_->h, 32, SDL_PIXELFORMAT_RGB888));
    if (!converted_)
        throw failure("No memory to draw in");
}

SDL_Surface& Window::surface() {
    if (shown_ == nullptr)
        take_surface();
    return converted_ ? *converted_ : *shown_;
}

void Window::present(std::span<const SDL_Rect> changed) {
    if (changed.empty() || shown_ == nullptr)
        return;
    if (converted_)
        for (SDL_Rect part : changed)
            SDL_BlitSurface(converted_.get(), &part, shown_, &part);
    SDL_UpdateWindowSurfaceRects(window_.get(), changed.data(), static_cast<int>(changed.size()));
}

WindowNews Window::read(const SDL_Event& event) {
    if (event.type == SDL_QUIT)
        return WindowNews::closed;
    if (event.type != SDL_WINDOWEVENT || event.window.windowID != SDL_GetWindowID(window_.get()))
        return WindowNews::nothing;
    switch (event.window.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        shown_ = nullptr;
        return WindowNews::resized;
    case SDL_WINDOWEVENT_CLOSE:
        return WindowNews::closed;
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_HIDDEN:
        return WindowNews::hidden;
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SHOWN:
        return WindowNews::shown;
    case SDL_WINDOWEVENT_EXPOSED: {
        // Its pixels are still in memory; only the screen has lost them.
        const SDL_Rect all{0, 0, size().width, size().height};
        present({&all, 1});
        return WindowNews::nothing;
    }
    default:
        return WindowNews::nothing;
    }
}

} // namespace mirabelle
