#include "engine/journal/journal_files.h"
#include "engine/journal/journal_inside.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>
#include <utility>

namespace mirabelle {

namespace {

namespace fs = std::filesystem;

/// From here on the child will be erased, whatever happens.
void write_down(const Uuid& child, const fs::path& file) {
    {
        std::ofstream out(file, std::ios::binary | std::ios::trunc);
        out << child.text() << std::flush;
        if (!out)
            throw JournalError(
                JournalFailure::read_only,
                fmt::format("{}: this file cannot be written, so nothing was erased; free some "
                            "space or allow writing, and erase the child again",
                            file.string()));
    }
    make_durable(file);
}

/// One instant of every school year in which the child did something.
std::map<int, UtcMilliseconds> years_of(Connection& connection, const Uuid& child) {
    std::map<int, UtcMilliseconds> years;
    Query row(connection,
              "SELECT instant FROM attempt WHERE child = ?1 UNION SELECT started FROM run WHERE child = ?1",
              child);
    while (row.step())
        years.emplace(school_year(row.integer(0)), row.integer(0));
    return years;
}

bool knows(Connection& connection, const Uuid& child) {
    Query row(connection, "SELECT 1 FROM child WHERE id = ?", child);
    return row.step();
}

// The triggers that protect what was answered are lifted and laid again within one transaction: nobody ever
// sees the journal without them.
std::vector<std::string> lift_triggers(Connection& connection) {
    std::vector<std::string> names, definitions;
    {
        Query row(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid");
        while (row.step()) {
            names.push_back(row.text(0));
            definitions.push_back(row.text(1));
        }
    }
    for (const std::string& name : names)
        connection.database.exec("DROP TRIGGER " + name);
    return definitions;
}

// Those that refer come before those they refer to. Settings and notices are searched for the child's id.
constexpr std::array<const char*, 8> removals{
    "DELETE FROM frozen_instant WHERE record IN (SELECT id FROM attempt WHERE child = ?1 "
    "OR run IN (SELECT id FROM run WHERE child = ?1) UNION SELECT id FROM run WHERE child = ?1)",
    "DELETE FROM trace WHERE attempt IN (SELECT sequence FROM attempt WHERE child = ?1 "
    "OR run IN (SELECT id FROM run WHERE child = ?1))",
    "DELETE FROM attempt WHERE child = ?1 OR run IN (SELECT id FROM run WHERE child = ?1)",
    "DELETE FROM run WHERE child = ?1",
    "DELETE FROM child_access WHERE child IN (SELECT sequence FROM child WHERE id = ?1)",
    "DELETE FROM child WHERE id = ?1",
    "DELETE FROM setting WHERE instr(key, ?1) > 0 OR instr(value, ?1) > 0",
    "DELETE FROM notice WHERE instr(detail, ?1) > 0"};

void take_away(Connection& connection, const Uuid& child) {
    const std::vector<std::string> triggers = lift_triggers(connection);
    for (const char* removal : removals)
        Query(connection, removal, child).run();
    for (const std::string& trigger : triggers)
        connection.database.exec(trigger);
}

// Deleting marks pages as free; only writing the whole file anew, and emptying the log, takes the bytes away.
void forget_deleted_pages(Connection& connection, const fs::path& file) {
    connection.database.exec("VACUUM");
    Query checkpoint(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool is_empty = checkpoint.step() && checkpoint.integer(0) == 0;
    if (!is_empty)
        throw JournalError(JournalFailure::other,
                           fmt::format("{}: another program is reading this journal, so not every byte could "
                                       "be erased; close it and start Mirabelle again",
                                       file.string()));
}

} // namespace

fs::path erasure_file(const fs::path& folder) { return folder / "mirabelle.erasing"; }

void Journal::erase_child(const Uuid& child, UtcMilliseconds when) {
    const std::lock_guard<std::mutex> no_other_copy(inside_->backups);
    write_down(child, erasure_file(inside_->folder));
    inside_->writing([&](Connection& writer) {
        if (knows(writer, child)) {
            SQLite::Transaction transaction(writer.database, SQLite::TransactionBehavior::IMMEDIATE);
            std::map<int, UtcMilliseconds> years = years_of(writer, child);
            if (years.empty())
                years.emplace(school_year(when), when);
            Pseudonyms pseudonyms = inside_->pseudonyms(writer);
            for (const auto& [year, instant] : years)
                Query(writer, "INSERT INTO tombstone(id, pseudonym, instant) VALUES(?, ?, ?)",
                      Uuid::make(inside_->options.random), pseudonyms.of(child, instant), when)
                    .run();
            take_away(writer, child);
            transaction.commit();
        }
        const std::lock_guard<std::mutex> reader_rests(inside_->reader->mutex);
        forget_deleted_pages(writer, inside_->file);
        write_backup(inside_->folder, when, BackupWhen::always);
        remove_former_copies(inside_->folder);
        std::error_code error;
        fs::remove(erasure_file(inside_->folder), error);
    });
}

void Journal::finish_erasure(UtcMilliseconds now) {
    const fs::path file = erasure_file(inside_->folder);
    if (!fs::exists(file))
        return;
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    try {
        // Where the power was cut before the id was written nothing had been erased yet: nobody has this id.
        erase_child(Uuid::parse(text).value_or(Uuid()), now);
    } catch (const JournalError& failure) {
        // The class plays all the same, and the next opening tries again.
        add_notice({"erasure_unfinished", failure.what(), now});
    }
}

} // namespace mirabelle
