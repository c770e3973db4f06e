#include "teacher/model/skill_progress.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr int enough_answers = 5;
constexpr std::ptrdiff_t failures_that_call = 4;
constexpr double often = 0.8;
constexpr int days_to_be_sure = 2;

} // namespace

SkillProgress progress_of(const SkillAnswers& answers) {
    SkillProgress result;
    result.answers = answers.answers;
    result.recent = static_cast<int>(answers.recent.size());
    result.right_of_recent =
        static_cast<int>(std::count(answers.recent.begin(), answers.recent.end(), FirstAnswer::right));
    result.days = answers.days;
    result.last = answers.last;
    const auto first_right = std::find_if(answers.recent.begin(), answers.recent.end(),
                                          [](FirstAnswer answer) { return answer != FirstAnswer::wrong; });
    if (answers.answers == 0)
        result.progress = Progress::unseen;
    else if (std::distance(answers.recent.begin(), first_right) >= failures_that_call)
        result.progress = Progress::needs_help;
    else if (answers.answers < enough_answers)
        result.progress = Progress::beginning;
    else if (result.right_of_recent >= often * result.recent && answers.days >= days_to_be_sure)
        result.progress = Progress::succeeds;
    else
        result.progress = Progress::on_the_way;
    return result;
}

} // namespace mirabelle
