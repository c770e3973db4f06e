// The journal: one SQLite file in which every answer is on disk before the next question is asked.
#pragma once

#include "engine/journal/first_answer.h"
#include "engine/journal/journal_error.h"
#include "engine/random.h"
#include "engine/records.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

struct JournalOptions {
    UtcMilliseconds now = 0;
    Random random{0}; ///< draws the ids that the journal makes itself; never the device key
    std::string app_version;
    std::filesystem::path
        device_key; ///< file of the key of the names; empty: device.key in the journal's folder
    UtcMilliseconds release = 1'793'491'200'000; ///< 2026-11-01: no true clock is earlier
};

/// One earlier answer, as much of it as a planner needs.
struct RecentAttempt {
    Uuid run;
    int question = 0; ///< place in the run, from 0
    std::string skill;
    std::string level;
    bool correct = false;
    int attempt_number = 1; ///< from 1 within the question
    HelpLevel help = HelpLevel::none;
    Scaffold scaffold = Scaffold::alone;
    UtcMilliseconds when = 0;
};

/// What the last counted answer left behind: where the learner model goes on after a restart.
struct SkillEstimate {
    std::string skill;
    double mu = 0;       ///< logits
    double variance = 0; ///< logits²
    UtcMilliseconds when = 0;
};

/// All reading and writing of what the children did. Writing is durable when the call returns. Reading and
/// writing use a connection each, so that one thread may read while another waits for the disk; every
/// function may be called from any thread. All functions throw JournalError.
class Journal {
  public:
    /// Takes the single-writer lock, checks the file, restores the newest good backup of a damaged or lost
    /// one, and closes what a crash left open. Creates whatever is missing.
    static Journal open(const std::filesystem::path& folder, const JournalOptions& options);
    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    Session begin_session(std::string_view content_version, SessionMode mode, UtcMilliseconds when);
    void end_session(const Uuid& session, UtcMilliseconds when);
    void begin_run(const Run& run);
    void end_run(const Uuid& run, RunEnding ending, UtcMilliseconds when);
    /// One transaction; writing the same attempt id a second time changes nothing.
    void add(const Attempt& attempt, const std::optional<TouchTrace>& trace);

    void add_child(const Child& child);
    /// Empty names leave those alone that cannot be read for want of the key.
    void update_child(const Child& child);
    /// The child is no longer listed; what it did stays.
    void remove_child(const Uuid& child, UtcMilliseconds when);
    /// Takes a removal back: the child is listed again in its old place.
    void restore_child(const Uuid& child);
    /// Takes away the child and all it did for good: also from the backups, of which one fresh one stays, and
    /// the damaged files set aside. Where it throws it can be called again, and the next opening goes on.
    void erase_child(const Uuid& child, UtcMilliseconds when);
    std::vector<Child> children() const; ///< in the order they were added

    void set_setting(std::string_view key, std::string_view value);
    std::optional<std::string> setting(std::string_view key) const;
    void add_notice(const Notice& notice);
    std::vector<Notice> notices() const; ///< those that nobody has seen yet, oldest first
    void mark_notices_seen();

    /// Newest first; of all activities when `activity` is empty.
    std::vector<RecentAttempt> recent_attempts(const Uuid& child, std::string_view activity, int limit) const;
    std::vector<SkillEstimate> skill_estimates(const Uuid& child) const;
    std::vector<FirstAnswer> first_answers(const Uuid& child) const; ///< oldest first
    /// Grows with every one of first_answers(); 0 when there is none.
    std::int64_t newest_first_answer(const Uuid& child) const;
    /// Everything from `since` on, oldest first; of all children (and of none) without a child.
    std::vector<Attempt> attempts(const std::optional<Uuid>& child, UtcMilliseconds since) const;
    std::optional<TouchTrace> trace(const Uuid& attempt) const;
    std::string content_version(const Uuid& run) const; ///< of the run's session; empty when it is unknown
    /// Time in ms that the child's runs share with from..to (to excluded); an open run lasts to its last
    /// answer.
    Milliseconds played(const Uuid& child, UtcMilliseconds from, UtcMilliseconds to) const;
    /// How many of the child's runs came to their end within from..to (to excluded).
    int completed_runs(const Uuid& child, UtcMilliseconds from, UtcMilliseconds to) const;
    std::optional<UtcMilliseconds> last_played(const Uuid& child) const;

    /// Writes one more backup unless nothing was answered or changed since the last; keeps the newest 20.
    /// Takes time (about 1 s for 100 MB): not before the first frame.
    void make_backup(UtcMilliseconds now);
    std::filesystem::path file() const;

  private:
    friend class JournalPages; // another way to read, with a header of its own
    struct Inside;
    explicit Journal(std::unique_ptr<Inside> inside);
    void finish_erasure(UtcMilliseconds now);
    std::unique_ptr<Inside> inside_;
};

} // namespace mirabelle
