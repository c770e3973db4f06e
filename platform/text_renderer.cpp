#include "platform/text_renderer.h"

#include "engine/utf8.h"
#include "platform/sdl_handles.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace mirabelle {

namespace {

constexpr std::size_t budget_bytes = 6u << 20;
constexpr int text_measuring_size = 200; // pixels: large enough to measure a font's strokes
constexpr double fine_size = 480;        // pixels: large enough that hairlines have a pixel of their own
constexpr int largest_capital = 1200;    // pixels
constexpr double cursive_weight = 1.6; // times the font's own stroke, which is too thin to be read from afar
constexpr SDL_Color white{255, 255, 255, 255};

Mask mask_of(const SDL_Surface& surface) {
    Mask mask{surface.w, surface.h, {}};
    mask.pixels.reserve(static_cast<std::size_t>(surface.w) * static_cast<std::size_t>(surface.h));
    for (int y = 0; y < surface.h; ++y) {
        const auto* row =
            reinterpret_cast<const std::uint32_t*>(static_cast<const std::uint8_t*>(surface.pixels) +
                                                   static_cast<std::ptrdiff_t>(y) * surface.pitch);
        for (int x = 0; x < surface.w; ++x)
            mask.pixels.push_back(static_cast<std::uint8_t>(row[x] >> 24));
    }
    return mask;
}

/// Without the empty rows above and below; gives how many went above.
int crop_rows(Mask& mask) {
    const auto empty = [&mask](int y) {
        return std::all_of(mask.row(y), mask.row(y) + mask.width,
                           [](std::uint8_t pixel) { return pixel == 0; });
    };
    int top = 0, bottom = mask.height;
    while (top < bottom && empty(top))
        ++top;
    while (bottom > top && empty(bottom - 1))
        --bottom;
    const auto row_start = [&mask](int y) {
        return mask.pixels.begin() + static_cast<std::ptrdiff_t>(y) * mask.width;
    };
    mask.pixels.erase(row_start(bottom), mask.pixels.end());
    mask.pixels.erase(mask.pixels.begin(), row_start(top));
    mask.height = bottom - top;
    return top;
}

bool on_edge(const Mask& mask, int x, int y) {
    const auto solid = [&mask](int column, int line) {
        return column >= 0 && column < mask.width && line >= 0 && line < mask.height &&
               mask.row(line)[column] == 255;
    };
    return !(solid(x, y) && solid(x - 1, y) && solid(x + 1, y) && solid(x, y - 1) && solid(x, y + 1));
}

/// Every stroke grows by `radius` pixels to all sides, the mask by `border` (at least as much) and by `above`
/// more rows on top.
Mask thickened(const Mask& thin, double radius, int border, int above) {
    Mask thick{thin.width + 2 * border, thin.height + 2 * border + above, {}};
    thick.pixels.assign(static_cast<std::size_t>(thick.width) * static_cast<std::size_t>(thick.height), 0);
    struct Step {
        std::ptrdiff_t offset;
        std::uint32_t weight; // 0..256
    };
    std::vector<Step> brush;
    for (int y = -border; y <= border; ++y)
        for (int x = -border; x <= border; ++x) {
            const double weight = std::clamp(radius + 1 - std::hypot(x, y), 0.0, 1.0);
            if (weight > 0)
                brush.push_back({static_cast<std::ptrdiff_t>(y) * thick.width + x,
                                 static_cast<std::uint32_t>(weight * 256)});
        }
    for (int y = 0; y < thin.height; ++y)
        for (int x = 0; x < thin.width; ++x) {
            const std::uint32_t pixel = thin.row(y)[x];
            if (pixel == 0)
                continue;
            std::uint8_t* centre = thick.pixels.data() +
                                   static_cast<std::ptrdiff_t>(y + border + above) * thick.width + x + border;
            *centre = std::max(*centre, static_cast<std::uint8_t>(pixel));
            if (on_edge(thin, x, y))
                for (const Step& step : brush)
                    centre[step.offset] =
                        std::max(centre[step.offset], static_cast<std::uint8_t>(pixel * step.weight >> 8));
        }
    return thick;
}

/// Each pixel the mean of `times` × `times`.
Mask reduced(const Mask& large, int times) {
    Mask small{(large.width + times - 1) / times, (large.height + times - 1) / times, {}};
    small.pixels.reserve(static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height));
    for (int y = 0; y < small.height; ++y)
        for (int x = 0; x < small.width; ++x) {
            int sum = 0;
            for (int line = y * times; line < std::min((y + 1) * times, large.height); ++line)
                for (int column = x * times; column < std::min((x + 1) * times, large.width); ++column)
                    sum += large.row(line)[column];
            small.pixels.push_back(static_cast<std::uint8_t>(sum / (times * times)));
        }
    return small;
}

/// The next multiple of `step`.
int rounded_up(int number, int step) { return (number + step - 1) / step * step; }

