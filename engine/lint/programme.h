// The lines of the official programme, and what of them is covered by which activities.
#pragma once

#include "engine/activity.h"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace mirabelle {

/// One line of the programme in one age column.
struct ProgrammeCell {
    std::vector<std::string> skills; ///< ids of skills.toml that a screen can serve
    std::string reason;              ///< why the rest, or all of it, needs something else; may be empty
    bool exists = false;             ///< the programme says something there
};

struct ProgrammeLine {
    std::string domain; ///< "Mathématiques"
    std::string name;
    std::array<ProgrammeCell, all_bands.size()> cells;

    const ProgrammeCell& cell(Band band) const { return cells[static_cast<std::size_t>(band)]; }
};

/// Reads assets/programme.toml (BO n° 41 of 31 October 2024, BO n° 19 of 7 May 2026). Throws ContentError for
/// a skill that is unknown, of another column, or in no line.
std::vector<ProgrammeLine> read_programme(const std::filesystem::path& file, std::span<const Skill> skills);

struct CoveringLevels {
    std::string activity;
    std::vector<std::string> levels;
};
/// What trains these skills, in the order of `activities`.
std::vector<CoveringLevels> covering(const ProgrammeCell& cell, const Content& content,
                                     std::span<const Activity> activities);
/// Skills of the cell that no level trains yet.
std::vector<std::string> uncovered(const ProgrammeCell& cell, const Content& content,
                                   std::span<const Activity> activities);

} // namespace mirabelle
