// A surface to draw on without any window or video driver, and pictures written to disk from any surface.
#pragma once

#include "platform/density.h"
#include "platform/sdl_handles.h"

#include <filesystem>

namespace mirabelle {

class OffscreenSurface {
  public:
    /// Throws std::runtime_error when there is no memory for it.
    explicit OffscreenSurface(PixelSize size);

    SDL_Surface& surface() { return *surface_; }
    PixelSize size() const { return {surface_->w, surface_->h}; }

  private:
    SurfaceHandle surface_;
};

/// Throws std::runtime_error with the path and the reason when it cannot be written.
void save_png(SDL_Surface& surface, const std::filesystem::path& path);

} // namespace mirabelle
