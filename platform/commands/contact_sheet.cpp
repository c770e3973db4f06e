#include "platform/commands/contact_sheet.h"

#include "platform/commands/house.h"
#include "platform/sdl_handles.h"

#include <SDL2/SDL_image.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace mirabelle {

namespace {

constexpr int fewest_columns = 4;
constexpr int thumb_width = 600;
constexpr int thumb_height = 338;
constexpr int gap = 24;
constexpr int caption = 40;
constexpr double caption_height = 14; // of a capital, pixels

/// About as many columns as rows: the whole is looked at on one screen.
int columns_for(std::size_t pictures) {
    return std::max(fewest_columns, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(pictures)))));
}

} // namespace

void make_contact_sheet(const Content& content, std::span<const std::filesystem::path> pictures,
                        const std::filesystem::path& sheet) {
    const int columns = columns_for(pictures.size());
    const int rows = (static_cast<int>(pictures.size()) + columns - 1) / columns;
    const PixelSize size{gap + columns * (thumb_width + gap), gap + rows * (thumb_height + caption + gap)};
    const auto canvas = make_canvas(content, size, 1);
    OffscreenSurface paper(size);
    const auto place = [columns](std::size_t i) {
        return SDL_Rect{gap + static_cast<int>(i) % columns * (thumb_width + gap),
                        gap + static_cast<int>(i) / columns * (thumb_height + caption + gap), thumb_width,
                        thumb_height};
    };
    canvas->paint_frame(paper.surface(), [&](Canvas& empty) {
        empty.card({0, 0, static_cast<double>(size.width), static_cast<double>(size.height)}, 0,
                   palette::paper);
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            const SDL_Rect box = place(i);
            empty.text(pictures[i].stem().string(), {box.x + box.w / 2.0, box.y + box.h + caption / 2.0},
                       {Script::script, caption_height, palette::ink});
        }
    });
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const SurfaceHandle loaded(IMG_Load(pictures[i].string().c_str()));
        const SurfaceHandle picture(
            loaded ? SDL_ConvertSurfaceFormat(loaded.get(), paper.surface().format->format, 0) : nullptr);
        if (!picture)
            throw std::runtime_error(pictures[i].string() + ": " + SDL_GetError());
        SDL_SetSurfaceBlendMode(picture.get(), SDL_BLENDMODE_NONE);
        SDL_Rect box = place(i);
        if (SDL_SoftStretchLinear(picture.get(), nullptr, &paper.surface(), &box) != 0)
            throw std::runtime_error(pictures[i].string() + ": " + SDL_GetError());
    }
    save_png(paper.surface(), sheet);
}

} // namespace mirabelle
