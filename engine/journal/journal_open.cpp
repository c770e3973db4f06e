#include "engine/journal/journal_files.h"
#include "engine/journal/journal_inside.h"
#include "engine/journal/journal_schema.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <system_error>
#include <utility>

namespace mirabelle {

namespace {

namespace fs = std::filesystem;

void prepare_for_writing(Connection& connection) {
    if (sqlite3_db_readonly(connection.database.getHandle(), "main") != 0)
        throw SQLite::Exception("attempt to write a readonly database", SQLITE_READONLY);
    // Deleted names are overwritten; REPLACE may not slip past the triggers that protect what was answered.
    connection.database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                             "PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON");
}

void close_what_a_crash_left_open(SQLite::Database& database) {
    database.exec(
        "UPDATE run SET ending = 'recovered_after_crash', ended = max(started, coalesce("
        "(SELECT max(instant) FROM attempt WHERE attempt.run = run.id), started)) WHERE ending IS NULL;"
        "UPDATE session SET ended = max(started, coalesce("
        "(SELECT max(ended) FROM run WHERE run.session = session.id), started)) WHERE ended IS NULL");
}

// Also shows at once, not at the first answer, that the disk takes what is written.
std::string write_first_words(Connection& connection, JournalOptions& options,
                              const std::vector<Notice>& notices) {
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    close_what_a_crash_left_open(connection.database);
    for (const Notice& notice : notices)
        insert_notice(connection, notice);
    Query(connection, "INSERT INTO meta VALUES('device', ?) ON CONFLICT DO NOTHING",
          Uuid::make(options.random))
        .run();
    Query(connection,
          "INSERT INTO meta VALUES('last_opened', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
          std::to_string(options.now))
        .run();
    Query device(connection, "SELECT value FROM meta WHERE key = 'device'");
    device.step();
    const std::string pseudonym = device.text(0);
    transaction.commit();
    return pseudonym;
}

bool has_names(Connection& connection) {
    Query query(connection, "SELECT 1 FROM child LIMIT 1");
    return query.step();
}

// A lost key takes the names with it, not the children: a new key is made for the names that are typed again.
std::unique_ptr<IdentityVault> open_vault(Connection& connection, const JournalOptions& options) {
    std::optional<IdentityVault> vault = IdentityVault::load(options.device_key);
    if (!vault) {
        try {
            const bool is_damaged = fs::exists(options.device_key);
            if (is_damaged)
                set_aside(options.device_key, options.now);
            if (options.device_key.has_parent_path())
                fs::create_directories(options.device_key.parent_path());
            vault = IdentityVault::with_new_key();
            vault->save(options.device_key);
            make_durable(options.device_key);
            if (has_names(connection))
                insert_notice(connection, {is_damaged ? "device_key_damaged" : "device_key_missing",
                                           options.device_key.filename().string(), options.now});
        } catch (const fs::filesystem_error& failure) {
            throw JournalError(
                JournalFailure::cannot_create,
                fmt::format("{}: the key of the names cannot be made ({}); allow writing there",
                            options.device_key.string(), failure.code().message()));
        }
    }
    return std::make_unique<IdentityVault>(std::move(*vault));
}

} // namespace

void insert_notice(Connection& connection, const Notice& notice) {
    Query(connection,
          "INSERT INTO notice(code, detail, instant) SELECT ?1, ?2, ?3 WHERE NOT EXISTS "
          "(SELECT 1 FROM notice WHERE seen = 0 AND code = ?1 AND detail = ?2)",
          notice.code, notice.detail, notice.when)
        .run();
}

Journal Journal::open(const fs::path& folder, const JournalOptions& options) {
    auto inside = std::make_unique<Inside>();
    inside->folder = folder;
    inside->file = journal_file(folder);
    inside->options = options;
    if (inside->options.device_key.empty())
        inside->options.device_key = folder / "device.key";

    prepare_folder(folder);
    inside->lock = take_lock(folder);
    const std::vector<Notice> notices = make_whole(folder, options.now);
    try {
        inside->writer = std::make_unique<Connection>(inside->file, Connection::Access::create);
        inside->reader = std::make_unique<Connection>(inside->file, Connection::Access::read_write);
    } catch (const SQLite::Exception& error) {
        throw explained(error, nullptr, inside->file);
    }
    inside->writing([&](Connection& writer) {
        prepare_for_writing(writer);
        const int version = writer.database.execAndGet("PRAGMA user_version").getInt();
        if (version > 0 && version < latest_schema_version())
            write_backup(folder, options.now, BackupWhen::something_changed);
        migrate(writer.database);
        inside->device = write_first_words(writer, inside->options, notices);
        inside->vault = open_vault(writer, inside->options);
    });
    inside->reading([](Connection& reader) { reader.database.exec("PRAGMA query_only = ON"); });
    Journal journal(std::move(inside));
    journal.finish_erasure(options.now);
    return journal;
}

Journal::Journal(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

void Journal::make_backup(UtcMilliseconds now) {
    const std::lock_guard<std::mutex> held(inside_->backups);
    write_backup(inside_->folder, now, BackupWhen::something_changed);
}

fs::path Journal::file() const { return inside_->file; }

} // namespace mirabelle
