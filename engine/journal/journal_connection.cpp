#include "engine/journal/journal_connection.h"

#include "engine/civil_time.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <vector>

namespace mirabelle {

namespace {

constexpr int patience = 3000; // ms that one connection waits for the other

int flags_for(Connection::Access access) {
    // Whoever uses a connection holds its mutex already: SQLite need not lock once more for every column it
    // reads.
    const int ours = SQLite::OPEN_NOMUTEX;
    switch (access) {
    case Connection::Access::read:
        return ours | SQLite::OPEN_READONLY;
    case Connection::Access::read_write:
        return ours | SQLite::OPEN_READWRITE;
    case Connection::Access::create:
        break;
    }
    return ours | SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
}

// A quota and a limit on the size of files are full disks to the person in front of them; SQLite only knows
// ENOSPC.
bool is_no_space(int system_error) {
#ifdef EDQUOT
    if (system_error == EDQUOT)
        return true;
#endif
    return system_error == ENOSPC || system_error == EFBIG;
}

int last_error_of(sqlite3_file* file) {
    int system_error = 0;
    if (file != nullptr && file->pMethods != nullptr)
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &system_error);
    return system_error;
}

// sqlite3_system_errno() knows nothing of an error that only shows while committing; the files themselves do.
int system_error_of(sqlite3* database) {
    if (database == nullptr)
        return 0;
    for (const int pointer : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
        sqlite3_file* file = nullptr;
        sqlite3_file_control(database, "main", pointer, &file);
        if (const int system_error = last_error_of(file); system_error != 0)
            return system_error;
    }
    return sqlite3_system_errno(database);
}

JournalFailure failure_of(const SQLite::Exception& error, int system_error) {
    const bool is_input_or_output =
        error.getErrorCode() == SQLITE_IOERR || error.getErrorCode() == SQLITE_CANTOPEN;
    if (error.getErrorCode() == SQLITE_FULL || (is_input_or_output && is_no_space(system_error)))
        return JournalFailure::disk_full;
    if (error.getErrorCode() == SQLITE_READONLY || error.getErrorCode() == SQLITE_PERM ||
        (is_input_or_output && (system_error == EROFS || system_error == EACCES)))
        return JournalFailure::read_only;
    if (error.getErrorCode() == SQLITE_CANTOPEN)
        return JournalFailure::cannot_create;
    return error.getErrorCode() == SQLITE_CONSTRAINT ? JournalFailure::refused : JournalFailure::other;
}

std::string_view remedy_for(JournalFailure reason) {
    switch (reason) {
    case JournalFailure::disk_full:
        return "the disk is full; free some space, what was answered waits in memory";
    case JournalFailure::read_only:
        return "it cannot be written; allow writing, or choose another folder with --data";
    case JournalFailure::cannot_create:
        return "it cannot be made; choose another folder with --data";
    case JournalFailure::refused:
        return "a record contradicts the others and was not kept";
    default:
        break;
    }
    return "the disk does not do what it is asked; restart the device, and run `mirabelle check`";
}

} // namespace

Connection::Connection(const std::filesystem::path& file, Access access)
    : database(file, flags_for(access), patience) {}

SQLite::Statement& Query::prepare(Connection& connection, std::string_view sql) {
    auto found = connection.prepared.find(sql);
    if (found == connection.prepared.end())
        found =
            connection.prepared.emplace(sql, SQLite::Statement(connection.database, std::string(sql))).first;
    found->second.tryReset();
    return found->second;
}

void Query::bind(int place, const std::optional<Uuid>& id) {
    if (id)
        bind(place, *id);
    else
        statement_.bind(place);
}

void Query::bind(int place, std::span<const std::uint8_t> bytes) {
    // SQLite reads a null address as NULL, which is another thing than no bytes.
    statement_.bind(place, bytes.empty() ? static_cast<const void*>("") : bytes.data(),
                    static_cast<int>(bytes.size()));
}

std::span<const std::uint8_t> Query::bytes(int column) const {
    const SQLite::Column value = statement_.getColumn(column);
    const auto* begin = static_cast<const std::uint8_t*>(value.getBlob());
    return {begin, static_cast<std::size_t>(value.getBytes())};
}

JournalError explained(const SQLite::Exception& error, sqlite3* database, const std::filesystem::path& file) {
    const int system_error = system_error_of(database);
    const JournalFailure reason = failure_of(error, system_error);
    return JournalError(reason, fmt::format("{}: {} (SQLite says: {}, code {}, system {})", file.string(),
                                            remedy_for(reason), error.what(), error.getExtendedErrorCode(),
                                            system_error));
}

bool tells_of_damage(const SQLite::Exception& error) {
    switch (error.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_FULL:
    case SQLITE_NOMEM:
        return false;
    // A sector that can no longer be read is damage too.
    case SQLITE_IOERR:
        return error.getExtendedErrorCode() == SQLITE_IOERR_READ ||
               error.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ ||
               error.getExtendedErrorCode() == SQLITE_IOERR_CORRUPTFS;
    default:
        return true;
    }
}

void make_durable(const std::filesystem::path& file) {
    // The standard library cannot ask a disk to keep a file; SQLite's layer below its pager can, on every
    // system.
    sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    std::vector<std::max_align_t> room(static_cast<std::size_t>(system->szOsFile) / sizeof(std::max_align_t) +
                                       1);
    auto* opened = reinterpret_cast<sqlite3_file*>(room.data());
    const auto name = file.u8string();
    int result =
        system->xOpen(system, reinterpret_cast<const char*>(name.c_str()), opened,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_SUPER_JOURNAL, nullptr);
    if (result == SQLITE_OK)
        result = opened->pMethods->xSync(opened, SQLITE_SYNC_FULL);
    if (opened->pMethods != nullptr)
        opened->pMethods->xClose(opened);
    if (result != SQLITE_OK)
        throw JournalError(
            JournalFailure::other,
            fmt::format("{}: the disk did not keep this file; see whether it is full", file.string()));
}

std::string file_stamp(std::int64_t utc_milliseconds) {
    const CivilTime time = civil_time(utc_milliseconds);
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", time.year, time.month, time.day, time.hour,
                       time.minute, time.second);
}

std::string readable_instant(std::int64_t utc_milliseconds) {
    const CivilTime time = civil_time(utc_milliseconds);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} UTC", time.year, time.month, time.day, time.hour,
                       time.minute);
}

} // namespace mirabelle
