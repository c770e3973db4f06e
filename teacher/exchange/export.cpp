#include "teacher/exchange/export.h"

#include "engine/content/toml_file.h"
#include "engine/ensure.h"
#include "teacher/exchange/csv_answers.h"
#include "teacher/exchange/export_clock.h"
#include "teacher/exchange/export_file.h"
#include "teacher/exchange/xapi_statements.h"

#include <fmt/format.h>

#include <chrono>

namespace mirabelle {

namespace {

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
    : pages_(journal, request.since),
      request_(request),
      clock_(std::make_unique<ExportClock>(pages_.journal(), request.now)),
      writer_(writer_for(request.format, content, activities, pages_.journal().pseudonyms(), *clock_)),
      file_(std::make_unique<ExportFile>(request.file)) {
    file_->write(writer_->opening());
}

ExportJob::~ExportJob() = default;

ExportProgress ExportJob::step() {
    ENSURE(file_); // a job that failed is over
    try {
        if (saving_.valid())
            wait_a_little();
        else if (!is_done_)
            add_next_page();
    } catch (...) {
        file_.reset();
        throw;
    }
    return {is_done_ ? 1 : share_, is_done_, saving_.valid()};
}

// The disk may take a second for a large file, and a screen must not stand still so long.
void ExportJob::wait_a_little() {
    if (saving_.wait_for(std::chrono::milliseconds(2)) != std::future_status::ready)
        return;
    saving_.get();
    is_done_ = true;
}

void ExportJob::add_next_page() {
    const ExportPage page = pages_.next();
    add(page);
    if (page.is_last)
        add_tombstones();
    write();
    share_ = page.share;
    if (page.is_last)
        saving_ = std::async(std::launch::async, [this] { file_->finish(); });
}

void ExportJob::add(const ExportPage& page) {
    for (const ExportAnswer& answer : page.answers) {
        if (!answer.run)
            throw ExportError(fmt::format("{}: not written, because an answer lacks its run; see what "
                                          "`mirabelle check` says of the journal",
                                          request_.file.string()));
        writer_->add(answer.attempt, *answer.run, bytes_);
        ++answers_;
        if (answer.attempt.child)
            children_.insert(*answer.attempt.child);
    }
    for (const PlayedRun& run : page.runs)
        if (run.ending)
            writer_->add(run, bytes_);
}

// Whatever the export begins with: who has received the child before must learn that it is gone.
void ExportJob::add_tombstones() {
    for (const Tombstone& tombstone : pages_.journal().tombstones())
        writer_->add(tombstone, bytes_);
}

void ExportJob::write() {
    clock_->keep();
    file_->write(bytes_);
    bytes_.clear();
}

} // namespace mirabelle
