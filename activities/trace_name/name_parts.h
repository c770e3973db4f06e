// A first name in parts that fit onto one slate, wide enough for small hands.
#pragma once

#include "engine/writing/alphabet.h"

#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

class Content;

using WriteWord = WritingModel (*)(std::string_view word, const Content& content);

/// How wide `word` is in heights of its small letters, or of its capitals.
double width_of(const WritingModel& word);

/// `name` (UTF-8) as one part, if that is at most `widest` (see width_of); else parted after its hyphens and
/// spaces, and what is still too wide into parts of about as many letters.
std::vector<std::string> name_parts(std::string_view name, double widest, const Content& content,
                                    WriteWord write);

} // namespace mirabelle
