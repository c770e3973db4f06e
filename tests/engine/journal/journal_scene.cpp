#include "tests/engine/journal/journal_scene.h"

namespace mirabelle {

Attempt ClassAtPlay::answer(const Run& run, int question, UtcMilliseconds when) {
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

TouchTrace ClassAtPlay::trace() {
    TouchTrace made{{200, 150}, {}};
    for (int step = 0; step < 30; ++step)
        made.touches.push_back({step * 17, FingerId{0}, step == 0 ? TouchPhase::down : TouchPhase::move,
                                Point{random.share() * 200, random.share() * 150}});
    return made;
}

Child ClassAtPlay::play(Journal& journal, int answers, UtcMilliseconds start) {
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

} // namespace mirabelle
