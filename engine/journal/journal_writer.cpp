#include "engine/journal/journal_writer.h"

#include <chrono>
#include <utility>

namespace mirabelle {

namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

void write(Journal& journal, const JournalEntry& entry) {
    std::visit(Overloaded{[&](const Run& run) { journal.begin_run(run); },
                          [&](const RunEnd& end) { journal.end_run(end.run, end.ending, end.when); },
                          [&](const Answer& answer) { journal.add(answer.attempt, answer.trace); },
                          [&](const SessionEnd& end) { journal.end_session(end.session, end.when); },
                          [&](const Setting& setting) { journal.set_setting(setting.key, setting.value); },
                          [&](const Notice& notice) { journal.add_notice(notice); }},
               entry);
}

// A record that contradicts the others will never be taken: it may not stand in the way of those behind it.
void tell_of_refusal(Journal& journal, const JournalError& refusal, const JournalEntry& entry) {
    const auto* answer = std::get_if<Answer>(&entry);
    journal.add_notice({"record_refused", refusal.what(), answer != nullptr ? answer->attempt.when : 0});
}

/// Nothing when the entry is done with, one way or the other.
std::optional<JournalError> try_to_write(Journal& journal, const JournalEntry& entry,
                                         const JournalWriter::Announce& on_committed) {
    try {
        try {
            write(journal, entry);
        } catch (const JournalError& error) {
            if (error.reason() != JournalFailure::refused)
                throw;
            tell_of_refusal(journal, error, entry);
            return std::nullopt;
        }
    } catch (const JournalError& error) {
        return error;
    } catch (const std::exception& error) {
        return JournalError(JournalFailure::other, error.what());
    }
    if (const auto* answer = std::get_if<Answer>(&entry); answer != nullptr && on_committed)
        on_committed(answer->attempt.id);
    return std::nullopt;
}

void note_done(const JournalEntry& entry, std::vector<Uuid>& committed) {
    if (const auto* answer = std::get_if<Answer>(&entry))
        committed.push_back(answer->attempt.id);
}

void hand_over(std::vector<Uuid>& committed, std::vector<Uuid>& out) {
    out.insert(out.end(), committed.begin(), committed.end());
    committed.clear();
}

WriterState with_waiting(WriterState state, std::size_t waiting) {
    state.waiting = waiting;
    return state;
}

} // namespace

InlineJournalWriter::InlineJournalWriter(Journal& journal, Announce on_committed)
    : journal_(journal), on_committed_(std::move(on_committed)) {}

InlineJournalWriter::~InlineJournalWriter() { InlineJournalWriter::flush(); }

void InlineJournalWriter::submit(JournalEntry entry) {
    waiting_.push_back(std::move(entry));
    flush();
}

void InlineJournalWriter::flush() {
    while (!waiting_.empty()) {
        if (const std::optional<JournalError> error =
                try_to_write(journal_, waiting_.front(), on_committed_)) {
            state_ = {error->reason(), error->what(), 0};
            return;
        }
        note_done(waiting_.front(), committed_);
        waiting_.pop_front();
    }
    state_ = {};
}

void InlineJournalWriter::take_committed(std::vector<Uuid>& out) { hand_over(committed_, out); }

WriterState InlineJournalWriter::state() const { return with_waiting(state_, waiting_.size()); }

ThreadedJournalWriter::ThreadedJournalWriter(Journal& journal, Announce on_committed,
                                             Milliseconds retry_after)
    : journal_(journal),
      on_committed_(std::move(on_committed)),
      retry_after_(retry_after),
      thread_([this] { write_until_closing(); }) {}

ThreadedJournalWriter::~ThreadedJournalWriter() {
    {
        const std::lock_guard<std::mutex> held(mutex_);
        phase_ = Phase::closing;
    }
    changed_.notify_all();
    thread_.join();
}

void ThreadedJournalWriter::submit(JournalEntry entry) {
    {
        const std::lock_guard<std::mutex> held(mutex_);
        waiting_.push_back(std::move(entry));
    }
    changed_.notify_all();
}

void ThreadedJournalWriter::take_committed(std::vector<Uuid>& out) {
    const std::lock_guard<std::mutex> held(mutex_);
    hand_over(committed_, out);
}

WriterState ThreadedJournalWriter::state() const {
    const std::lock_guard<std::mutex> held(mutex_);
    return with_waiting(state_, waiting_.size());
}

void ThreadedJournalWriter::flush() {
    std::unique_lock<std::mutex> held(mutex_);
    const std::size_t failures_before = failures_;
    retry_now_ = true;
    changed_.notify_all();
    changed_.wait(held, [&] { return waiting_.empty() || failures_ > failures_before; });
}

void ThreadedJournalWriter::write_until_closing() {
    std::unique_lock<std::mutex> held(mutex_);
    for (;;) {
        changed_.wait(held, [this] { return !waiting_.empty() || phase_ == Phase::closing; });
        if (waiting_.empty())
            return;
        retry_now_ = false;
        const JournalEntry& next = waiting_.front(); // stays where it is while others are added behind it
        const Phase phase_before = phase_;
        held.unlock();
        const std::optional<JournalError> error = try_to_write(journal_, next, on_committed_);
        held.lock();
        if (!error) {
            note_done(next, committed_);
            waiting_.pop_front();
            state_ = {};
            changed_.notify_all();
            continue;
        }
        state_ = {error->reason(), error->what(), 0};
        ++failures_;
        changed_.notify_all();
        if (phase_before == Phase::closing)
            return;
        changed_.wait_for(held, std::chrono::milliseconds(retry_after_),
                          [this] { return retry_now_ || phase_ == Phase::closing; });
    }
}

} // namespace mirabelle