/// The usual length of a row's covered runs: the thickness of upright strokes, in pixels.
double usual_stem(const Mask& mask) {
    std::vector<int> runs;
    for (int y = mask.height / 4; y < mask.height * 3 / 4; ++y) {
        int run = 0;
        for (int x = 0; x <= mask.width; ++x) {
            const bool covered = x < mask.width && mask.row(y)[x] > 127;
            if (!covered && run > 0)
                runs.push_back(run);
            run = covered ? run + 1 : 0;
        }
    }
    if (runs.empty())
        return 0;
    const auto middle = runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2);
    std::nth_element(runs.begin(), middle, runs.end());
    return *middle;
}

int top_of(TTF_Font* font, std::uint32_t character) {
    int top = 0;
    TTF_GlyphMetrics32(font, character, nullptr, nullptr, nullptr, &top, nullptr);
    return top;
}

} // namespace

TextRenderer::TextRenderer(const std::filesystem::path& fonts) : masks_(budget_bytes) {
    if (TTF_Init() != 0)
        throw std::runtime_error(std::string("The fonts cannot be used: ") + TTF_GetError());
    try {
        andika_ = open(fonts / "Andika-Regular.ttf");
        ecolier_ = open(fonts / "Ecolier.ttf");
    } catch (...) {
        andika_.handle.reset();
        TTF_Quit();
        throw;
    }
}

TextRenderer::~TextRenderer() {
    andika_.handle.reset();
    ecolier_.handle.reset();
    TTF_Quit();
}

TextRenderer::Font TextRenderer::open(const std::filesystem::path& file) {
    Font font{decltype(Font::handle)(TTF_OpenFont(file.string().c_str(), text_measuring_size)), 0, 0};
    if (!font.handle)
        throw std::runtime_error("The font " + file.string() + " cannot be opened: " + TTF_GetError());
    // Hinting would move strokes to whole pixels, differently at every size: letters keep their true shape.
    TTF_SetFontHinting(font.handle.get(), TTF_HINTING_NONE);
    font.capital_share =
        std::max(0.1, static_cast<double>(top_of(font.handle.get(), 'H')) / text_measuring_size);
    if (const SurfaceHandle letter{TTF_RenderGlyph32_Blended(font.handle.get(), 'l', white)}) {
        Mask mask = mask_of(*letter);
        crop_rows(mask);
        font.stem_share = usual_stem(mask) / text_measuring_size;
    }
    return font;
}

void TextRenderer::report_missing_glyphs(const Font& font, std::string_view text) {
    while (!text.empty()) {
        const std::uint32_t character = take_character(text);
        if (TTF_GlyphIsProvided32(font.handle.get(), character) == 0 && reported_.insert(character).second)
            SDL_LogWarn(SDL_LOG_CATEGORY_APPLICATION, "The font %s has no letter U+%04X",
                        TTF_FontFaceFamilyName(font.handle.get()), static_cast<unsigned>(character));
    }
}

TextMask TextRenderer::render(std::string_view text, Script script, int capital_height) {
    const Font& font = script == Script::cursive ? ecolier_ : andika_;
    TTF_Font* handle = font.handle.get();
    TextMask result;
    result.capital_height = std::min(capital_height, largest_capital);
    const double size = std::max(1.0, std::round(result.capital_height / font.capital_share));
    // Hairlines thinner than a pixel are too pale to be thickened: cursive is drawn larger first.
    const int times = script == Script::cursive ? std::clamp(static_cast<int>(fine_size / size), 1, 4) : 1;
    if (TTF_SetFontSize(handle, static_cast<int>(size) * times) != 0)
        return result;
    report_missing_glyphs(font, text);
    const SurfaceHandle drawn(TTF_RenderUTF8_Blended(handle, std::string(text).c_str(), white));
    if (!drawn)
        return result;
    result.mask = mask_of(*drawn);
    result.advance = result.mask.width / times;
    // Letters higher than the font says move the whole line down.
    int highest = TTF_FontAscent(handle);
    for (std::string_view rest = text; !rest.empty();)
        highest = std::max(highest, top_of(handle, take_character(rest)));
    result.baseline = highest - crop_rows(result.mask);
    if (script == Script::cursive && !result.mask.pixels.empty()) {
        const double radius = font.stem_share * size * times * (cursive_weight - 1) / 2;
        const int border = rounded_up(static_cast<int>(std::ceil(radius + 1)), times);
        const int baseline = rounded_up(std::max(0, result.baseline + border), times);
        const int above = baseline - result.baseline - border;
        result.mask = reduced(thickened(result.mask, radius, border, above), times);
        result.baseline = baseline / times;
        result.left = -border / times;
    }
    return result;
}

const TextMask& TextRenderer::rendered(std::string_view text, Script script, int capital_height) {
    if (const TextMask* known = masks_.find(TextKeyView{script, capital_height, text}))
        return *known;
    return masks_.insert({script, capital_height, std::string(text)}, render(text, script, capital_height));
}

} // namespace mirabelle
