#include "teacher/exchange/export_clock.h"

namespace mirabelle {

ExportClock::ExportClock(JournalPages& pages, UtcMilliseconds now) : pages_(pages), now_(now) {
    for (const FrozenInstant& frozen : pages_.frozen_instants())
        frozen_.emplace(frozen.record, frozen.when);
}

ExportClock::Instant ExportClock::of(const Uuid& record, UtcMilliseconds when) {
    if (const auto known = frozen_.find(record); known != frozen_.end())
        return {known->second, true};
    if (when <= now_)
        return {when, false};
    frozen_.emplace(record, now_);
    new_.push_back({record, now_});
    return {now_, true};
}

void ExportClock::keep() {
    if (!new_.empty())
        pages_.freeze(new_);
    new_.clear();
}

} // namespace mirabelle
