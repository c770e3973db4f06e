// The one window, drawn by hand on its own memory: no graphics driver is probed, so it opens at once
// everywhere.
#pragma once

#include "platform/density.h"
#include "platform/sdl_handles.h"

#include <optional>
#include <span>
#include <string>

namespace mirabelle {

struct WindowConfig {
    std::string title;
    std::optional<PixelSize> size;     ///< the whole screen when not given
    std::optional<double> diagonal_cm; ///< of the screen, measured by a person
};

/// What an event means for whoever draws.
enum class WindowNews : unsigned char {
    nothing,
    resized, ///< size() and surface() are new, their pixels lost: resize the canvas
    hidden,  ///< nobody sees it: no need to draw
    shown,
    closed,
};

class Window {
  public:
    /// Starts SDL's video part. Throws std::runtime_error with SDL's reason.
    explicit Window(const WindowConfig& config);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    PixelSize size() const;
    double pixels_per_millimetre() const;
    /// Somebody has measured the screen: pixels_per_millimetre() is new.
    void set_diagonal_cm(double diagonal) { diagonal_cm_ = diagonal; }

    /// To draw on: 32 bits a pixel; keeps its pixels until the window is resized.
    SDL_Surface& surface();

    /// Shows these parts of surface().
    void present(std::span<const SDL_Rect> changed);

    WindowNews read(const SDL_Event& event);

    /// For the teacher's overlay, which draws by itself.
    SDL_Window* handle() { return window_.get(); }

  private:
    void take_surface();

    std::optional<double> diagonal_cm_;
    WindowHandle window_;
    SDL_Surface* shown_ = nullptr; ///< SDL's, lost on resize
    SurfaceHandle converted_;      ///< only for screens that are not 32 bits a pixel
};

} // namespace mirabelle
