// The journal leafed through from its beginning, a few records at a time: what an export reads.
#pragma once

#include "engine/journal/journal.h"
#include "engine/journal/pseudonym.h"
#include "engine/records.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mirabelle {

/// A run with the session it belongs to.
struct PlayedRun {
    Run run;
    Session session;
    std::optional<RunEnding> ending; ///< nothing while it lasts
    UtcMilliseconds end = 0;         ///< once it has ended
};

/// Says that a child was erased: all that is left of it.
struct Tombstone {
    Uuid id;               ///< made when the child was erased
    std::string pseudonym; ///< of one school year
    UtcMilliseconds when = 0;
};

/// The running numbers of the newest records, from 1; erased records leave gaps.
struct JournalExtent {
    std::int64_t attempts = 0;
    std::int64_t runs = 0;
};

/// Where a record was given another instant than it had, because the device's clock was in the future.
struct FrozenInstant {
    Uuid record;
    UtcMilliseconds when = 0;
};

/// All functions throw JournalError.
class JournalPages {
  public:
    /// The journal outlives it.
    explicit JournalPages(Journal& journal) : inside_(*journal.inside_) {}

    JournalExtent extent() const;
    /// Those numbered after+1..last and not before `since`, in the order they were written.
    std::vector<Attempt> attempts(std::int64_t after, std::int64_t last, UtcMilliseconds since) const;
    std::vector<PlayedRun> runs(std::int64_t after, std::int64_t last, UtcMilliseconds since) const;
    std::optional<PlayedRun> run(const Uuid& run) const;
    std::vector<Tombstone> tombstones() const;

    std::vector<FrozenInstant> frozen_instants() const;
    /// What is frozen already stays as it is.
    void freeze(std::span<const FrozenInstant> instants);
    /// Draws the school's key and its id the first time, and keeps the key beside that of the names.
    Pseudonyms pseudonyms();

  private:
    Journal::Inside& inside_;
};

} // namespace mirabelle
