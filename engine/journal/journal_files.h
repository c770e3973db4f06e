// The files of a data folder: their health, the lock, the backups, and what is done about a damaged journal.
#pragma once

#include "engine/journal/journal_connection.h"
#include "engine/records.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

inline constexpr std::size_t backups_kept = 20;

std::filesystem::path journal_file(const std::filesystem::path& folder);
/// The newest first, by their running number: the clock may have been wrong.
std::vector<std::filesystem::path> backups_of(const std::filesystem::path& folder);

enum class Health { missing, empty, good, damaged, newer };
enum class Depth {
    quick, ///< every page is in its place and readable; about 3 ms for 1 MB
    full   ///< and every index agrees with its table
};
struct Diagnosis {
    Health health = Health::missing;
    std::string reason; ///< when damaged
};
/// Opens the file for reading only. Throws SQLite::Exception for what is not the file's own fault.
Diagnosis diagnose(const std::filesystem::path& file, Depth depth);

/// Throws JournalError: read_only, disk_full or cannot_create.
void prepare_folder(const std::filesystem::path& folder);
/// Held until the connection is closed or the process ends, however it ends. Throws JournalError.
std::unique_ptr<Connection> take_lock(const std::filesystem::path& folder);

/// Leaves a good journal, or none where a new one can be made; says what it did. Throws JournalError.
std::vector<Notice> make_whole(const std::filesystem::path& folder, UtcMilliseconds now);
/// Renames a file that cannot be used, so that nothing is lost for good; returns its new name.
std::filesystem::path set_aside(const std::filesystem::path& file, UtcMilliseconds now);

/// Removes the log of a database that nobody has open, unless something is in it.
void drop_empty_log(const std::filesystem::path& file);
/// Adds to the journal what can still be read in a damaged one and is newer, children and answers alike;
/// makes the journal when there is none. Returns how many answers it saved.
int salvage(const std::filesystem::path& aside, const std::filesystem::path& file);

enum class BackupWhen { something_changed, always };
/// Throws JournalError.
void write_backup(const std::filesystem::path& folder, UtcMilliseconds now, BackupWhen when);
/// Removes every copy of the journal except itself and its newest backup: older backups, what was set aside,
/// what was left half made. Throws JournalError.
void remove_former_copies(const std::filesystem::path& folder);

/// Holds the id of a child while it is being erased; still there after a crash, so that it is gone on with.
std::filesystem::path erasure_file(const std::filesystem::path& folder);

} // namespace mirabelle
