// A table of words as CSV: that of the bundle, and those of content packs.
#pragma once

#include "engine/content/word_list.h"

namespace mirabelle {

/// Reads the table `file`, whose first line names its columns: word, emoji (a bundled code point or a picture
/// of the pack), ipa, n_syllables, final_rhyme_ipa, category, age_band. Throws ContentError (file, line,
/// remedy).
std::vector<Word> read_word_table(const std::filesystem::path& file, const WordMedia& media);

} // namespace mirabelle
