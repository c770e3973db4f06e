// How the mute e at the end of a word is spoken: in most of France not at all, in the south as a syllable of
// its own ("lu-ne").
#pragma once

#include "engine/content/word_list.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mirabelle {

enum class Accent : std::uint8_t { northern, southern };

/// Whether its last written e (or es) follows a consonant that is heard: "lune", "toilettes", but not "vie".
bool ends_in_mute_e(const Word& word);

/// What the south hears in a word that is given as the north hears it: one syllable more where it ends in a
/// mute e. A compound with a mute e inside ("chauve-souris") no longer counts alike for everybody.
Word heard_in_the_south(Word word);

/// The version of the content that questions of this accent are built from, and back; `version` is that of
/// the north, and an unknown one is of the north.
std::string version_in(Accent accent, std::string_view version);
Accent accent_of(std::string_view version);

} // namespace mirabelle
