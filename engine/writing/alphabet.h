// The sets of glyphs that are taught, and what each glyph may look like.
#pragma once

#include "engine/glyph.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

enum class Alphabet : std::uint8_t {
    digits,
    capitals,
    script,  ///< small letters as they are printed
    cursive, ///< small letters as they are joined
    patterns ///< the lines of graphisme: waves, bridges, loops
};
inline constexpr std::array all_alphabets{Alphabet::digits, Alphabet::capitals, Alphabet::script,
                                          Alphabet::cursive, Alphabet::patterns};

std::string_view name_of(Alphabet alphabet);
std::optional<Alphabet> alphabet_named(std::string_view name);

/// Éduscol (2015): capitals have no imposed order of strokes, being recognised is what counts; for cursive,
/// order and direction are to be respected.
constexpr bool order_counts(Alphabet alphabet) { return alphabet == Alphabet::cursive; }

/// A glyph as it is taught, and what else counts as that glyph.
struct WritingModel {
    std::string id; ///< "4", "A", "a"; a pattern's name
    Glyph glyph;
    double base_line = 1;                      ///< y in the glyph of the line it stands on
    double interline = 1;                      ///< height in the glyph of a small letter without stem
    std::vector<std::vector<Stroke>> variants; ///< any unit
};

} // namespace mirabelle
