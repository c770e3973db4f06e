// A class with a tablet, for the tests of the journal: a folder of its own, children, and answers to write
// down.
#pragma once

#include "engine/journal.h"
#include "engine/journal_writer.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace mirabelle {

inline constexpr UtcMilliseconds monday_morning = 1'796'025'600'000; // 2026-11-30T08:00:00Z
inline constexpr UtcMilliseconds minute = 60'000;

class ScratchFolder {
  public:
    ScratchFolder() {
        static std::atomic<int> made{0};
        const auto ticks = std::chrono::steady_clock::now().time_since_epoch().count();
        path_ = std::filesystem::temp_directory_path() /
                ("mirabelle-journal-" + std::to_string(ticks) + "-" + std::to_string(++made));
        std::filesystem::create_directories(path_);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline JournalOptions options_at(UtcMilliseconds now) {
    static std::uint64_t starts = 0; // each start draws other ids
    return {now, Random(++starts), "1.0", {}};
}
inline Journal open_at(const std::filesystem::path& folder, UtcMilliseconds now = monday_morning) {
    return Journal::open(folder, options_at(now));
}

/// Why the journal does not open; nothing when it does.
inline std::optional<JournalFailure> failure_of_opening(const std::filesystem::path& folder,
                                                        UtcMilliseconds now = monday_morning) {
    try {
        open_at(folder, now);
    } catch (const JournalError& error) {
        CHECK(std::string(error.what()).find(folder.filename().string()) != std::string::npos);
        return error.reason();
    }
    return std::nullopt;
}

class ClassAtPlay {
  public:
    explicit ClassAtPlay(std::uint64_t seed) : random(seed) {}

    Child child(std::string first_name) {
        return {Uuid::make(random), std::move(first_name), "M", "fox", Band::MS, "MS de Claire"};
    }
    Run run(const Session& session, const std::optional<Uuid>& child, UtcMilliseconds start) {
        return {Uuid::make(random), session.id, child, "letter_find", "capital_3", random.bits(), 0, start};
    }
    Attempt answer(const Run& run, int question, UtcMilliseconds when) {
        Attempt attempt;
        attempt.id = Uuid::make(random);
        attempt.run = run.id;
        attempt.child = run.child;
        attempt.skill = "MS.letters.capitals";
        attempt.activity = run.activity;
        attempt.level = run.level;
        attempt.question = question;
        attempt.seed = random.bits();
        attempt.item = "b";
        attempt.expected = "b";
        attempt.response = "d";
        attempt.options = {"b", "d", "p"};
        attempt.error = "mirror_b_d";
        attempt.help = HelpLevel::fewer_choices;
        attempt.latency = 1800;
        attempt.duration = 4200;
        attempt.mu_after = 0.25;
        attempt.variance_after = 0.5;
        attempt.when = when;
        return attempt;
    }
    TouchTrace trace() {
        TouchTrace made{{200, 150}, {}};
        for (int step = 0; step < 30; ++step)
            made.touches.push_back({step * 17, FingerId{0}, step == 0 ? TouchPhase::down : TouchPhase::move,
                                    Point{random.share() * 200, random.share() * 150}});
        return made;
    }
    /// Adds a child that plays one run with `answers` answers.
    Child play(Journal& journal, int answers, UtcMilliseconds start = monday_morning) {
        const Child player = child("Zoé");
        journal.add_child(player);
        const Session session = journal.begin_session("content-1", SessionMode::tablet, start);
        const Run played = run(session, player.id, start);
        journal.begin_run(played);
        for (int question = 0; question < answers; ++question)
            journal.add(answer(played, question, start + question * minute), trace());
        journal.end_run(played.id, RunEnding::completed, start + answers * minute);
        journal.end_session(session.id, start + answers * minute);
        return player;
    }

    Random random;
};

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}
inline void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

inline std::vector<std::string> codes_of(const std::vector<Notice>& notices) {
    std::vector<std::string> codes;
    for (const Notice& notice : notices)
        codes.push_back(notice.code);
    return codes;
}

} // namespace mirabelle
