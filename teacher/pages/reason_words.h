// Why the planner proposes what it proposes, and how sure it is, in a teacher's words.
#pragma once

#include "teacher/model/outlook.h"
#include "teacher/panel/desk.h"

namespace mirabelle {

/// "Reconnaître les rimes · à revoir : acquis, vu il y a 8 jours d'école".
std::string reason_words(const Desk& desk, const ChildOutlook& outlook, const NextStep& step);

/// Key of Words.
const char* mastery_key(Mastery mastery);
/// "12 questions, 4 jours ; vu il y a 2 jours d'école".
std::string facts_words(const Desk& desk, const SkillOutlook& skill);
/// "il y a 2 jours d'école", "aujourd'hui".
std::string days_ago_words(const Desk& desk, int days);

/// The skill's name in the content; its id where a pack that brought it has gone.
std::string skill_name(const Desk& desk, std::size_t skill);

/// From 0 to 1: a band where the share probably lies, and a mark where it most likely is.
void draw_share_band(const Look& look, const SkillOutlook& skill, ImVec2 from, ImVec2 to);

} // namespace mirabelle
