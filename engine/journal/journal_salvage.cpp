#include "engine/journal/journal_files.h"
#include "engine/journal/journal_schema.h"
#include "engine/journal/trace_codec.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <system_error>

namespace mirabelle {

namespace {

struct Table {
    const char* name;
    const char* key;
};

// Those referred to come before those that refer to them.
constexpr std::array<Table, 7> tables{{{"child", "sequence"},
                                       {"tombstone", "sequence"},
                                       {"session", "sequence"},
                                       {"run", "sequence"},
                                       {"attempt", "sequence"},
                                       {"trace", "attempt"},
                                       {"child_access", "child"}}};

constexpr std::int64_t search_without_end =
    20'000; // rows that are tried where not even the last one can be found
constexpr std::int64_t search_at_most = 1'000'000;

std::int64_t last_key(SQLite::Database& database, const Table& table) {
    return database.execAndGet(fmt::format("SELECT coalesce(max({}), 0) FROM {}", table.key, table.name))
        .getInt64();
}

std::int64_t last_key_worth_trying(SQLite::Database& damaged, const Table& table, std::int64_t first) {
    try {
        return std::min(last_key(damaged, table), first + search_at_most);
    } catch (const SQLite::Exception&) {
        return first + search_without_end;
    }
}

void bind_column(SQLite::Statement& insert, int place, const SQLite::Column& value) {
    if (value.isInteger())
        insert.bind(place, value.getInt64());
    else if (value.isFloat())
        insert.bind(place, value.getDouble());
    else if (value.isText())
        insert.bind(place, value.getString());
    else if (value.isBlob())
        insert.bind(place, value.getBytes() > 0 ? value.getBlob() : "", value.getBytes());
    else
        insert.bind(place);
}

bool find_row(SQLite::Statement& select, std::int64_t key) {
    try {
        select.tryReset();
        select.bind(1, key);
        return select.executeStep();
    } catch (const SQLite::Exception&) {
        return false; // this row is lost; the next may lie on a good page
    }
}

// Beyond what the constraints of its table ask for: flipped bits leave a row in place and its contents in
// doubt.
bool is_sound(const SQLite::Statement& row) {
    const SQLite::Column second = row.getColumn(1);
    if (std::string_view(second.getName()) == "modes")
        return true; // sealed: whoever opens it sees whether it is whole
    if (second.isText())
        return Uuid::parse(second.getString()).has_value();
    return unpack_trace({static_cast<const std::uint8_t*>(second.getBlob()),
                         static_cast<std::size_t>(second.getBytes())})
        .has_value();
}

bool copy_row(const SQLite::Statement& select, SQLite::Statement& insert) {
    insert.tryReset();
    for (int column = 0; column < select.getColumnCount(); ++column)
        bind_column(insert, column + 1, select.getColumn(column));
    try {
        return insert.exec() > 0;
    } catch (const SQLite::Exception& refusal) {
        if (refusal.getErrorCode() != SQLITE_CONSTRAINT)
            throw;
        return false;
    }
}

int salvage_table(SQLite::Database& damaged, SQLite::Database& journal, const Table& table) {
    const std::int64_t first = last_key(journal, table) + 1;
    const std::int64_t last = last_key_worth_trying(damaged, table, first);
    SQLite::Statement select(damaged, fmt::format("SELECT * FROM {} WHERE {} = ?", table.name, table.key));
    std::string places = "?";
    for (int column = 1; column < select.getColumnCount(); ++column)
        places += ", ?";
    SQLite::Statement insert(journal, fmt::format("INSERT INTO {} VALUES({})", table.name, places));
    int saved = 0;
    for (std::int64_t key = first; key <= last; ++key)
        saved += find_row(select, key) && is_sound(select) && copy_row(select, insert) ? 1 : 0;
    return saved;
}

int salvage_tables(const std::filesystem::path& aside, const std::filesystem::path& file) {
    try {
        SQLite::Database damaged(aside, SQLite::OPEN_READONLY);
        damaged.exec("PRAGMA cell_size_check = ON");
        if (damaged.execAndGet("PRAGMA user_version").getInt() != latest_schema_version())
            return 0;
        SQLite::Database journal(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        journal.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
        migrate(journal);
        SQLite::Transaction transaction(journal, SQLite::TransactionBehavior::IMMEDIATE);
        int answers = 0;
        for (const Table& table : tables) {
            try {
                const int saved = salvage_table(damaged, journal, table);
                answers += std::string_view(table.name) == "attempt" ? saved : 0;
            } catch (const SQLite::Exception& failure) {
                if (!tells_of_damage(failure))
                    throw;
            }
        }
        transaction.commit();
        return answers;
    } catch (const SQLite::Exception&) {
        return 0; // what the backup holds is in place, and the damaged file is kept
    }
}

} // namespace

int salvage(const std::filesystem::path& aside, const std::filesystem::path& file) {
    std::error_code error;
    // SQLite throws away the log of an empty database, and a person may still make something of it.
    if (const auto size = std::filesystem::file_size(aside, error); error || size == 0)
        return 0;
    const int answers = salvage_tables(aside, file);
    drop_empty_log(aside);
    return answers;
}

} // namespace mirabelle
