#include "engine/journal/journal_files.h"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace mirabelle {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "mirabelle-";
constexpr std::size_t number_digits = 6;
constexpr std::string_view restoring_name = "mirabelle.restoring.sqlite";
constexpr std::string_view unfinished_name = "unfinished.sqlite";

fs::path backup_folder(const fs::path& folder) { return folder / "backups"; }

// Names are mirabelle-000042-20261123T222937Z.sqlite.
std::optional<int> number_of(const fs::path& backup) {
    const std::string name = backup.filename().string();
    if (name.size() <= prefix.size() + number_digits || name.compare(0, prefix.size(), prefix) != 0 ||
        name[prefix.size() + number_digits] != '-' || backup.extension() != ".sqlite")
        return std::nullopt;
    const std::string number = name.substr(prefix.size(), number_digits);
    if (number.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return std::stoi(number);
}

// Whatever was answered or changed since is told by these numbers, and sessions in which nothing happened are
// not.
std::string fingerprint(SQLite::Database& database) {
    return database
        .execAndGet("SELECT printf('%d %d %d %d %d %d', (SELECT max(sequence) FROM attempt), "
                    "(SELECT max(sequence) FROM run), (SELECT count(*) FROM run WHERE ending IS NULL), "
                    "(SELECT total(revision) FROM child), (SELECT total(revision) FROM setting), "
                    "(SELECT count(*) FROM child WHERE removed IS NULL))")
        .getString();
}

bool is_up_to_date(SQLite::Database& journal, const fs::path& folder) {
    const std::vector<fs::path> backups = backups_of(folder);
    if (backups.empty())
        return false;
    try {
        SQLite::Database newest(backups.front(), SQLite::OPEN_READONLY);
        return fingerprint(newest) == fingerprint(journal);
    } catch (const SQLite::Exception&) {
        return false; // a damaged backup calls for a new one
    }
}

void remove_quietly(const fs::path& file) {
    std::error_code ignored;
    fs::remove(file, ignored);
}

void drop_oldest(const fs::path& folder) {
    const std::vector<fs::path> backups = backups_of(folder);
    for (std::size_t place = backups_kept; place < backups.size(); ++place)
        remove_quietly(backups[place]);
}

// Copied under another name first, so that a power cut leaves either no journal or a whole one.
void restore(const fs::path& backup, const fs::path& file) {
    const fs::path unfinished = file.parent_path() / restoring_name;
    remove_quietly(unfinished);
    try {
        {
            SQLite::Database from(backup, SQLite::OPEN_READONLY);
            SQLite::Database to(unfinished, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            SQLite::Backup(to, from).executeStep(-1);
        }
        make_durable(unfinished);
        fs::rename(unfinished, file);
        make_durable(file);
    } catch (const SQLite::Exception& failure) {
        remove_quietly(unfinished);
        throw explained(failure, nullptr, file);
    } catch (const fs::filesystem_error& failure) {
        throw JournalError(JournalFailure::cannot_create,
                           fmt::format("{}: the backup {} cannot be put in place ({}); do it by hand",
                                       file.string(), backup.string(), failure.code().message()));
    }
}

std::optional<fs::path> restore_newest_good(const fs::path& folder) {
    for (const fs::path& backup : backups_of(folder)) {
        if (diagnose(backup, Depth::full).health != Health::good)
            continue;
        restore(backup, journal_file(folder));
        return backup;
    }
    return std::nullopt;
}

} // namespace

std::vector<fs::path> backups_of(const fs::path& folder) {
    std::vector<fs::path> backups;
    std::error_code error;
    for (fs::directory_iterator entry(backup_folder(folder), error), end; !error && entry != end;
         entry.increment(error))
        if (number_of(entry->path()))
            backups.push_back(entry->path());
    std::sort(backups.begin(), backups.end(),
              [](const fs::path& one, const fs::path& other) { return number_of(one) > number_of(other); });
    return backups;
}

std::vector<Notice> make_whole(const fs::path& folder, UtcMilliseconds now) {
    const fs::path file = journal_file(folder);
    try {
        const Diagnosis found = diagnose(file, Depth::quick);
        if (found.health == Health::good)
            return {};
        if (found.health == Health::newer)
            throw JournalError(
                JournalFailure::newer_schema,
                fmt::format("{}: this journal was written by a newer Mirabelle and was not touched; "
                            "install that version, or choose another folder with --data",
                            file.string()));
        const bool is_first_start = found.health != Health::damaged && backups_of(folder).empty();
        if (is_first_start)
            return {};
        const fs::path aside = set_aside(file, now);
        const std::optional<fs::path> backup = restore_newest_good(folder);
        std::vector<Notice> notices;
        if (!backup)
            notices.push_back({"database_started_afresh", aside.filename().string(), now});
        else if (found.health == Health::damaged)
            notices.push_back({"database_restored", backup->filename().string(), now});
        else
            notices.push_back({"database_missing_restored", backup->filename().string(), now});
        if (const int answers = salvage(aside, file); answers > 0)
            notices.push_back({"answers_salvaged", std::to_string(answers), now});
        return notices;
    } catch (const SQLite::Exception& failure) {
        throw explained(failure, nullptr, file);
    }
}

void write_backup(const fs::path& folder, UtcMilliseconds now, BackupWhen when) {
    const fs::path file = journal_file(folder);
    const fs::path unfinished = backup_folder(folder) / unfinished_name;
    prepare_folder(backup_folder(folder));
    remove_quietly(unfinished);
    try {
        SQLite::Database journal(file, SQLite::OPEN_READWRITE, 3000);
        try {
            if (when == BackupWhen::something_changed && is_up_to_date(journal, folder))
                return;
            SQLite::Statement copy(journal, "VACUUM INTO ?");
            copy.bind(1, unfinished.string());
            copy.exec();
            make_durable(unfinished);
        } catch (const SQLite::Exception& failure) {
            throw explained(failure, journal.getHandle(), unfinished);
        }
        const std::vector<fs::path> backups = backups_of(folder);
        const int number = backups.empty() ? 1 : *number_of(backups.front()) + 1;
        const fs::path finished =
            backup_folder(folder) / fmt::format("{}{:06}-{}.sqlite", prefix, number, file_stamp(now));
        fs::rename(unfinished, finished);
        make_durable(finished);
        drop_oldest(folder);
    } catch (const JournalError&) {
        remove_quietly(unfinished);
        throw;
    } catch (const SQLite::Exception& failure) {
        throw explained(failure, nullptr, file);
    } catch (const fs::filesystem_error& failure) {
        throw JournalError(JournalFailure::other,
                           fmt::format("{}: the backup cannot be renamed ({}); see {}", unfinished.string(),
                                       failure.code().message(), backup_folder(folder).string()));
    }
}

void remove_former_copies(const fs::path& folder) {
    std::vector<fs::path> copies = backups_of(folder);
    if (!copies.empty())
        copies.erase(copies.begin());
    copies.push_back(backup_folder(folder) / unfinished_name);
    try {
        for (const fs::directory_entry& entry : fs::directory_iterator(folder))
            if (const std::string name = entry.path().filename().string();
                name.rfind("mirabelle.damaged-", 0) == 0 || name.rfind(restoring_name, 0) == 0)
                copies.push_back(entry.path());
        for (const fs::path& copy : copies)
            fs::remove(copy);
    } catch (const fs::filesystem_error& failure) {
        throw JournalError(
            JournalFailure::read_only,
            fmt::format("{}: this former copy of the journal cannot be removed ({}); remove it "
                        "by hand, for it holds a child that was erased",
                        failure.path1().string(), failure.code().message()));
    }
}

} // namespace mirabelle
