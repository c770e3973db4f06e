// The pictures a child chooses from when it looks for the cat.
#pragma once

#include "engine/content/content.h"
#include "engine/content/level.h"
#include "engine/face.h"
#include "engine/piece.h"
#include "engine/random.h"

#include <string>
#include <vector>

namespace mirabelle {

/// The cat somewhere: what the journal calls it, how it is said, and what it means to choose it by mistake.
struct CatSight {
    std::string label;
    SceneFace face;
    Prompt said;
    std::string error = {}; ///< an id of errors.toml; empty for the right one
};

/// Places at one landmark, the right one first; those of `asked` before those of `beside`.
std::vector<CatSight> sights_at_one(const Level& level, const Content& content, Random& random);
/// Right of one landmark and left of the other, the right picture first.
std::vector<CatSight> sights_at_two(const Level& level, const Content& content, Random& random);

} // namespace mirabelle
