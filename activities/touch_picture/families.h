// Families of words, called by their names: an animal, a vehicle.
#pragma once

#include "engine/word_choice.h"

namespace mirabelle {

/// Touch the one that is of the named family, or the only one that is not. Draws the family from `known`.
void ask_by_family(Exercise& exercise, const WordChoice& known, bool inside, std::size_t choices,
                   const Content& content, Random& random);

} // namespace mirabelle
