// Why the planner proposes what it proposes, and how sure it is, in a teacher's words.
#pragma once

#include "teacher/model/outlook.h"
#include "teacher/panel/desk.h"

namespace mirabelle {

/// "Reconnaître les rimes · à revoir : acquis, vu il y a 8 jours d'école".
std::string reason_words(const Desk& desk, const ChildOutlook& outlook, const NextStep& step);

/// The skill's name in the content; its id where a pack that brought it has gone.
std::string skill_name(const Desk& desk, std::size_t skill);

/// From 0 to 1: a band where the share probably lies, and a mark where it most likely is.
void draw_share_band(const Look& look, const SkillOutlook& skill, ImVec2 from, ImVec2 to);

} // namespace mirabelle
