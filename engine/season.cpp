#include "engine/season.h"

#include "engine/content/content.h"

#include <string>

namespace mirabelle {

Season season_of(UtcMilliseconds local) {
    // March, April and May are the first three months from 1 March, and so on.
    const auto quarter = (civil_time(local).month + 9) % 12 / 3;
    return all_seasons[static_cast<std::size_t>(quarter)];
}

std::string_view name_of(Season season) {
    constexpr std::array<std::string_view, all_seasons.size()> names{"spring", "summer", "autumn", "winter"};
    return names[static_cast<std::size_t>(season)];
}

PictureId seasonal_picture(const Content& content, std::string_view name, Season season, Light light) {
    std::string full(name);
    full.append("_").append(name_of(season));
    if (light == Light::evening)
        full += "_evening";
    return content.picture(full);
}

} // namespace mirabelle
