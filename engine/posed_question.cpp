#include "engine/posed_question.h"

namespace mirabelle {

namespace {

constexpr int tries_for_another_item = 6;

} // namespace

PosedQuestion draw_question(const Activity& activity, const Level& level, const Content& content,
                            const FirstNames& names, Random& random, std::string_view not_again) {
    PosedQuestion drawn;
    drawn.level = &level;
    for (int attempt = 0; attempt < tries_for_another_item; ++attempt) {
        drawn.seed = random.bits();
        Random chance(drawn.seed);
        drawn.exercise = activity.ask(level, content, names, chance);
        if (drawn.exercise.item != not_again)
            break;
    }
    return drawn;
}

} // namespace mirabelle
