#include "engine/planner.h"

#include "engine/ensure.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr int up_after = 3;
constexpr int down_after = 2;
constexpr int remembered = 60; // answers a child and activity
constexpr std::size_t cards = 3;

bool counts(int attempt_number, HelpLevel help) {
    return attempt_number == 1 && help <= HelpLevel::gesture_shown;
}

} // namespace

StaircasePlanner::StaircasePlanner(const Content& content, std::span<const Activity> activities,
                                   const Journal& journal)
    : content_(&content), activities_(activities), journal_(&journal) {}

std::vector<const Level*> StaircasePlanner::levels_for(const Child& child, const Activity& activity) const {
    std::vector<const Level*> own;
    for (const Level& level : content_->levels(activity.id))
        if (level.band == child.band)
            own.push_back(&level);
    return own;
}

StaircasePlanner::Stair& StaircasePlanner::stair(const Child& child, const Activity& activity) {
    return stairs_[{child.id, activity.id}];
}

bool StaircasePlanner::stand(Stair& stair, const std::vector<const Level*>& levels, std::string_view asked) {
    const auto found =
        std::find_if(levels.begin(), levels.end(), [&](const Level* level) { return level->id == asked; });
    if (found == levels.end())
        return false;
    const auto step = static_cast<std::size_t>(found - levels.begin());
    if (step != stair.step) {
        stair.step = step;
        stair.right_in_a_row = stair.wrong_in_a_row = 0;
    }
    return true;
}

void StaircasePlanner::count(Stair& stair, bool correct, std::size_t steps) {
    ++stair.answered;
    stair.right += correct ? 1 : 0;
    if (steps == 0)
        return;
    stair.right_in_a_row = correct ? stair.right_in_a_row + 1 : 0;
    stair.wrong_in_a_row = correct ? 0 : stair.wrong_in_a_row + 1;
    if (stair.right_in_a_row == up_after) {
        stair.step = std::min(stair.step + 1, steps - 1);
        stair.right_in_a_row = 0;
    } else if (stair.wrong_in_a_row == down_after) {
        stair.step -= stair.step > 0 ? 1 : 0;
        stair.wrong_in_a_row = 0;
    }
}

std::vector<RecentAttempt> StaircasePlanner::remembered_attempts(const Child& child,
                                                                 const Activity& activity) const {
    std::vector<RecentAttempt> attempts;
    try {
        attempts = journal_->recent_attempts(child.id, activity.id, remembered);
    } catch (const JournalError&) {
        return {}; // a failing disk must not stop a child: it begins as if new
    }
    std::reverse(attempts.begin(), attempts.end());
    return attempts;
}

void StaircasePlanner::meet(const Child& child) {
    for (const Activity& activity : activities_) {
        const auto levels = levels_for(child, activity);
        if (levels.empty())
            continue;
        Stair& climbed = stair(child, activity) = {};
        const auto attempts = remembered_attempts(child, activity);
        for (const RecentAttempt& attempt : attempts) {
            climbed.last = attempt.when;
            const bool own = stand(climbed, levels, attempt.level);
            if (counts(attempt.attempt_number, attempt.help))
                count(climbed, attempt.correct, own ? levels.size() : 0);
        }
    }
}

std::vector<Proposal> StaircasePlanner::propose(const Child& child, Random& random) {
    std::vector<const Activity*> open;
    for (const Activity& activity : activities_)
        if (!levels_for(child, activity).empty())
            open.push_back(&activity);
    random.shuffle(open);
    // What was played longest ago comes first, so that nothing is forgotten.
    std::stable_sort(open.begin(), open.end(), [&](const Activity* a, const Activity* b) {
        return stair(child, *a).last < stair(child, *b).last;
    });
    open.resize(std::min(open.size(), cards));
    std::vector<Proposal> proposals;
    for (const Activity* activity : open)
        proposals.push_back({activity, &level(child, *activity)});
    return proposals;
}

const Level& StaircasePlanner::level(const Child& child, const Activity& activity) {
    const auto levels = levels_for(child, activity);
    ENSURE(!levels.empty());
    return *levels[std::min(stair(child, activity).step, levels.size() - 1)];
}

double StaircasePlanner::success_rate(const Stair& stair) {
    return (stair.right + 1.0) / (stair.answered + 2.0); // Laplace's rule of succession
}

Estimate StaircasePlanner::expect(const Child& child, const Activity& activity, const Exercise& exercise) {
    static_cast<void>(exercise);
    return {success_rate(stair(child, activity)), 0, 0, 1};
}

Estimate StaircasePlanner::learn(const Child& child, const Activity& activity, const Attempt& attempt) {
    Stair& climbed = stair(child, activity);
    climbed.last = attempt.when;
    const bool counted = counts(attempt.attempt_number, attempt.help);
    if (counted) {
        const auto levels = levels_for(child, activity);
        const bool own = stand(climbed, levels, attempt.level);
        count(climbed, attempt.correct, own ? levels.size() : 0);
    }
    return {success_rate(climbed), 0, 0, counted ? 1.0 : 0.0};
}

bool StaircasePlanner::is_new_to(const Child& child, const Activity& activity) {
    return stair(child, activity).answered == 0;
}

} // namespace mirabelle
