// The fonts of the bundle, asked by the linter what they can draw and how wide it is.
#pragma once

#include "engine/lint/fonts.h"

#include <SDL2/SDL_ttf.h>

#include <filesystem>
#include <memory>

namespace mirabelle {

class FontFiles final : public Fonts {
  public:
    /// Throws std::runtime_error when a font of the folder cannot be opened.
    explicit FontFiles(const std::filesystem::path& fonts);

    bool has(Script script, std::uint32_t character) const override;
    double width(Script script, std::string_view text) const override;

  private:
    struct Library {
        Library();
        ~Library();
        Library(const Library&) = delete;
        Library& operator=(const Library&) = delete;
    };
    struct FontDeleter {
        void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
    };
    struct Font {
        std::unique_ptr<TTF_Font, FontDeleter> handle;
        double capital = 1; ///< height of an H, pixels
    };
    static Font open(const std::filesystem::path& file);
    const Font& font_of(Script script) const { return script == Script::cursive ? ecolier_ : andika_; }

    Library library_; // outlives the fonts
    Font andika_, ecolier_;
};

} // namespace mirabelle
