// The instants that exported statements carry: never later than the export itself, and the same in every
// export.
#pragma once

#include "engine/journal/journal_pages.h"

#include <map>
#include <vector>

namespace mirabelle {

class ExportClock {
  public:
    /// `now` is when the export is made. Throws JournalError.
    ExportClock(JournalPages& pages, UtcMilliseconds now);

    struct Instant {
        UtcMilliseconds when = 0;
        bool is_frozen = false; ///< the record claims to be later than its first export
    };
    Instant of(const Uuid& record, UtcMilliseconds when);

    /// Brings what was frozen since the last call to disk; due before the statements are. Throws
    /// JournalError.
    void keep();

  private:
    JournalPages& pages_;
    UtcMilliseconds now_;
    std::map<Uuid, UtcMilliseconds> frozen_;
    std::vector<FrozenInstant> new_;
};

} // namespace mirabelle
