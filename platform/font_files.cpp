#include "platform/font_files.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace mirabelle {

namespace {

constexpr int measuring_size = 200; // pixels

} // namespace

FontFiles::Library::Library() {
    if (TTF_Init() != 0)
        throw std::runtime_error(std::string("The fonts cannot be used: ") + TTF_GetError());
}
FontFiles::Library::~Library() { TTF_Quit(); }

FontFiles::Font FontFiles::open(const std::filesystem::path& file) {
    Font font{decltype(Font::handle)(TTF_OpenFont(file.string().c_str(), measuring_size)), 1};
    if (!font.handle)
        throw std::runtime_error("The font " + file.string() + " cannot be opened: " + TTF_GetError());
    int top = 0;
    TTF_GlyphMetrics32(font.handle.get(), 'H', nullptr, nullptr, nullptr, &top, nullptr);
    font.capital = std::max(1, top);
    return font;
}

FontFiles::FontFiles(const std::filesystem::path& fonts)
    : andika_(open(fonts / "Andika-Regular.ttf")), ecolier_(open(fonts / "Ecolier.ttf")) {}

bool FontFiles::has(Script script, std::uint32_t character) const {
    return TTF_GlyphIsProvided32(font_of(script).handle.get(), character) != 0;
}

double FontFiles::width(Script script, std::string_view text) const {
    const Font& font = font_of(script);
    int pixels = 0;
    TTF_SizeUTF8(font.handle.get(), std::string(text).c_str(), &pixels, nullptr);
    return pixels / font.capital;
}

} // namespace mirabelle
