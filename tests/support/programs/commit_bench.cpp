// How long it takes until an answer is on disk: writes the answers of one journal into a new one and prints
// the milliseconds of each. usage: commit_bench JOURNAL_FOLDER NEW_FOLDER
#include "engine/journal/journal.h"

#include <chrono>
#include <cstdio>

using namespace mirabelle;

int main(int count, char** words) {
    if (count != 3) {
        std::fprintf(stderr, "usage: commit_bench JOURNAL_FOLDER NEW_FOLDER\n");
        return 2;
    }
    JournalOptions options;
    options.now = options.release;
    try {
        const Journal from = Journal::open(words[1], options);
        options.random = Random(1);
        Journal to = Journal::open(words[2], options);
        Random ids(2);
        const Session session = to.begin_session("bench", SessionMode::tablet, options.now);
        const Run run{Uuid::make(ids), session.id, std::nullopt, "bench", "", 1, 0, options.now};
        to.begin_run(run);
        for (Attempt attempt : from.attempts(std::nullopt, 0)) {
            const auto trace = from.trace(attempt.id);
            attempt.run = run.id;
            attempt.child.reset();
            const auto began = std::chrono::steady_clock::now();
            to.add(attempt, trace);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
            std::printf("%.4f\n", took.count());
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "commit_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
