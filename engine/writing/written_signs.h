// The signs that a word is written with, one after the other: base letters and what stands above or below
// them.
#pragma once

#include "engine/glyph.h"

#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

/// An accent, as strokes from the middle of the small letter it belongs to; y = 0 is the base line, and a
/// small letter is 1 high.
struct WritingMark {
    std::string id; ///< acute, grave, circumflex, diaeresis, cedilla, tilde; hyphen, apostrophe
    std::vector<Stroke> strokes;
};

struct WrittenSign {
    char letter = 0;       ///< small; 0: what parts words
    std::string_view mark; ///< id of the mark on it, or of what stands between words; empty: none
};

/// The signs of `word` (UTF-8), small letters and capitals alike, œ and æ as two; a hyphen, an apostrophe or
/// a space parts words. Signs without a form are left out.
std::vector<WrittenSign> signs_of(std::string_view word);

/// Whether none would be left out.
bool has_written_form(std::string_view word);

} // namespace mirabelle
