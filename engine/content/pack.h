// A content pack: words, pictures, voices, skills and levels for existing activities that a teacher or
// researcher adds without code. A folder with a pack.toml; everything else in it is optional.
#pragma once

#include "engine/content/content.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace mirabelle {

/// What pack.toml says of it.
struct PackInfo {
    std::string id;      ///< lower-case ASCII letters, digits and _; the name of its folder
    std::string title;   ///< for the teacher
    std::string author;  ///< who made it
    std::string licence; ///< SPDX, or in words
    std::string version; ///< of the pack
    std::filesystem::path folder;
};

/// Reads and checks pack.toml of `folder`. Throws ContentError (file, line, column, remedy).
PackInfo read_pack_info(const std::filesystem::path& folder);

/// What a pack adds to the bundle.
struct PackAdditions {
    std::size_t words = 0;
    std::size_t pictures = 0;
    std::size_t voices = 0; ///< new lines, and lines of the bundle that it speaks
    std::size_t skills = 0;
    std::size_t levels = 0;
    std::size_t difficulties = 0;        ///< of known levels, estimated from answers
    std::vector<std::string> activities; ///< that get levels

    bool empty() const { return words + pictures + voices + skills + levels + difficulties == 0; }
};

/// The bundle with these packs, in their order. Ids of a pack's levels and skills begin with its id and a
/// dot. Throws ContentError for whatever in a pack is wrong.
Content load_content(const std::filesystem::path& bundle, std::span<const Activity> activities,
                     std::span<const PackInfo> packs);

/// What `pack` adds, loaded alone. Throws ContentError, also where it adds nothing.
PackAdditions additions_of(const std::filesystem::path& bundle, std::span<const Activity> activities,
                           const PackInfo& pack);

} // namespace mirabelle
