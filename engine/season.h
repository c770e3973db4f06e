// The season that the garden shows: meteorological seasons of the northern hemisphere (spring begins on
// 1 March), as French weather services count them.
#pragma once

#include "engine/canvas.h"
#include "engine/civil_time.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace mirabelle {

class Content;

enum class Season : std::uint8_t { spring, summer, autumn, winter };
inline constexpr std::array all_seasons{Season::spring, Season::summer, Season::autumn, Season::winter};

enum class Light : std::uint8_t { day, evening };

/// `local` is the local time, in ms since 1970 on its own clock.
Season season_of(UtcMilliseconds local);
std::string_view name_of(Season season); ///< "spring", as in the names of pictures

/// The picture `name` as it looks then: "world" becomes "world_spring" or "world_spring_evening".
PictureId seasonal_picture(const Content& content, std::string_view name, Season season,
                           Light light = Light::day);

} // namespace mirabelle
