// A class with a tablet, for the tests of the journal: a folder of its own, children, and answers to write
// down.
#pragma once

#include "engine/journal/journal.h"
#include "engine/journal/journal_writer.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace mirabelle {

inline constexpr UtcMilliseconds monday_morning = 1'796'025'600'000; // 2026-11-30T08:00:00Z
inline constexpr UtcMilliseconds minute = 60'000;

struct JournalFolder : ScratchFolder {
    JournalFolder() : ScratchFolder("mirabelle-journal-") {}
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
    /// A wrong one, with some help.
    Attempt answer(const Run& run, int question, UtcMilliseconds when);
    TouchTrace trace();
    /// Adds a child that plays one run with `answers` answers, one a minute.
    Child play(Journal& journal, int answers, UtcMilliseconds start = monday_morning);

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
