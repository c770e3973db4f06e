// The two questions about a first name. Labels say nothing of the name; see first_name.h.
#pragma once

#include "engine/content/content.h"
#include "engine/content/level.h"
#include "engine/exercise.h"
#include "engine/first_names.h"
#include "engine/random.h"

#include <string>

namespace mirabelle {

/// Touch `name` among others: those of the class, and where they do not suffice, examples. The prompt is
/// there.
void ask_to_find(Exercise& exercise, const std::string& name, const FirstNames& names, const Level& level,
                 Script script, const Content& content, Random& random);

/// Put `name` together: of a composed name the first part, of a long one the first five letters.
void ask_to_build(Exercise& exercise, const std::string& name, const Level& level, Script script,
                  const Content& content, Random& random);

} // namespace mirabelle
