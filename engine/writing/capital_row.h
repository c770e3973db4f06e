// A first name in capitals, as one row of letters to be traced.
#pragma once

#include "engine/writing/alphabet.h"
#include "engine/writing/written_signs.h"

#include <span>

namespace mirabelle {

/// What rows are made of: capitals, and accents that are meant for small letters.
struct CapitalModels {
    std::span<const WritingModel> letters;
    std::span<const WritingMark> marks;
};

/// `word` (UTF-8) in capitals as a glyph in a box 1 high; the interline is the height of its capitals. An
/// accent follows its letter. Signs without a form are left out; empty when nothing of it can be written.
WritingModel capital_row(std::string_view word, const CapitalModels& models);

} // namespace mirabelle
