// Compares what was drawn with the picture that a person once looked at and accepted.
#pragma once

#include <SDL2/SDL.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace mirabelle {

struct PictureComparison {
    bool same = false;
    std::string message; ///< when not the same: what differs, and where the pictures to look at are
};

/// Compares with tests/golden/<name>.png of the sources. With MIRABELLE_REBASELINE=1 in the environment
/// writes that file instead. On a mismatch writes golden/<name>.actual.png and .difference.png in the build
/// folder.
PictureComparison compare_with_golden(SDL_Surface& drawn, std::string_view name);

/// The same with other folders.
PictureComparison compare_with_golden(SDL_Surface& drawn, std::string_view name,
                                      const std::filesystem::path& golden_folder,
                                      const std::filesystem::path& mismatch_folder);

} // namespace mirabelle
