// First names, initials and levels as they are written in schools, brought into one form.
#pragma once

#include "engine/band.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mirabelle {

inline constexpr std::size_t longest_first_name = 40; ///< characters
inline constexpr std::size_t longest_class_name = 60;

/// Spaces, hyphens and apostrophes in order, and "CHLOÉ", "JEAN-BAPTISTE", "N’GOLO" in the usual capitals; a
/// name that has small and capital letters already keeps them.
std::u32string tidy_first_name(std::u32string_view raw);
/// Letters, and between them hyphens, apostrophes, full stops and spaces; at most five words.
bool is_first_name(std::u32string_view name);
/// The first letter of a family name, as a capital; empty when it has none.
std::u32string initial_of(std::u32string_view family_name);
/// Not more than `most` characters, and no half word's hyphen at the end.
std::u32string shortened(std::u32string_view text, std::size_t most);
/// Whether there are two letters or more, all of them capitals.
bool in_all_capitals(std::u32string_view text);

/// What a name that a teacher types becomes, in UTF-8; empty when it is not a first name.
std::string typed_first_name(std::string_view utf8);
std::string typed_initial(std::string_view utf8);
/// Equal for "CHLOE" and "Chloé", "N'Golo" and "N’Golo".
std::string comparable_name(std::string_view utf8);

struct RosterLevel {
    enum class Kind : std::uint8_t { none, maternelle, toute_petite, elementary, unknown };
    Kind kind = Kind::none;
    Band band = Band::PS; ///< of maternelle and toute_petite
};

/// "PS", "Petite section", "PETITE SECTION (PS)", "TPS", "CE1"…; none when it is blank.
RosterLevel level_named(std::u32string_view level);
/// The one level that a class is named after, as in "MS de Claire"; nothing for "PS-MS".
std::optional<Band> band_of_class(std::u32string_view class_name);

} // namespace mirabelle
