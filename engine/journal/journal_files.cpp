#include "engine/journal/journal_files.h"

#include "engine/journal/journal_schema.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace mirabelle {

namespace {

namespace fs = std::filesystem;

fs::path with_suffix(fs::path file, const std::string& suffix) { return file += suffix; }

bool is_filled(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return !error && size > 0;
}

JournalError folder_error(const fs::path& folder, const std::error_code& error) {
    if (error == std::errc::read_only_file_system || error == std::errc::permission_denied ||
        error == std::errc::operation_not_permitted)
        return JournalError(
            JournalFailure::read_only,
            fmt::format("{}: this folder cannot be written ({}); allow writing, or choose another with "
                        "--data",
                        folder.string(), error.message()));
    if (error == std::errc::no_space_on_device)
        return JournalError(
            JournalFailure::disk_full,
            fmt::format("{}: the disk is full; free some space and start again", folder.string()));
    return JournalError(JournalFailure::cannot_create,
                        fmt::format("{}: this folder cannot be made ({}); choose another with --data",
                                    folder.string(), error.message()));
}

// SQLite only says that it cannot open a file; the reason comes from trying ourselves.
std::error_code reason_against_writing(const fs::path& folder) {
    const fs::path probe = folder / "write-test";
    errno = 0;
    std::FILE* opened = std::fopen(probe.string().c_str(), "wb");
    if (opened == nullptr)
        return {errno, std::generic_category()};
    const bool is_written = std::fputc('!', opened) != EOF && std::fflush(opened) == 0;
    const std::error_code reason(is_written ? 0 : errno, std::generic_category());
    std::fclose(opened);
    std::error_code ignored;
    fs::remove(probe, ignored);
    return reason;
}

std::unique_ptr<Connection> try_lock(const fs::path& file) {
    auto lock = std::make_unique<Connection>(file, Connection::Access::create);
    lock->database.setBusyTimeout(300); // a copy that is just closing
    lock->database.exec("BEGIN EXCLUSIVE");
    // On a file that cannot be written an exclusive transaction quietly becomes one that excludes nobody.
    if (sqlite3_db_readonly(lock->database.getHandle(), "main") != 0)
        throw SQLite::Exception("the lock cannot be written", SQLITE_READONLY);
    return lock;
}

bool is_without_tables(SQLite::Database& database) {
    return database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
}

Diagnosis examine(const fs::path& file, Depth depth) {
    SQLite::Database database(file, SQLite::OPEN_READONLY, 3000);
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    const int application = database.execAndGet("PRAGMA application_id").getInt();
    if (application == application_id && version > latest_schema_version())
        return {Health::newer, {}};
    if (database.execAndGet("PRAGMA page_count").getInt() == 0)
        return {Health::damaged, "it is cut short"};
    if (application == 0 && version == 0 && is_without_tables(database))
        return {Health::empty, {}};
    if (application != application_id || version < 1)
        return {Health::damaged, "it is not a journal of Mirabelle"};
    if (!has_sound_schema(database))
        return {Health::damaged, "its tables are not those of its version"};
    const std::string answer =
        database.execAndGet(depth == Depth::quick ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(20)")
            .getString();
    return answer == "ok" ? Diagnosis{Health::good, {}} : Diagnosis{Health::damaged, answer};
}

} // namespace

fs::path journal_file(const fs::path& folder) { return folder / "mirabelle.sqlite"; }

Diagnosis diagnose(const fs::path& file, Depth depth) {
    std::error_code error;
    const bool is_there = fs::exists(file, error);
    if (is_there && !fs::is_regular_file(file, error))
        return {Health::damaged, "it is not a file"};
    if (!is_filled(file)) {
        if (is_filled(with_suffix(file, "-wal")))
            return {Health::damaged, "it is empty, but its log is not"};
        return {is_there ? Health::empty : Health::missing, {}};
    }
    try {
        return examine(file, depth);
    } catch (const SQLite::Exception& failure) {
        if (!tells_of_damage(failure))
            throw;
        return {Health::damaged, failure.what()};
    }
}

void prepare_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw folder_error(folder, error);
    if (!fs::is_directory(folder, error))
        throw folder_error(folder, std::make_error_code(std::errc::not_a_directory));
}

std::unique_ptr<Connection> take_lock(const fs::path& folder) {
    const fs::path file = folder / "lock.sqlite";
    for (int attempts_left = 1;; --attempts_left) {
        try {
            return try_lock(file);
        } catch (const SQLite::Exception& failure) {
            if (failure.getErrorCode() == SQLITE_BUSY || failure.getErrorCode() == SQLITE_LOCKED)
                throw JournalError(
                    JournalFailure::already_open,
                    fmt::format("{}: another Mirabelle is using this folder; close it first, or choose "
                                "another folder with --data",
                                folder.string()));
            std::error_code error;
            // A locked file answers "busy" before it is read, so nobody holds one that is not a database.
            if (tells_of_damage(failure) && attempts_left > 0)
                fs::resize_file(file, 0, error);
            else if (const std::error_code reason = reason_against_writing(folder))
                throw folder_error(folder, reason);
            else
                throw explained(failure, nullptr, file);
        }
    }
}

void drop_empty_log(const fs::path& file) {
    std::error_code ignored;
    if (is_filled(with_suffix(file, "-wal")))
        return;
    fs::remove(with_suffix(file, "-wal"), ignored);
    fs::remove(with_suffix(file, "-shm"), ignored);
}

fs::path set_aside(const fs::path& file, UtcMilliseconds now) {
    const fs::path stem = file.parent_path() / file.stem();
    for (int copy = 1;; ++copy) {
        const std::string number = copy == 1 ? "" : fmt::format("-{}", copy);
        const fs::path aside = with_suffix(
            stem, fmt::format(".damaged-{}{}{}", file_stamp(now), number, file.extension().string()));
        if (fs::exists(aside) || fs::exists(with_suffix(aside, "-wal")))
            continue;
        try {
            // The log goes first: were the power cut in between, it would otherwise be read into the restored
            // journal.
            drop_empty_log(file);
            for (const std::string suffix : {"-wal", "-shm"})
                if (fs::exists(with_suffix(file, suffix)))
                    fs::rename(with_suffix(file, suffix), with_suffix(aside, suffix));
            if (fs::exists(file))
                fs::rename(file, aside);
        } catch (const fs::filesystem_error& failure) {
            throw JournalError(
                JournalFailure::damaged_beyond_repair,
                fmt::format("{}: this file is damaged and cannot be set aside ({}); move it elsewhere by "
                            "hand and start again",
                            file.string(), failure.code().message()));
        }
        return aside;
    }
}

} // namespace mirabelle
