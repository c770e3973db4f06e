// What a child's answers say about one skill, in words a teacher uses: never a rank, never a bare number.
#pragma once

#include "engine/journal/skill_answers.h"

#include <cstdint>

namespace mirabelle {

/// From the first attempts of the questions asked; see progress_of for the bounds.
enum class Progress : std::uint8_t { unseen, beginning, needs_help, on_the_way, succeeds };

struct SkillProgress {
    Progress progress = Progress::unseen;
    int answers = 0;         ///< first attempts in all
    int recent = 0;          ///< of them the newest, ten at most
    int right_of_recent = 0; ///< answered right without help
    int days = 0;            ///< on which the skill was practised
    UtcMilliseconds last = 0;
};

/// Fewer than five answers: beginning (LEARNING: "acquis" asks for five). The last four all wrong: needs help
/// (as Kolibri does). Eight of the last ten right, on two days: succeeds. Else on the way.
SkillProgress progress_of(const SkillAnswers& answers);

} // namespace mirabelle
