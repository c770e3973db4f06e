// The text of a class list as characters: out of the encodings that schools' programs write, and back to
// UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mirabelle {

enum class RosterEncoding : std::uint8_t { utf8, utf8_with_mark, latin1, windows1252, utf16_le, utf16_be };

struct RosterText {
    std::u32string characters; ///< line ends are \n, letters are composed, nothing invisible is left
    RosterEncoding encoding = RosterEncoding::utf8;
};

/// Decodes by what is valid: byte order marks first, then UTF-8, and Windows-1252 (which has all of
/// ISO-8859-1) when it cannot be UTF-8. Nothing when the bytes are no text.
std::optional<RosterText> decode_roster(std::string_view bytes);

/// The same cleaning for text that is UTF-8 already; damaged characters are U+FFFD.
std::u32string characters_of(std::string_view utf8);
std::string utf8_of(std::u32string_view characters);

bool is_letter(char32_t character); ///< of any script, accents that stand alone included
bool is_digit(char32_t character);  ///< 0 to 9
bool is_apostrophe(char32_t character);
char32_t in_lower_case(char32_t letter); ///< Latin letters only; others stay as they are
char32_t in_upper_case(char32_t letter);
std::u32string_view trimmed(std::u32string_view text);

/// For comparing: small letters without accents, and a single space for whatever is not a letter or a digit.
std::u32string folded(std::u32string_view text);

} // namespace mirabelle
