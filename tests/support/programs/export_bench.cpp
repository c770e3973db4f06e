// How fast answers are exported: writes COUNT of them into a journal unless the folder has one, exports it in
// both formats, and prints statements per second and the longest step. usage: export_bench FOLDER [COUNT]
#include "teacher/exchange/export.h"
#include "tests/support/real_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>

using namespace mirabelle;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int answers_of_a_run = 8;

double seconds_since(Clock::time_point began) {
    return std::chrono::duration<double>(Clock::now() - began).count();
}

Attempt answer(const Run& run, int question, Random& random) {
    static constexpr std::array letters{"a", "b", "d", "p"};
    Attempt attempt;
    attempt.id = Uuid::make(random);
    attempt.run = run.id;
    attempt.child = run.child;
    attempt.skill = "letter_name_ms";
    attempt.activity = run.activity;
    attempt.level = run.level;
    attempt.question = question;
    attempt.seed = random.bits();
    attempt.options = {"a", "b", "d", "p"};
    attempt.item = attempt.expected = random.pick(letters);
    attempt.response = random.pick(letters);
    attempt.correct = attempt.response == attempt.expected;
    attempt.error = attempt.correct ? "" : "other_letter";
    attempt.latency = random.between(500, 5000);
    attempt.duration = attempt.latency + 900;
    attempt.touches = random.between(1, 4);
    attempt.predicted = random.share();
    attempt.mu_before = random.share();
    attempt.mu_after = random.share();
    attempt.variance_before = attempt.variance_after = random.share();
    attempt.when = run.start + question * 6000;
    return attempt;
}

/// Without waiting for the disk at each answer, as a bench of reading need not.
void fill(const std::filesystem::path& folder, const JournalOptions& options, int count) {
    Journal journal = Journal::open(folder, options);
    Random random(2);
    std::vector<Uuid> children;
    for (int number = 0; number < 25; ++number) {
        children.push_back(Uuid::make(random));
        journal.add_child({children.back(), "Enfant", "", "fox", Band::MS, ""});
    }
    const Session session = journal.begin_session("bench", SessionMode::tablet, options.now);
    for (int done = 0; done < count;) {
        const Run run{Uuid::make(random), session.id, random.pick(children),      "listen_and_touch", "ms-1",
                      random.bits(),      0,          options.now + done * 6000LL};
        journal.begin_run(run);
        for (int question = 0; question < answers_of_a_run && done < count; ++question, ++done)
            journal.add(answer(run, question, random), std::nullopt);
        journal.end_run(run.id, RunEnding::completed, run.start + answers_of_a_run * 6000);
    }
}

void measure(Journal& journal, const char* name, const ExportRequest& request) {
    const auto began = Clock::now();
    const std::clock_t processor_began = std::clock();
    ExportJob job(journal, real_content(), all_activities(), request);
    double longest = 0;
    for (bool is_done = false; !is_done;) {
        const auto step_began = Clock::now();
        is_done = job.step().is_done;
        if (!is_done) // the last one waits for the disk
            longest = std::max(longest, seconds_since(step_began));
    }
    const double took = seconds_since(began);
    const double processor = static_cast<double>(std::clock() - processor_began) / CLOCKS_PER_SEC;
    // A statement or a row each: answers, and in xAPI the runs they came in, too.
    std::ifstream written(request.file, std::ios::binary);
    const auto lines =
        std::count(std::istreambuf_iterator<char>(written), std::istreambuf_iterator<char>(), '\n');
    fmt::print("{}: {} lines, {:.0f} a second ({:.0f} a second of processor time), longest step {:.2f} ms, "
               "{} bytes\n",
               name, lines, static_cast<double>(lines) / took, static_cast<double>(lines) / processor,
               longest * 1000, std::filesystem::file_size(request.file));
}

} // namespace

int main(int count, char** words) {
    if (count < 2 || count > 3) {
        fmt::print(stderr, "usage: export_bench FOLDER [COUNT]\n");
        return 2;
    }
    const std::filesystem::path folder = words[1];
    JournalOptions options;
    options.now = options.release;
    try {
        if (!std::filesystem::exists(folder / "mirabelle.sqlite"))
            fill(folder, options, count > 2 ? std::atoi(words[2]) : 60'000);
        options.random = Random(1);
        Journal journal = Journal::open(folder, options);
        const UtcMilliseconds now = options.release + 365 * 86'400'000LL;
        measure(journal, "csv", {ExportFormat::csv, folder / "bench.csv", 0, now});
        measure(journal, "xapi", {ExportFormat::xapi, folder / "bench.jsonl", 0, now});
    } catch (const std::exception& error) {
        fmt::print(stderr, "export_bench: {}\n", error.what());
        return 1;
    }
    return 0;
}
