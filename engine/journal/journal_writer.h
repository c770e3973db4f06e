// Takes records away from the frame loop and brings them to disk in order; a full disk delays them, never
// loses them.
#pragma once

#include "engine/journal/journal.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

namespace mirabelle {

struct RunEnd {
    Uuid run;
    RunEnding ending = RunEnding::completed;
    UtcMilliseconds when = 0;
};
struct SessionEnd {
    Uuid session;
    UtcMilliseconds when = 0;
};
struct Answer {
    Attempt attempt;
    std::optional<TouchTrace> trace;
};
struct Setting {
    std::string key, value;
};
using JournalEntry = std::variant<Run, RunEnd, Answer, SessionEnd, Setting, Notice>;

struct WriterState {
    std::optional<JournalFailure> failure; ///< nothing while all is fine
    std::string sentence;                  ///< of the failure, for the log
    std::size_t waiting = 0;               ///< entries that are not on disk yet
};

class JournalWriter {
  public:
    /// Called right after an attempt is durable, in the thread that wrote it.
    using Announce = std::function<void(const Uuid&)>;

    virtual ~JournalWriter() = default;
    /// Never throws for a failing disk: the entry waits, and everything after it.
    virtual void submit(JournalEntry entry) = 0;
    /// Appends the ids of the attempts that reached the disk since the last call.
    virtual void take_committed(std::vector<Uuid>& out) = 0;
    virtual WriterState state() const = 0;
    /// Returns when everything is on disk, or when a fresh try to write has failed.
    virtual void flush() = 0;
};

/// Writes inside submit(): for headless use and where there are no threads. After a failure each submit() and
/// each flush() tries again.
class InlineJournalWriter : public JournalWriter {
  public:
    explicit InlineJournalWriter(Journal& journal, Announce on_committed = {});
    ~InlineJournalWriter() override;
    void submit(JournalEntry entry) override;
    void take_committed(std::vector<Uuid>& out) override;
    WriterState state() const override;
    void flush() override;

  private:
    Journal& journal_;
    Announce on_committed_;
    std::deque<JournalEntry> waiting_;
    std::vector<Uuid> committed_;
    WriterState state_;
};

/// Writes in a thread of its own; after a failure it tries again every `retry_after` ms. The destructor
/// writes what is left, and gives up only when the disk still fails.
class ThreadedJournalWriter : public JournalWriter {
  public:
    explicit ThreadedJournalWriter(Journal& journal, Announce on_committed = {},
                                   Milliseconds retry_after = 2000);
    ~ThreadedJournalWriter() override;
    void submit(JournalEntry entry) override;
    void take_committed(std::vector<Uuid>& out) override;
    WriterState state() const override;
    void flush() override;

  private:
    void write_until_closing();

    Journal& journal_;
    Announce on_committed_;
    Milliseconds retry_after_;
    mutable std::mutex mutex_; ///< guards everything below; never held while writing
    std::condition_variable changed_;
    std::deque<JournalEntry> waiting_;
    std::vector<Uuid> committed_;
    WriterState state_;
    std::size_t failures_ = 0;
    enum class Phase { working, closing } phase_ = Phase::working;
    bool retry_now_ = false;
    std::thread thread_; ///< last, so that it starts when all the rest is there
};

} // namespace mirabelle
