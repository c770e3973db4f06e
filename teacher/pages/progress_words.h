// How the pages show what a child knows, in the learner model's words: a shape, a word, how many answers it
// stands on, and a field of one hue.
#pragma once

#include "teacher/model/outlook.h"
#include "teacher/panel/desk.h"

namespace mirabelle {

/// Keys of Words.
const char* mastery_key(Mastery mastery);
const char* band_key(Band band);

/// "Grande section"; of a school level that a pack adds, its own word.
const char* column_words(const Desk& desk, Band band, const std::string& column);

/// A field of a table; gives whether it was tapped.
bool mastery_cell(const Look& look, const Desk& desk, const char* id, const SkillOutlook& skill, ImVec2 size);

std::string questions_words(const Desk& desk, int questions); ///< "12 questions"
/// "il y a 2 jours d'école", "aujourd'hui".
std::string days_ago_words(const Desk& desk, int days);
/// "12 questions sur 4 jours ; il y a 2 jours d'école": what the word stands on.
std::string facts_words(const Desk& desk, const SkillOutlook& skill);
/// "de 6 à 8 sur 10": the band in words.
std::string chances_words(const Desk& desk, const SkillOutlook& skill);

} // namespace mirabelle
