// A journal whose every byte is known, and what an export makes of it.
#pragma once

#include "teacher/exchange/export.h"
#include "tests/support/process.h"
#include "tests/support/school_journal.h"

#include <array>
#include <fstream>
#include <string>

namespace mirabelle {

inline std::string exported(Journal& journal, ExportFormat format, const std::filesystem::path& file,
                            UtcMilliseconds now, UtcMilliseconds since = 0) {
    ExportJob job(journal, real_content(), all_activities(), {format, file, since, now});
    while (!job.step().is_done) {
    }
    return text_of(file);
}

/// Zoé and Adam, whose ids, school and key are always the same.
class ExportScene {
  public:
    ExportScene() : journal(open()) {
        journal.set_setting("school_id", "9c0e4a52-6a3f-4d0e-9f0b-2f6d1c7a8b90");
        zoe = {Uuid::make(random), "Zoé", "M", "fox", Band::MS, "MS de Claire"};
        adam = {Uuid::make(random), "Adam", "K", "owl", Band::GS, "MS de Claire"};
        journal.add_child(zoe);
        journal.add_child(adam);
    }

    Session session(UtcMilliseconds when, SessionMode mode = SessionMode::tablet) {
        return journal.begin_session("content-1", mode, when);
    }
    Run run(const Session& of, const std::optional<Uuid>& child, UtcMilliseconds start,
            const std::string& activity = "listen_and_touch", const std::string& level = "ms-1") {
        Run made{Uuid::make(random), of.id, child, activity, level, random.bits(), 0, start};
        journal.begin_run(made);
        return made;
    }
    /// A wrong answer with a name, four seconds after the run's start for each question.
    Attempt answer(const Run& run, int question) {
        Attempt attempt;
        attempt.id = Uuid::make(random);
        attempt.run = run.id;
        attempt.child = run.child;
        attempt.skill = "letter_name_ms";
        attempt.activity = run.activity;
        attempt.level = run.level;
        attempt.question = question;
        attempt.seed = random.bits();
        attempt.item = "b";
        attempt.expected = "b";
        attempt.response = "d";
        attempt.options = {"b", "d", "p"};
        attempt.error = "mirror";
        attempt.latency = 1804;
        attempt.duration = 4271;
        attempt.touches = 3;
        attempt.stray_touches = 1;
        attempt.predicted = 0.75;
        attempt.mu_before = -0.5;
        attempt.mu_after = -0.625;
        attempt.variance_before = attempt.variance_after = 0.5;
        attempt.when = run.start + (question + 1) * 4000;
        return attempt;
    }
    Attempt give(const Run& run, int question) {
        const Attempt attempt = answer(run, question);
        journal.add(attempt, std::nullopt);
        return attempt;
    }
    std::string csv() { return exported(journal, ExportFormat::csv, folder.path() / "out.csv", now); }
    std::string xapi() { return exported(journal, ExportFormat::xapi, folder.path() / "out.jsonl", now); }

    ScratchFolder folder{"mirabelle_export"};
    std::filesystem::path data = folder.path() / "data";
    Random random{21};
    Child zoe, adam;
    UtcMilliseconds now = school_morning + 3'600'000; ///< of exports
    Journal journal;

  private:
    Journal open() {
        std::array<char, 32> key;
        for (std::size_t place = 0; place < key.size(); ++place)
            key[place] = static_cast<char>(place);
        std::filesystem::create_directories(data);
        std::ofstream(data / "pseudonym.key", std::ios::binary).write(key.data(), key.size());
        return Journal::open(data, journal_at(school_morning, 22));
    }
};

} // namespace mirabelle
