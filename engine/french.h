// The little French spelling the program needs to know.
#pragma once

#include <string>
#include <string_view>

namespace mirabelle {

/// `text` (UTF-8) in capitals, accents kept: "Chloé" becomes "CHLOÉ".
std::string in_capitals(std::string_view text);
/// And back: "CHLOÉ" becomes "chloé".
std::string in_small_letters(std::string_view text);

} // namespace mirabelle
