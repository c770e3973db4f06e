// An activity is what is asked: a pure function from a level and chance to an exercise. It never draws, never
// touches, never reads a clock.
#pragma once

#include "engine/content/content.h"
#include "engine/content/level.h"
#include "engine/exercise.h"
#include "engine/random.h"

#include <span>
#include <string_view>

namespace mirabelle {

struct Activity {
    std::string_view id; ///< name of its folder, of its card picture and of its levels file
    std::span<const SettingRule> rules;
    Exercise (*make_exercise)(const Level& level, const Content& content, Random& random) = nullptr;
};

} // namespace mirabelle
