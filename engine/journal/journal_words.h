// The words and lists that stand in the journal's columns.
#pragma once

#include "engine/records.h"

#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

std::string_view word_of(SessionMode mode);
std::string_view word_of(ClockCheck check);
std::string_view word_of(RunEnding ending);
std::string_view word_of(HelpLevel help);
std::string_view word_of(Scaffold scaffold);

/// The database only lets known words in; should one still be unknown, it reads as the first.
SessionMode mode_named(std::string_view word);
ClockCheck clock_check_named(std::string_view word);
RunEnding ending_named(std::string_view word);
HelpLevel help_named(std::string_view word);
Scaffold scaffold_named(std::string_view word);

/// A list as a JSON array, the form in which analysts' tools read it out of a column.
std::string json_array(const std::vector<std::string>& texts);
/// Reads what json_array wrote; whatever is malformed ends the list.
std::vector<std::string> texts_of_json_array(std::string_view json);

} // namespace mirabelle
