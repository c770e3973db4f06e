// Writes what the children did to a file for others, under pseudonyms: CSV for a spreadsheet, xAPI for an
// analytics pipeline.
#pragma once

#include "engine/activity.h"
#include "teacher/exchange/export_pages.h"

#include <filesystem>
#include <future>
#include <memory>
#include <set>
#include <span>
#include <stdexcept>
#include <string>

namespace mirabelle {

enum class ExportFormat : std::uint8_t {
    csv, ///< one answer a line, for people
    xapi ///< one xAPI 1.0.3 statement a line: answers, ended runs, erased children
};

struct ExportRequest {
    ExportFormat format = ExportFormat::csv;
    std::filesystem::path file;
    UtcMilliseconds since = 0; ///< earlier answers and runs are left out
    UtcMilliseconds now = 0;   ///< the export's clock: no statement is later
};

struct ExportProgress {
    double share = 0; ///< 0..1
    bool is_done = false;
    bool is_being_saved = false; ///< all is written, the disk has yet to keep it; too late to give up
};

/// what() is one English sentence that names the file and the remedy.
class ExportError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class ExportClock;
class ExportFile;
class ExportWriter;

/// One export, done in small steps so that a screen can go on between them. The file appears under its name
/// when all of it is on disk; until then, and whatever goes wrong, one that was there stays as it was.
class ExportJob {
  public:
    /// What is answered from now on is left for the next export. Everything outlives the job; `activities`
    /// tell how each is played. Throws ExportError, JournalError, and ContentError for export_fr.toml.
    ExportJob(Journal& journal, const Content& content, std::span<const Activity> activities,
              const ExportRequest& request);
    /// Before all is written: nothing is left behind. Then it waits for the disk.
    ~ExportJob();
    ExportJob(const ExportJob&) = delete;
    ExportJob& operator=(const ExportJob&) = delete;

    /// A few milliseconds of work. Throws ExportError and JournalError; then the job is over.
    ExportProgress step();

    std::size_t answers() const { return answers_; }
    std::size_t children() const { return children_.size(); }

  private:
    void wait_a_little();
    void add_next_page();
    void add(const ExportPage& page);
    void add_tombstones();
    void write();

    ExportPages pages_;
    ExportRequest request_;
    std::unique_ptr<ExportClock> clock_;
    std::unique_ptr<ExportWriter> writer_;
    std::unique_ptr<ExportFile> file_;
    std::string bytes_; ///< of one step; kept, because making room anew costs more than writing
    std::set<Uuid> children_;
    std::size_t answers_ = 0;
    double share_ = 0;
    bool is_done_ = false;
    std::future<void> saving_; ///< last, so that the file stays while it is saved
};

} // namespace mirabelle
