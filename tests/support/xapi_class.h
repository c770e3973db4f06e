// The statements of a pretend class: what children did by touch, alone and side by side, and what rarely
// happens.
#pragma once

#include "engine/pretend_class.h"
#include "tests/support/app_scene.h"
#include "tests/support/export_scene.h"

namespace mirabelle {

inline constexpr UtcMilliseconds class_exported = school_morning + 7 * 86'400'000LL;

/// Made once: a tablet, a board with three lanes, a wrong clock, the class as a whole, an erased child.
inline const std::string& statements_of_a_class() {
    static const std::string statements = [] {
        SchoolJournal school(6);
        InlineJournalWriter writer(school.journal);
        SilentAudio silence;
        PretendClass pretend(8);
        for (const int lanes : {1, 3}) {
            AppSettings settings = settings_for(lanes, 30 + static_cast<std::uint64_t>(lanes));
            settings.now += lanes * 86'400'000LL;
            App app({real_content(), same_four_activities(), make_mechanic, school.journal, writer, silence},
                    settings);
            pretend.play(app, 5 * 60'000, [] {});
        }
        // A day under a wrong clock: the same answers, given by the class as a whole.
        const Session wrong =
            school.journal.begin_session("content-1", SessionMode::board, class_exported + 90 * 86'400'000LL);
        Random ids(9);
        const Run of_all{Uuid::make(ids), wrong.id, std::nullopt, "count_objects", "ms-1", 7, 0, wrong.start};
        school.journal.begin_run(of_all);
        for (Attempt attempt : school.attempts()) {
            attempt.id = Uuid::make(ids);
            attempt.run = of_all.id;
            attempt.child.reset();
            attempt.seed += 1; // or the same question would stand under two versions of the content
            attempt.when = wrong.start;
            school.journal.add(attempt, std::nullopt);
        }
        school.journal.end_run(of_all.id, RunEnding::stopped_by_teacher, wrong.start + 1000);
        school.journal.erase_child(school.journal.children()[0].id, school_morning + 2 * 86'400'000LL);
        return exported(school.journal, ExportFormat::xapi, school.folder.path() / "out.jsonl",
                        class_exported);
    }();
    return statements;
}

} // namespace mirabelle
