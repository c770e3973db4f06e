// Reads which skill needs which from skill_graph.toml.
#pragma once

#include "engine/content/content_items.h"
#include "engine/content/level.h"
#include "engine/learner/skill_graph.h"

#include <filesystem>
#include <map>
#include <span>

namespace mirabelle {

/// A graph over all `skills`, in their order; what a pack's skills need they say themselves. One that neither
/// the file nor a pack gives needs to needs nothing. The reference
/// difficulty is the middle one of the levels that are filed under a skill; without levels, what is usual in
/// its age column. Throws ContentError (file, line, remedy) where a skill is unknown or named twice, or where
/// needs go round in a circle.
SkillGraph read_skill_graph(const std::filesystem::path& file, std::span<const Skill> skills,
                            const std::map<std::string, std::vector<Level>, std::less<>>& levels);

} // namespace mirabelle
