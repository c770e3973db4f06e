// What `mirabelle check` tells about a data folder; looks only, changes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mirabelle {

struct JournalReport {
    int schema_version = 0;
    std::int64_t sessions = 0, runs = 0, attempts = 0, traces = 0, children = 0;
    std::int64_t open_runs = 0;         ///< without an ending: a session is running, or one crashed
    std::int64_t unreadable_traces = 0; ///< that do not decode
    int backups = 0;
    int good_backups = 0;
    std::vector<std::string> problems; ///< English sentences; empty when all is well
};

/// Full integrity check of the journal in `folder` and of its backups. Throws JournalError when there is no
/// journal.
JournalReport check_journal(const std::filesystem::path& folder);

} // namespace mirabelle
