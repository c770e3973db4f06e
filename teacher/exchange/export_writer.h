// The interface of a format to export to: turns records into the bytes of a file.
#pragma once

#include "engine/journal/journal_pages.h"

#include <string>

namespace mirabelle {

class ExportWriter {
  public:
    virtual ~ExportWriter() = default;

    /// What stands before the first record.
    virtual std::string opening() const { return {}; }
    virtual void add(const Attempt& attempt, const PlayedRun& run, std::string& out) = 0;
    /// A run that has ended.
    virtual void add(const PlayedRun&, std::string&) {}
    virtual void add(const Tombstone&, std::string&) {}
};

} // namespace mirabelle
