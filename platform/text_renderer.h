// Letters and words as pixels: Andika for capitals and script, Ecolier, drawn heavier, for cursive.
#pragma once

#include "engine/canvas.h"
#include "platform/lru_cache.h"
#include "platform/raster.h"

#include <SDL2/SDL_ttf.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace mirabelle {

/// A text ready to be painted in any colour.
struct TextMask {
    Mask mask;
    int advance = 0;        ///< pixels from the start to where a following letter would start
    int left = 0;           ///< pixels from that start to the left edge of `mask`
    int baseline = 0;       ///< pixels from the top of `mask` to the baseline
    int capital_height = 0; ///< pixels

    std::size_t bytes() const { return mask.bytes(); }
};

/// What a TextMask was made from; found by its view, so that looking for it copies no text.
struct TextKeyView {
    Script script{};
    int capital_height = 0; ///< pixels
    std::string_view text;

    friend bool operator<(const TextKeyView& a, const TextKeyView& b) {
        return std::tie(a.script, a.capital_height, a.text) < std::tie(b.script, b.capital_height, b.text);
    }
};
struct TextKey {
    Script script{};
    int capital_height = 0; ///< pixels
    std::string text;

    operator TextKeyView() const { return {script, capital_height, text}; }
};
inline bool operator<(const TextKeyView& a, const TextKey& b) { return a < TextKeyView(b); }
inline bool operator<(const TextKey& a, const TextKeyView& b) { return TextKeyView(a) < b; }
inline bool operator<(const TextKey& a, const TextKey& b) { return TextKeyView(a) < TextKeyView(b); }

class TextRenderer {
  public:
    /// Throws std::runtime_error when a font of the folder cannot be opened.
    explicit TextRenderer(const std::filesystem::path& fonts);
    ~TextRenderer();
    TextRenderer(const TextRenderer&) = delete;
    TextRenderer& operator=(const TextRenderer&) = delete;

    /// `text` with capitals of `capital_height` pixels. Valid until end_frame().
    const TextMask& rendered(std::string_view text, Script script, int capital_height);

    void end_frame() { masks_.trim(); }
    void clear() { masks_.clear(); }

  private:
    struct FontDeleter {
        void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
    };
    struct Font {
        std::unique_ptr<TTF_Font, FontDeleter> handle;
        double capital_share = 0; ///< height of a capital H as a share of the font's size
        double stem_share = 0;    ///< thickness of its strokes, the same way
    };
    Font open(const std::filesystem::path& file);
    TextMask render(std::string_view text, Script script, int capital_height);
    void report_missing_glyphs(const Font& font, std::string_view text);

    Font andika_, ecolier_;
    LruCache<TextKey, TextMask> masks_;

    std::set<std::uint32_t> reported_; ///< characters without a glyph
};

} // namespace mirabelle
