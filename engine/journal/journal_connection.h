// One connection to a database with its prepared statements, and the translation of its errors.
#pragma once

#include "engine/journal/durable.h"
#include "engine/journal/journal_error.h"
#include "engine/uuid.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace mirabelle {

struct Connection {
    enum class Access { read, read_write, create };
    Connection(const std::filesystem::path& file, Access access);

    SQLite::Database database;
    std::unordered_map<std::string_view, SQLite::Statement> prepared; ///< by their text, which lives for ever
    std::mutex mutex;                                                 ///< held by whoever uses the connection
};

/// The use of one statement, prepared once for its connection. It is reset at the end, because an unfinished
/// one would keep the write-ahead log from being emptied.
class Query {
  public:
    /// `sql` must live as long as the connection: a literal.
    template <typename... Values>
    Query(Connection& connection, std::string_view sql, const Values&... values)
        : statement_(prepare(connection, sql)) {
        int place = 0;
        (bind(++place, values), ...);
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query() { statement_.tryReset(); }

    bool step() { return statement_.executeStep(); }
    /// Returns how many rows were changed.
    int run() { return statement_.exec(); }

    bool is_null(int column) const { return statement_.isColumnNull(column); }
    std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
    int small(int column) const { return statement_.getColumn(column).getInt(); }
    double real(int column) const { return statement_.getColumn(column).getDouble(); }
    std::string text(int column) const { return statement_.getColumn(column).getString(); }
    Uuid uuid(int column) const { return Uuid::parse(text(column)).value_or(Uuid()); }
    std::optional<Uuid> optional_uuid(int column) const { return Uuid::parse(text(column)); }
    /// Valid until the next step.
    std::span<const std::uint8_t> bytes(int column) const;

  private:
    static SQLite::Statement& prepare(Connection& connection, std::string_view sql);
    void bind(int place, std::string_view text) { statement_.bind(place, std::string(text)); }
    void bind(int place, const char* text) {
        bind(place, std::string_view(text));
    } // or it would pass for a bool
    void bind(int place, const Uuid& id) { bind(place, id.text()); }
    void bind(int place, const std::optional<Uuid>& id);
    void bind(int place, std::int64_t number) { statement_.bind(place, number); }
    void bind(int place, std::uint64_t number) { bind(place, static_cast<std::int64_t>(number)); }
    void bind(int place, int number) { statement_.bind(place, number); }
    void bind(int place, bool flag) { statement_.bind(place, flag ? 1 : 0); }
    void bind(int place, double number) {
        statement_.bind(place, number);
    } // SQLite keeps not-a-number as NULL
    void bind(int place, std::span<const std::uint8_t> bytes);

    SQLite::Statement& statement_;
};

/// Stands for what a failing call to SQLite means here. `database` may be null when it could not be opened.
JournalError explained(const SQLite::Exception& error, sqlite3* database, const std::filesystem::path& file);

/// Whether an error tells of damage in the file itself, rather than of the disk or of another program.
bool tells_of_damage(const SQLite::Exception& error);

/// "20261123T222937Z", for names of files.
std::string file_stamp(std::int64_t utc_milliseconds);
/// "2026-11-23 22:29 UTC", for sentences.
std::string readable_instant(std::int64_t utc_milliseconds);

} // namespace mirabelle
