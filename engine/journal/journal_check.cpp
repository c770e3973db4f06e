#include "engine/journal/journal_check.h"

#include "engine/journal/journal_files.h"
#include "engine/journal/journal_schema.h"
#include "engine/journal/trace_codec.h"

#include <fmt/format.h>

namespace mirabelle {

namespace {

namespace fs = std::filesystem;

std::int64_t count(Connection& journal, std::string_view sql) {
    Query query(journal, sql);
    query.step();
    return query.integer(0);
}

std::int64_t count_unreadable_traces(Connection& journal) {
    std::int64_t unreadable = 0;
    Query row(journal, "SELECT path FROM trace");
    while (row.step())
        unreadable += unpack_trace(row.bytes(0)) ? 0 : 1;
    return unreadable;
}

void examine_contents(Connection& journal, JournalReport& report) {
    report.schema_version = static_cast<int>(count(journal, "PRAGMA user_version"));
    report.sessions = count(journal, "SELECT count(*) FROM session");
    report.runs = count(journal, "SELECT count(*) FROM run");
    report.attempts = count(journal, "SELECT count(*) FROM attempt");
    report.traces = count(journal, "SELECT count(*) FROM trace");
    report.children = count(journal, "SELECT count(*) FROM child WHERE removed IS NULL");
    report.open_runs = count(journal, "SELECT count(*) FROM run WHERE ending IS NULL");
    report.unreadable_traces = count_unreadable_traces(journal);
    if (report.unreadable_traces > 0)
        report.problems.push_back(fmt::format("{} finger traces do not decode", report.unreadable_traces));
    Query row(journal, "PRAGMA foreign_key_check");
    while (row.step())
        report.problems.push_back(fmt::format("row {} of {} refers to a {} that is not there", row.integer(1),
                                              row.text(0), row.text(2)));
}

void examine_backups(const fs::path& folder, JournalReport& report) {
    for (const fs::path& backup : backups_of(folder)) {
        ++report.backups;
        const Diagnosis found = diagnose(backup, Depth::full);
        if (found.health == Health::good)
            ++report.good_backups;
        else
            report.problems.push_back(
                fmt::format("backup {} cannot be used: {}", backup.string(), found.reason));
    }
}

void examine_journal(const fs::path& file, JournalReport& report) {
    const Diagnosis found = diagnose(file, Depth::full);
    switch (found.health) {
    case Health::missing:
        throw JournalError(
            JournalFailure::other,
            fmt::format("{}: there is no journal here; name its folder with --data", file.string()));
    case Health::empty:
        report.problems.push_back(fmt::format("{} is empty", file.string()));
        return;
    case Health::damaged:
        report.problems.push_back(fmt::format("{} is damaged: {}", file.string(), found.reason));
        break;
    case Health::newer:
        report.problems.push_back(fmt::format("{} was written by a newer Mirabelle", file.string()));
        return;
    case Health::good:
        break;
    }
    Connection journal(file, Connection::Access::read);
    examine_contents(journal, report);
}

} // namespace

JournalReport check_journal(const fs::path& folder) {
    JournalReport report;
    const fs::path file = journal_file(folder);
    try {
        examine_journal(file, report);
    } catch (const SQLite::Exception& error) {
        // What cannot be counted in a damaged journal is a problem like the others.
        if (!tells_of_damage(error))
            throw explained(error, nullptr, file);
        report.problems.push_back(
            fmt::format("{} cannot be read to its end: {}", file.string(), error.what()));
    }
    examine_backups(folder, report);
    if (fs::exists(erasure_file(folder)))
        report.problems.push_back(
            fmt::format("{}: the erasing of a child was interrupted; start Mirabelle and it is finished",
                        erasure_file(folder).string()));
    return report;
}

} // namespace mirabelle
