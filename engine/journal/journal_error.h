// What can go wrong with the journal's files, in words for the log and as a code for the teacher's sentence.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace mirabelle {

enum class JournalFailure : std::uint8_t {
    already_open, ///< another copy of the program holds the folder
    read_only,    ///< the folder or its disk does not allow writing
    disk_full,
    cannot_create,         ///< the folder or a file in it cannot be made
    newer_schema,          ///< written by a newer version of the program; left untouched
    damaged_beyond_repair, ///< damaged, and could not even be set aside
    refused, ///< a record that contradicts the rest; a programmer's error, trying again is useless
    other
};

/// The code of the teacher's sentence in assets/teacher_fr.toml, e.g. "journal_disk_full".
std::string_view notice_code(JournalFailure reason);

/// what() is one English sentence that names the file and the remedy.
class JournalError : public std::runtime_error {
  public:
    JournalError(JournalFailure reason, const std::string& sentence)
        : std::runtime_error(sentence), reason_(reason) {}
    JournalFailure reason() const { return reason_; }

  private:
    JournalFailure reason_;
};

} // namespace mirabelle
