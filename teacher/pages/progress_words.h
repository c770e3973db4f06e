// How the pages show what a child knows: a shape, a word, how many answers it stands on, and a field of one
// hue.
#pragma once

#include "teacher/model/skill_progress.h"
#include "teacher/panel/desk.h"

namespace mirabelle {

/// Keys of Words.
const char* progress_key(Progress progress);
const char* band_key(Band band);

/// A field of a table; gives whether it was tapped.
bool progress_cell(const Look& look, const Desk& desk, const char* id, const SkillProgress& skill,
                   ImVec2 size);

std::string days_words(const Desk& desk, int days); ///< "3 jours"
/// "7 sur ses 10 dernières questions, en 3 jours": what the word stands on.
std::string progress_sentence(const Desk& desk, const SkillProgress& skill);

} // namespace mirabelle
