#include "teacher/model/child_record.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr Milliseconds day = 24 * 60 * 60 * 1000;
constexpr Milliseconds week = 7 * day;
constexpr Milliseconds first_monday = 4 * day; // 1970-01-05

} // namespace

ChildRecord::ChildRecord(const Journal& journal, const Uuid& child, Milliseconds offset)
    : offset_(offset), attempts_(journal.attempts(child, 0)) {}

UtcMilliseconds ChildRecord::monday_of(UtcMilliseconds when) const {
    const Milliseconds since = when + offset_ - first_monday;
    return when - ((since % week) + week) % week;
}

std::vector<const Attempt*> ChildRecord::answers(std::string_view skill) const {
    std::vector<const Attempt*> found;
    for (auto attempt = attempts_.rbegin(); attempt != attempts_.rend(); ++attempt)
        if (attempt->skill == skill)
            found.push_back(&*attempt);
    return found;
}

std::vector<WeekOfAnswers> ChildRecord::weeks(std::string_view skill, UtcMilliseconds now,
                                              std::size_t most) const {
    std::vector<WeekOfAnswers> weeks;
    const auto first = std::find_if(attempts_.begin(), attempts_.end(),
                                    [&](const Attempt& attempt) { return attempt.skill == skill; });
    if (first == attempts_.end())
        return weeks;
    const UtcMilliseconds last = monday_of(std::max(now, attempts_.back().when));
    const UtcMilliseconds earliest = last - static_cast<Milliseconds>(most - 1) * week;
    for (UtcMilliseconds monday = std::max(monday_of(first->when), earliest); monday <= last; monday += week)
        weeks.push_back({monday, 0, 0});
    for (const Attempt& attempt : attempts_) {
        if (attempt.skill != skill || attempt.attempt_number != 1 || attempt.when < weeks.front().monday)
            continue;
        const auto number = static_cast<std::size_t>((attempt.when - weeks.front().monday) / week);
        WeekOfAnswers& found = weeks[std::min(number, weeks.size() - 1)];
        ++found.answers;
        if (attempt.correct && attempt.help <= HelpLevel::gesture_shown)
            ++found.right;
    }
    return weeks;
}

std::vector<Attempt> ChildRecord::question_of(const Attempt& attempt) const {
    std::vector<Attempt> found;
    for (const Attempt& other : attempts_)
        if (other.run == attempt.run && other.question == attempt.question && other.seed == attempt.seed)
            found.push_back(other);
    return found;
}

std::string error_words(const Content& content, const Attempt& attempt) {
    for (const ErrorDescription& error : content.errors())
        if (error.id == attempt.error)
            return error.text;
    return {};
}

} // namespace mirabelle
