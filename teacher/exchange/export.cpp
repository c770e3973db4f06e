#include "teacher/exchange/export.h"

#include "engine/content/toml_file.h"
#include "engine/ensure.h"
#include "teacher/exchange/csv_answers.h"
#include "teacher/exchange/export_clock.h"
#include "teacher/exchange/export_file.h"
#include "teacher/exchange/xapi_statements.h"

#include <fmt/format.h>

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::int64_t records_a_step = 64; // a few milliseconds
constexpr std::size_t runs_remembered = 64; // children play side by side, each a run at a time

std::unique_ptr<ExportWriter> writer_for(ExportFormat format, const Content& content,
                                         std::span<const Activity> activities, Pseudonyms pseudonyms,
                                         ExportClock& clock) {
    const TomlTable words = TomlTable::open(content.folder() / "content" / "export_fr.toml");
    if (format == ExportFormat::csv)
        return std::make_unique<CsvAnswers>(words.table("csv"), content, std::move(pseudonyms));
    return std::make_unique<XapiStatements>(words.table("xapi"), content, activities, std::move(pseudonyms),
                                            clock);
}

} // namespace

ExportJob::ExportJob(Journal& journal, const Content& content, std::span<const Activity> activities,
                     const ExportRequest& request)
    : pages_(journal),
      request_(request),
      clock_(std::make_unique<ExportClock>(pages_, request.now)),
      end_(pages_.extent()),
      writer_(writer_for(request.format, content, activities, pages_.pseudonyms(), *clock_)),
      file_(std::make_unique<ExportFile>(request.file)) {
    file_->write(writer_->opening());
}

ExportJob::~ExportJob() = default;

ExportProgress ExportJob::step() {
    ENSURE(file_); // a job that failed is over
    if (is_done_)
        return {1, true};
    try {
        if (reached_.attempts < end_.attempts)
            add_attempts();
        else if (reached_.runs < end_.runs)
            add_runs();
        else {
            add_tombstones();
            is_done_ = true;
        }
        write();
        if (is_done_)
            file_->finish();
    } catch (...) {
        file_.reset();
        throw;
    }
    if (is_done_)
        return {1, true};
    const auto share = [](std::int64_t done, std::int64_t all) {
        return static_cast<double>(done) / static_cast<double>(all + 1);
    };
    return {share(reached_.attempts + reached_.runs, end_.attempts + end_.runs), false};
}

void ExportJob::add_attempts() {
    const std::int64_t after = reached_.attempts;
    reached_.attempts = std::min(after + records_a_step, end_.attempts);
    for (const Attempt& attempt : pages_.attempts(after, reached_.attempts, request_.since)) {
        writer_->add(attempt, run_of(attempt), bytes_);
        ++answers_;
        if (attempt.child)
            children_.insert(*attempt.child);
    }
}

void ExportJob::add_runs() {
    const std::int64_t after = reached_.runs;
    reached_.runs = std::min(after + records_a_step, end_.runs);
    for (const PlayedRun& run : pages_.runs(after, reached_.runs, request_.since))
        if (run.ending)
            writer_->add(run, bytes_);
}

// Whatever the export begins with: who has received the child before must learn that it is gone.
void ExportJob::add_tombstones() {
    for (const Tombstone& tombstone : pages_.tombstones())
        writer_->add(tombstone, bytes_);
}

void ExportJob::write() {
    clock_->keep();
    file_->write(bytes_);
    bytes_.clear();
}

const PlayedRun& ExportJob::run_of(const Attempt& attempt) {
    auto found = runs_.find(attempt.run);
    if (found == runs_.end()) {
        if (runs_.size() >= runs_remembered)
            runs_.clear();
        const std::optional<PlayedRun> run = pages_.run(attempt.run);
        if (!run)
            throw ExportError(fmt::format("{}: not written, because an answer lacks its run; see what "
                                          "`mirabelle check` says of the journal",
                                          request_.file.string()));
        found = runs_.emplace(attempt.run, *run).first;
    }
    return found->second;
}

} // namespace mirabelle
