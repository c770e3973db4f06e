// The age columns as command lines write them.
#pragma once

#include "engine/band.h"

#include <map>
#include <string>

namespace mirabelle {

inline std::map<std::string, Band> bands_by_name() {
    std::map<std::string, Band> bands;
    for (const Band band : all_bands)
        bands.emplace(name_of(band), band);
    return bands;
}

} // namespace mirabelle
