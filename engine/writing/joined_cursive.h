// A first name as one line of cursive: letters joined at the base or, after b o v w, at the top; dots, bars
// and accents follow once the word is written.
#pragma once

#include "engine/writing/alphabet.h"
#include "engine/writing/written_signs.h"

#include <span>
#include <string_view>

namespace mirabelle {

/// What words are made of: the small letters of cursive, and its accents.
struct CursiveModels {
    std::span<const WritingModel> letters;
    std::span<const WritingMark> marks;
};

/// `word` (UTF-8; capitals are written small, œ and æ as two letters) as a glyph in a box 1 high. A hyphen,
/// an apostrophe or a space parts the word; its parts are written one after the other. Other signs are left
/// out. Empty when nothing of the word can be written.
WritingModel joined_cursive(std::string_view word, const CursiveModels& models);

} // namespace mirabelle
