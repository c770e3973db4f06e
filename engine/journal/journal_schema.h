// The tables of the journal, and the steps that lead from one version of them to the next.
#pragma once

#include <SQLiteCpp/Database.h>

namespace mirabelle {

inline constexpr int application_id = 0x4D697261; ///< "Mira": tells our file from any other database

int latest_schema_version();

/// Brings the database to the latest version, each step in a transaction of its own. Throws
/// SQLite::Exception.
void migrate(SQLite::Database& database);

} // namespace mirabelle
