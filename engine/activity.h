// An activity is what is asked: a pure function from a level and chance to an exercise. It never draws, never
// touches, never reads a clock.
#pragma once

#include "engine/content/content.h"
#include "engine/content/level.h"
#include "engine/exercise.h"
#include "engine/first_names.h"
#include "engine/random.h"

#include <span>
#include <string_view>

namespace mirabelle {

struct Activity {
    std::string_view id; ///< name of its folder, of its card picture and of its levels file
    std::span<const SettingRule> rules;
    Exercise (*make_exercise)(const Level& level, const Content& content, Random& random) = nullptr;
    /// Instead of `make_exercise`, where a question is another one for each child. Names are shown and never
    /// written down: labels, items and answers must not contain them.
    Exercise (*make_for_child)(const Level& level, const Content& content, const FirstNames& names,
                               Random& random) = nullptr;

    bool is_personal() const { return make_for_child != nullptr; }
    Exercise ask(const Level& level, const Content& content, const FirstNames& names, Random& random) const {
        return is_personal() ? make_for_child(level, content, names, random)
                             : make_exercise(level, content, random);
    }
};

} // namespace mirabelle
