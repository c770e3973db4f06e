// What was asked and what was answered, as a teacher says it: the journal's labels stay the same for ever and
// in every language, these words do not.
#pragma once

#include "teacher/panel/words.h"

namespace mirabelle {

/// `text`: an item, an expected answer or a response of the journal. Labels have words under "label."; what
/// has none (letters, numbers, French words) is said as it stands.
std::string in_words(const Words& words, std::string_view text);

} // namespace mirabelle
