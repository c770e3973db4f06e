// What a pattern is made of.
#pragma once

#include "engine/word_choice.h"

#include <string>
#include <vector>

namespace mirabelle {

/// What A, B and C are this time; they `differ` in their kind (three words), their colour or their size
/// (two).
std::vector<Piece> draw_elements(const std::string& differ, const WordChoice& known, const Content& content,
                                 Random& random);

/// "ABABA", or A and then one, two, three B where the unit is growing.
std::string letters_of(const std::string& unit, int length);

} // namespace mirabelle
