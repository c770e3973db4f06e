// The tables of the journal, and the steps that lead from one version of them to the next.
#pragma once

#include <SQLiteCpp/Database.h>

namespace mirabelle {

inline constexpr int application_id = 0x4D697261; ///< "Mira": tells our file from any other database

int latest_schema_version();

/// Whether every table, index and trigger of its version is there as it was defined. SQLite's own check does
/// not see a byte flipped in a definition, which makes every later answer fail. Throws SQLite::Exception.
bool has_sound_schema(SQLite::Database& database);

/// Brings the database to the latest version, each step in a transaction of its own. Throws
/// SQLite::Exception.
void migrate(SQLite::Database& database);

} // namespace mirabelle
