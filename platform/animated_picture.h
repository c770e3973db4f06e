// Pictures one after the other in one file that every browser shows: an animated WebP.
#pragma once

#include "engine/motion.h"
#include "platform/density.h"
#include "platform/sdl_handles.h"

#include <filesystem>
#include <memory>

struct WebPAnimEncoder;

namespace mirabelle {

class AnimatedPicture {
  public:
    /// Each picture is shown for `frame_length` ms; the film begins again when it is over. Throws
    /// std::runtime_error when there is no memory for it.
    AnimatedPicture(PixelSize size, Milliseconds frame_length);
    ~AnimatedPicture();
    AnimatedPicture(const AnimatedPicture&) = delete;
    AnimatedPicture& operator=(const AnimatedPicture&) = delete;

    /// `surface` is an OffscreenSurface's, of that size. Throws std::runtime_error when it cannot be encoded.
    void add(const SDL_Surface& surface);
    /// Once, after the last picture. Throws std::runtime_error with the path when it cannot be written.
    void save(const std::filesystem::path& path);

  private:
    struct Close {
        void operator()(WebPAnimEncoder* encoder) const;
    };
    std::unique_ptr<WebPAnimEncoder, Close> encoder_;
    Milliseconds frame_length_;
    int frames_ = 0;
};

} // namespace mirabelle
