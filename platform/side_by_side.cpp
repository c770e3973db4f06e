#include "platform/side_by_side.h"

#include <SDL2/SDL_thread.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace mirabelle {

namespace {

struct Job {
    std::size_t count = 0;
    const void* work = nullptr;
    void (*call)(const void*, std::size_t, std::size_t) = nullptr;
};

/// Threads that sleep until there is a job: starting them anew would take longer than a frame's painting.
class Crew {
  public:
    explicit Crew(std::size_t members) {
        for (std::size_t worker = 1; worker <= members; ++worker)
            members_.emplace_back([this, worker] { serve(worker); });
    }
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    ~Crew() {
        {
            const std::lock_guard lock(mutex_);
            over_ = true;
        }
        begins_.notify_all();
        for (std::thread& member : members_)
            member.join();
    }

    /// The caller works too, as worker 0.
    void work(const Job& job) {
        std::unique_lock lock(mutex_);
        job_ = job;
        next_ = done_ = 0;
        begins_.notify_all();
        take_turns(lock, 0);
        ends_.wait(lock, [&] { return done_ == job_.count; });
        job_ = {};
        next_ = 0;
        if (auto thrown = std::exchange(thrown_, nullptr))
            std::rethrow_exception(std::move(thrown));
    }

  private:
    void serve(std::size_t worker) {
        std::unique_lock lock(mutex_);
        while (true) {
            begins_.wait(lock, [&] { return over_ || next_ < job_.count; });
            if (over_)
                return;
            take_turns(lock, worker);
            SDL_TLSCleanup(); // the words of an error, which SDL keeps for each thread
        }
    }

    void take_turns(std::unique_lock<std::mutex>& lock, std::size_t worker) {
        while (next_ < job_.count) {
            const std::size_t part = next_++;
            const Job job = job_; // stands until all its parts are done
            lock.unlock();
            std::exception_ptr thrown;
            try {
                job.call(job.work, part, worker);
            } catch (...) {
                thrown = std::current_exception();
            }
            lock.lock();
            if (thrown)
                thrown_ = thrown;
            if (++done_ == job_.count)
                ends_.notify_one();
        }
    }

    std::mutex mutex_;
    std::condition_variable begins_, ends_;
    Job job_;
    std::size_t next_ = 0, done_ = 0; ///< parts
    std::exception_ptr thrown_;
    bool over_ = false;
    std::vector<std::thread> members_;
};

} // namespace

std::size_t side_by_side_at_most() {
    constexpr std::size_t most_threads = 4;
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
}

void work_side_by_side(std::size_t count, const void* work,
                       void (*call)(const void* work, std::size_t part, std::size_t worker)) {
    static std::atomic_flag crew_is_busy; // with somebody else's job, or this is part of one
    const bool alone = count < 2 || side_by_side_at_most() < 2;
    if (alone || crew_is_busy.test_and_set()) {
        for (std::size_t part = 0; part < count; ++part)
            call(work, part, 0);
        return;
    }
    struct Release {
        ~Release() { crew_is_busy.clear(); }
    } const at_the_end;
    static Crew crew(side_by_side_at_most() - 1);
    crew.work({count, work, call});
}

} // namespace mirabelle
