#include "platform/animated_picture.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include <fstream>
#include <stdexcept>
#include <string>

namespace mirabelle {

namespace {

constexpr float quality = 80; // of 100: letters and edges stay clean
constexpr int effort = 2;     // of 6: a film is encoded in seconds
constexpr int most_between_whole_pictures = 20;

/// WebP's own structures, which are freed by functions of their own.
struct Picture {
    Picture() {
        if (WebPPictureInit(&picture) == 0)
            throw std::runtime_error("WebP: another version of the library was installed");
    }
    ~Picture() { WebPPictureFree(&picture); }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;
    WebPPicture picture;
};
struct Data {
    Data() { WebPDataInit(&data); }
    ~Data() { WebPDataClear(&data); }
    Data(const Data&) = delete;
    Data& operator=(const Data&) = delete;
    WebPData data;
};

} // namespace

void AnimatedPicture::Close::operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }

AnimatedPicture::AnimatedPicture(PixelSize size, Milliseconds frame_length) : frame_length_(frame_length) {
    WebPAnimEncoderOptions options;
    if (WebPAnimEncoderOptionsInit(&options) != 0) {
        options.kmax = most_between_whole_pictures;
        options.kmin = most_between_whole_pictures / 2;
        encoder_.reset(WebPAnimEncoderNew(size.width, size.height, &options));
    }
    if (!encoder_)
        throw std::runtime_error("WebP: no memory for a film");
}

AnimatedPicture::~AnimatedPicture() = default;

void AnimatedPicture::add(const SDL_Surface& surface) {
    WebPConfig config;
    Picture frame;
    bool fine = WebPConfigInit(&config) != 0;
    config.quality = quality;
    config.method = effort;
    frame.picture.width = surface.w;
    frame.picture.height = surface.h;
    frame.picture.use_argb = 1;
    fine = fine && WebPPictureImportBGRX(&frame.picture, static_cast<const std::uint8_t*>(surface.pixels),
                                         surface.pitch) != 0;
    fine = fine && WebPAnimEncoderAdd(encoder_.get(), &frame.picture,
                                      static_cast<int>(frame_length_) * frames_++, &config) != 0;
    if (!fine)
        throw std::runtime_error(std::string("WebP: ") + WebPAnimEncoderGetError(encoder_.get()));
}

void AnimatedPicture::save(const std::filesystem::path& path) {
    Data film;
    const bool fine = WebPAnimEncoderAdd(encoder_.get(), nullptr, static_cast<int>(frame_length_) * frames_,
                                         nullptr) != 0 &&
                      WebPAnimEncoderAssemble(encoder_.get(), &film.data) != 0;
    if (!fine)
        throw std::runtime_error("The film " + path.string() +
                                 " cannot be made: " + WebPAnimEncoderGetError(encoder_.get()));
    std::ofstream out(path, std::ios::binary);
    const std::string bytes(film.data.bytes, film.data.bytes + film.data.size);
    if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush())
        throw std::runtime_error("The film " + path.string() + " cannot be written");
}

} // namespace mirabelle
