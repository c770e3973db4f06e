// The journal of a small school, in a folder of its own.
#pragma once

#include "engine/journal/journal.h"
#include "tests/support/real_content.h"
#include "tests/support/scratch_folder.h"

#include <vector>

namespace mirabelle {

inline constexpr UtcMilliseconds school_morning = 1'796'025'600'000; // Monday 2026-11-30T08:00:00Z

inline JournalOptions journal_at(UtcMilliseconds now, std::uint64_t seed) {
    JournalOptions options;
    options.now = now;
    options.random = Random(seed);
    options.app_version = "1.0";
    return options;
}

/// A journal with `children` in it, PS, MS and GS in turn.
class SchoolJournal {
  public:
    explicit SchoolJournal(int children, UtcMilliseconds now = school_morning)
        : journal(Journal::open(folder.path(), journal_at(now, 5))) {
        Random ids(6);
        for (int i = 0; i < children; ++i) {
            const auto number = static_cast<std::size_t>(i);
            const auto portraits = real_content().portraits();
            const auto names = real_content().example_names();
            journal.add_child({Uuid::make(ids), names[number % names.size()], "M",
                               portraits[number % portraits.size()].id, all_bands[number % all_bands.size()],
                               "Maternelle"});
        }
    }
    std::vector<Attempt> attempts() const { return journal.attempts(std::nullopt, 0); }

    ScratchFolder folder{"mirabelle_school"};
    Journal journal;
};

} // namespace mirabelle
