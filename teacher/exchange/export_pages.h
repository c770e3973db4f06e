// The journal as an export leafs through it: answers with their runs, then runs. The next page is read on
// another core while the last one is written.
#pragma once

#include "engine/journal/journal_pages.h"

#include <future>
#include <map>
#include <memory>
#include <vector>

namespace mirabelle {

struct ExportAnswer {
    Attempt attempt;
    std::shared_ptr<const PlayedRun> run; ///< null when the journal lacks it
};

struct ExportPage {
    std::vector<ExportAnswer> answers;
    std::vector<PlayedRun> runs;
    double share = 0; ///< 0..1, less than 1: how much of the journal has been read with it
    bool is_last = false;
};

class ExportPages {
  public:
    /// What is answered from now on, or was before `since`, is on no page. The journal outlives it. Throws
    /// JournalError.
    ExportPages(Journal& journal, UtcMilliseconds since);

    /// There is at least one. Not after the last. Throws JournalError; then it must not be called again.
    ExportPage next();

    /// For everything else that an export reads; used by one thread beside the one that reads ahead.
    JournalPages& journal() { return journal_; }

  private:
    ExportPage read();
    std::shared_ptr<const PlayedRun> run_of(const Attempt& attempt);

    JournalPages journal_;
    UtcMilliseconds since_;
    JournalExtent end_, reached_;
    std::map<Uuid, std::shared_ptr<const PlayedRun>> runs_; ///< the last few that were asked for
    std::future<ExportPage> ahead_; ///< last, so that nothing goes while it is being read
};

} // namespace mirabelle
