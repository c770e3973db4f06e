// Answers of a whole class at once, for whatever reads many of them.
#pragma once

#include "tests/support/school_journal.h"

#include <span>
#include <vector>

namespace mirabelle {

/// Gives every child of the journal `questions` first attempts over all of these skills that are of its age.
inline void give_answers(Journal& journal, int questions, UtcMilliseconds when,
                         std::span<const Skill> among = real_content().skills()) {
    Random random(91 + static_cast<std::uint64_t>(when - school_morning)); // other ids on another day
    const Session session = journal.begin_session("content-1", SessionMode::tablet, when);
    for (const Child& child : journal.children()) {
        std::vector<const Skill*> skills;
        for (const Skill& skill : among)
            if (skill.band == child.band)
                skills.push_back(&skill);
        if (skills.empty())
            continue;
        const Run run{Uuid::make(random), session.id, child.id, "listen_and_touch", "ms-1", 1, 0, when};
        journal.begin_run(run);
        for (int question = 0; question < questions; ++question) {
            Attempt attempt;
            attempt.id = Uuid::make(random);
            attempt.run = run.id;
            attempt.child = child.id;
            attempt.skill = random.pick(skills)->id;
            attempt.activity = run.activity;
            attempt.level = run.level;
            attempt.question = question;
            attempt.seed = random.bits();
            attempt.item = attempt.expected = "b";
            attempt.correct = random.happens(0.7);
            attempt.response = attempt.correct ? "b" : "d";
            attempt.options = {"b", "d", "p"};
            attempt.when = when + question * 4000;
            journal.add(attempt, std::nullopt);
        }
        journal.end_run(run.id, RunEnding::completed, when + questions * 4000);
    }
    journal.end_session(session.id, when + questions * 4000);
}

} // namespace mirabelle
