// How a word is written, where every sound of it is written as it is first taught: vélo is v-é-l-o, mouton
// m-ou-t-on, lune l-u-n and an e that is not heard.
#pragma once

#include "engine/content/word_list.h"

#include <string>
#include <vector>

namespace mirabelle {

struct WrittenSound {
    std::string text;   ///< "é", "ou"
    std::string letter; ///< its id in letters.toml
    bool heard = true;  ///< an e at the end is not
};

/// The parts of `word`; empty where it is written in another way than it sounds.
std::vector<WrittenSound> spelled(const Word& word);

/// How often each part may be met: "v-é-l-o" without its silent letters has four.
std::size_t heard_parts(const std::vector<WrittenSound>& parts);

} // namespace mirabelle
