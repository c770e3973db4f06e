#include "engine/journal/journal_schema.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace mirabelle {

namespace {

// One entry a version, in order. A published entry never changes: add the next one below it.
constexpr std::array<const char*, 6> migrations{
    R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE setting(
    key TEXT PRIMARY KEY, value TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- Who the children are, apart from what they did. Names are sealed with the device key.
CREATE TABLE child(
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK(length(id) = 36),
    first_name BLOB NOT NULL, initial BLOB NOT NULL,
    portrait TEXT NOT NULL, class_name TEXT NOT NULL,
    band TEXT NOT NULL CHECK(band IN ('PS', 'MS', 'GS')),
    revision INTEGER NOT NULL DEFAULT 1,
    removed INTEGER
) STRICT;

CREATE TABLE session(
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK(length(id) = 36),
    device TEXT NOT NULL, app_version TEXT NOT NULL, content_version TEXT NOT NULL,
    mode TEXT NOT NULL CHECK(mode IN ('tablet', 'board')),
    started INTEGER NOT NULL, ended INTEGER,
    clock_check TEXT NOT NULL
        CHECK(clock_check IN ('plausible', 'before_release', 'far_future', 'behind_last_session'))
) STRICT;

CREATE TABLE run(
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK(length(id) = 36),
    session TEXT NOT NULL REFERENCES session(id),
    child TEXT REFERENCES child(id),
    activity TEXT NOT NULL, level TEXT NOT NULL,
    seed INTEGER NOT NULL, -- the 64 bits as a signed number
    lane INTEGER NOT NULL,
    started INTEGER NOT NULL, ended INTEGER,
    ending TEXT CHECK(ending IN ('completed', 'left', 'time_up', 'stopped_by_teacher', 'recovered_after_crash')),
    CHECK((ending IS NULL) = (ended IS NULL))
) STRICT;
CREATE INDEX run_of_child ON run(child, started);
CREATE INDEX run_open ON run(sequence) WHERE ending IS NULL;

CREATE TABLE attempt(
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK(length(id) = 36),
    run TEXT NOT NULL REFERENCES run(id),
    child TEXT REFERENCES child(id),
    skill TEXT NOT NULL, activity TEXT NOT NULL, level TEXT NOT NULL,
    question INTEGER NOT NULL, seed INTEGER NOT NULL,
    item TEXT NOT NULL, expected TEXT NOT NULL, response TEXT NOT NULL,
    options TEXT NOT NULL, -- JSON array
    correct INTEGER NOT NULL CHECK(correct IN (0, 1)),
    error TEXT NOT NULL, attempt_number INTEGER NOT NULL,
    help TEXT NOT NULL CHECK(help IN ('none', 'gesture_shown', 'fewer_choices', 'answer_shown', 'solved_together')),
    scaffold TEXT NOT NULL CHECK(scaffold IN ('alone', 'guided')),
    latency INTEGER NOT NULL, duration INTEGER NOT NULL, -- ms
    prompts_replayed INTEGER NOT NULL, touches INTEGER NOT NULL, stray_touches INTEGER NOT NULL,
    -- Not-a-number is kept as NULL: a slip of the model must not cost an answer.
    predicted REAL, mu_before REAL, mu_after REAL, variance_before REAL, variance_after REAL, weight REAL,
    lane INTEGER NOT NULL, instant INTEGER NOT NULL
) STRICT;
CREATE INDEX attempt_of_child ON attempt(child, activity, sequence);
CREATE INDEX attempt_of_run ON attempt(run);

CREATE TABLE trace(attempt INTEGER PRIMARY KEY REFERENCES attempt(sequence), path BLOB NOT NULL) STRICT;

CREATE TABLE notice(
    sequence INTEGER PRIMARY KEY, code TEXT NOT NULL, detail TEXT NOT NULL, instant INTEGER NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0 CHECK(seen IN (0, 1))
) STRICT;

CREATE TRIGGER attempt_never_changes BEFORE UPDATE ON attempt
    BEGIN SELECT RAISE(ABORT, 'attempts are only ever added'); END;
CREATE TRIGGER attempt_never_goes BEFORE DELETE ON attempt
    BEGIN SELECT RAISE(ABORT, 'attempts are only ever added'); END;
CREATE TRIGGER trace_never_changes BEFORE UPDATE ON trace
    BEGIN SELECT RAISE(ABORT, 'traces are only ever added'); END;
CREATE TRIGGER trace_never_goes BEFORE DELETE ON trace
    BEGIN SELECT RAISE(ABORT, 'traces are only ever added'); END;
)sql",
    R"sql(
-- What is left of an erased child: a pseudonym a school year, for the next export.
CREATE TABLE tombstone(
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK(length(id) = 36),
    pseudonym TEXT NOT NULL, instant INTEGER NOT NULL
) STRICT;

-- Exported bytes never change: where a wrong clock called for another instant, it is this one for ever.
CREATE TABLE frozen_instant(record TEXT PRIMARY KEY, instant INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)sql",
    R"sql(
-- The overview of a class is read from this index alone.
CREATE INDEX first_attempt_of_skill ON attempt(child, skill, sequence DESC, correct, help, instant)
    WHERE attempt_number = 1;
)sql",
    R"sql(
-- How a child plays, for those who do not play as most do. It tells of a body: sealed like a name, never exported.
CREATE TABLE child_access(child INTEGER PRIMARY KEY REFERENCES child(sequence), modes BLOB NOT NULL) STRICT;
)sql",
    R"sql(
