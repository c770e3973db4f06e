// A screen of the test's own: an X server without hardware, with or without fingers.
#pragma once

#include "platform/density.h"
#include "tests/support/process.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mirabelle {

class XServer {
  public:
    enum class Kind : unsigned char {
        picture, ///< Xvfb: nobody can touch it
        touch    ///< Xorg on a dummy screen with a touch panel of ten fingers and a mouse
    };

    /// Throws std::runtime_error with a plain sentence when the server does not start.
    XServer(Kind kind, PixelSize size, const std::filesystem::path& scratch);

    const std::string& display() const { return display_; } ///< ":42"
    /// For a program that shall draw there, without a sound card.
    std::map<std::string, std::string> environment() const {
        return {{"DISPLAY", display_}, {"SDL_VIDEODRIVER", "x11"}, {"SDL_AUDIODRIVER", "dummy"},
                {"XAUTHORITY", ""},    {"WAYLAND_DISPLAY", ""},    {"XDG_SESSION_TYPE", ""}};
    }
    const std::filesystem::path& sockets() const { return sockets_; } ///< folder of the fingers' sockets
    int id() const { return server_->id(); }

  private:
    std::filesystem::path sockets_;
    std::string display_;
    std::unique_ptr<Process> server_;
};

} // namespace mirabelle
