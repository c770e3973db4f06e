// Characters one by one out of UTF-8 text.
#pragma once

#include <cstdint>
#include <string_view>

namespace mirabelle {

/// Takes the first character off `text`, which must not be empty; a damaged one is U+FFFD.
std::uint32_t take_character(std::string_view& text);

} // namespace mirabelle