-- How hard what was asked was believed to be, and how many answers a guesser had: so that what a child knows can be
-- worked out again from its answers alone.
ALTER TABLE attempt ADD COLUMN difficulty REAL;
ALTER TABLE attempt ADD COLUMN choices INTEGER;
)sql",
    R"sql(
-- What is believed of each child is worked out from this index alone, in the order in which it answered.
DROP INDEX first_attempt_of_skill;
CREATE INDEX first_attempt ON attempt(child, sequence, skill, activity, correct, help, scaffold, latency, instant,
    difficulty, choices, expected) WHERE attempt_number = 1;
)sql"};

// Comments and line breaks may be edited in a published entry; what it says may not.
std::string without_layout(const std::string& sql) {
    std::string bare;
    for (std::size_t place = 0; place < sql.size(); ++place) {
        if (sql.compare(place, 2, "--") == 0)
            place = std::min(sql.find('\n', place), sql.size());
        else if (sql[place] != ' ' && sql[place] != '\n')
            bare += sql[place];
    }
    return bare;
}

std::map<std::string, std::string> definitions_in(SQLite::Database& database) {
    std::map<std::string, std::string> definitions;
    SQLite::Statement row(database, "SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema");
    while (row.executeStep())
        definitions.emplace(row.getColumn(0).getString(), row.getColumn(1).getString() + ' ' +
                                                              row.getColumn(2).getString() + ' ' +
                                                              without_layout(row.getColumn(3).getString()));
    return definitions;
}

void apply_migrations(SQLite::Database& database, int from, int to) {
    for (int version = from; version < to; ++version) {
        SQLite::Transaction step(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec(migrations[static_cast<std::size_t>(version)]);
        database.exec(
            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, version + 1));
        step.commit();
    }
}

} // namespace

int latest_schema_version() { return static_cast<int>(migrations.size()); }

bool has_sound_schema(SQLite::Database& database) {
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    SQLite::Database model(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    apply_migrations(model, 0, version);
    const auto found = definitions_in(database), expected = definitions_in(model);
    // A version that was itself flipped to an earlier one would be brought forward a second time.
    apply_migrations(model, version, latest_schema_version());
    for (const auto& [name, definition] : definitions_in(model))
        if (expected.count(name) == 0 && found.count(name) > 0)
            return false;
    return std::includes(found.begin(), found.end(), expected.begin(), expected.end());
}

void migrate(SQLite::Database& database) {
    // Kept apart: a query that is still open would hold what a migration may drop.
    const int from = database.execAndGet("PRAGMA user_version").getInt();
    apply_migrations(database, from, latest_schema_version());
}

} // namespace mirabelle
