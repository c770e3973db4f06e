#include "teacher/model/class_knowledge.h"

#include "engine/learner/school_days.h"

namespace mirabelle {

namespace {

constexpr std::size_t questions_that_tell = 4;

} // namespace

bool needs_help(std::span<const FirstAnswer> answers) {
    std::size_t helped = 0;
    for (auto answer = answers.rbegin(); answer != answers.rend() && helped < questions_that_tell; ++answer) {
        if (!answer->scored)
            continue;
        if (answer->right_alone())
            return false;
        ++helped;
    }
    return helped == questions_that_tell;
}

void ClassKnowledge::meet(const Child& child) {
    const LearnerPlannerParts& parts = planner_.parts();
    // Before the answers: one that is given meanwhile is read again the next time, rather than never.
    const std::int64_t newest = parts.journal.newest_first_answer(child.id);
    const int today = school_day(parts.now + parts.day_offset);
    const auto known = met_.find(child.id);
    if (known != met_.end() && known->second.newest_answer == newest && known->second.band == child.band &&
        known->second.day == today &&
        planner_.wishes(child) == wishes_that_hold(parts.journal, child.id, parts.now))
        return;
    const std::vector<FirstAnswer> answers = parts.journal.first_answers(child.id);
    planner_.meet(child, answers);
    met_[child.id] = {child.band, newest, today, mirabelle::needs_help(answers)};
    ++times_read_;
}

bool ClassKnowledge::read_ahead() {
    try {
        if (!ahead_)
            ahead_ = planner_.parts().journal.children();
        if (ahead_->empty())
            return false;
        meet(ahead_->back());
        ahead_->pop_back();
        return !ahead_->empty();
    } catch (const JournalError&) {
        ahead_.emplace();
        return false;
    }
}

} // namespace mirabelle
