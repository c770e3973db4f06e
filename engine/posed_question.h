// A question that is to be asked, and where it comes from.
#pragma once

#include "engine/activity.h"

namespace mirabelle {

struct PosedQuestion {
    const Level* level = nullptr;
    std::uint64_t seed = 0;
    Exercise exercise;
};

/// A question of `level` whose item is another one than `not_again`, where a few tries find one.
PosedQuestion draw_question(const Activity& activity, const Level& level, const Content& content,
                            const FirstNames& names, Random& random, std::string_view not_again);

} // namespace mirabelle
