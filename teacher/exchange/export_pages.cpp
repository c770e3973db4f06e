#include "teacher/exchange/export_pages.h"

#include <algorithm>
#include <optional>

namespace mirabelle {

namespace {

constexpr std::int64_t records_of_a_page = 64; // a few milliseconds
constexpr std::size_t runs_remembered = 64;    // children play side by side, each a run at a time

} // namespace

ExportPages::ExportPages(Journal& journal, UtcMilliseconds since)
    : journal_(journal),
      since_(since),
      end_(journal_.extent()),
      ahead_(std::async(std::launch::async, &ExportPages::read, this)) {}

ExportPage ExportPages::next() {
    ExportPage page = ahead_.get();
    if (!page.is_last)
        ahead_ = std::async(std::launch::async, &ExportPages::read, this);
    return page;
}

ExportPage ExportPages::read() {
    ExportPage page;
    if (const std::int64_t after = reached_.attempts; after < end_.attempts) {
        reached_.attempts = std::min(after + records_of_a_page, end_.attempts);
        for (Attempt& attempt : journal_.attempts(after, reached_.attempts, since_)) {
            std::shared_ptr<const PlayedRun> run = run_of(attempt);
            page.answers.push_back({std::move(attempt), std::move(run)});
        }
    } else {
        const std::int64_t after_run = reached_.runs;
        reached_.runs = std::min(after_run + records_of_a_page, end_.runs);
        page.runs = journal_.runs(after_run, reached_.runs, since_);
    }
    page.is_last = reached_.attempts == end_.attempts && reached_.runs == end_.runs;
    page.share = static_cast<double>(reached_.attempts + reached_.runs) /
                 static_cast<double>(end_.attempts + end_.runs + 1);
    return page;
}

std::shared_ptr<const PlayedRun> ExportPages::run_of(const Attempt& attempt) {
    const auto known = runs_.find(attempt.run);
    if (known != runs_.end())
        return known->second;
    if (runs_.size() >= runs_remembered)
        runs_.clear();
    std::optional<PlayedRun> run = journal_.run(attempt.run);
    if (!run)
        return nullptr;
    return runs_[attempt.run] = std::make_shared<const PlayedRun>(std::move(*run));
}

} // namespace mirabelle
