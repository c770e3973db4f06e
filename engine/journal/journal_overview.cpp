#include "engine/journal/journal_inside.h"
#include "engine/journal/journal_words.h"

namespace mirabelle {

namespace {

constexpr std::size_t most_recent = 10;
constexpr UtcMilliseconds day = 86'400'000;

FirstAnswer answer_of(const Query& row) {
    if (row.small(1) == 0)
        return FirstAnswer::wrong;
    // A hand that shows the gesture tells nothing about the answer.
    return help_named(row.text(2)) <= HelpLevel::gesture_shown ? FirstAnswer::right
                                                               : FirstAnswer::right_with_help;
}

} // namespace

std::vector<SkillAnswers> Journal::skill_answers(const Uuid& child) const {
    return inside_->reading([&](Connection& reader) {
        std::vector<SkillAnswers> skills;
        UtcMilliseconds last_day = -1;
        Query row(reader,
                  "SELECT skill, correct, help, instant FROM attempt INDEXED BY first_attempt_of_skill "
                  "WHERE child = ? AND attempt_number = 1 ORDER BY skill, sequence DESC",
                  child);
        while (row.step()) {
            const std::string skill = row.text(0);
            const UtcMilliseconds when = row.integer(3);
            if (skills.empty() || skills.back().skill != skill) {
                skills.push_back({skill, 0, 0, when, {}});
                last_day = -1;
            }
            SkillAnswers& answers = skills.back();
            ++answers.answers;
            if (when / day != last_day)
                ++answers.days;
            last_day = when / day;
            if (answers.recent.size() < most_recent)
                answers.recent.push_back(answer_of(row));
        }
        return skills;
    });
}

} // namespace mirabelle
