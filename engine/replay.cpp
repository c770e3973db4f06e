#include "engine/replay.h"

#include "engine/fitting.h"

#include <algorithm>
#include <utility>

namespace mirabelle {

namespace {

constexpr Milliseconds finger_stays = 1500; // to see how the last answer was received

const Level* level_of(const Attempt& attempt, const Content& content) {
    for (const Level& level : content.levels(attempt.activity))
        if (level.id == attempt.level)
            return &level;
    return nullptr;
}

const Activity* activity_of(const Attempt& attempt, std::span<const Activity> activities) {
    const auto found = std::find_if(activities.begin(), activities.end(), [&](const Activity& activity) {
        return activity.id == attempt.activity;
    });
    return found == activities.end() ? nullptr : &*found;
}

/// The question in the accent that it was asked in.
Exercise asked_in(Accent accent, const Activity& activity, const Level& level, const Content& content,
                  const FirstNames& names, std::uint64_t seed) {
    Random chance(seed);
    if (accent == content.accent())
        return activity.ask(level, content, names, chance);
    Content other = content;
    other.set_accent(accent);
    return activity.ask(level, other, names, chance);
}

} // namespace

std::vector<std::vector<KeptAnswer>> by_question(std::vector<KeptAnswer> answers) {
    std::vector<std::vector<KeptAnswer>> questions;
    for (KeptAnswer& answer : answers) {
        const auto same = std::find_if(questions.rbegin(), questions.rend(), [&](const auto& question) {
            const Attempt& first = question.front().attempt;
            return first.run == answer.attempt.run && first.question == answer.attempt.question &&
                   first.seed == answer.attempt.seed;
        });
        (same != questions.rend() ? *same : questions.emplace_back()).push_back(std::move(answer));
    }
    return questions;
}

std::optional<KeptQuestion> rebuild(std::span<const KeptAnswer> answers, const Content& content,
                                    std::span<const Activity> activities, MakeMechanic make_mechanic,
                                    const FirstNames& names) {
    if (answers.empty())
        return std::nullopt;
    const Attempt& first = answers.front().attempt;
    const Activity* activity = activity_of(first, activities);
    const Level* level = level_of(first, content);
    if (activity == nullptr || level == nullptr)
        return std::nullopt;
    KeptQuestion kept;
    kept.exercise =
        asked_in(accent_of(answers.front().content_version), *activity, *level, content, names, first.seed);
    if (kept.exercise.item != first.item || kept.exercise.expected != first.expected)
        return std::nullopt;
    const TouchTrace& trace = answers.front().trace;
    const double reach = trace.reach > 0 ? trace.reach : trace.lane.height;
    kept.exercise = eased(std::move(kept.exercise), trace.access, content.sizes(level->band));
    kept.stage =
        fitting_stage({trace.lane, reach, level->band, trace.access}, kept.exercise, content, make_mechanic);
    kept.mode = first.scaffold == Scaffold::guided ? QuestionMode::guided : QuestionMode::alone;
    for (const KeptAnswer& answer : answers) {
        kept.touches.insert(kept.touches.end(), answer.trace.touches.begin(), answer.trace.touches.end());
        kept.length += answer.attempt.duration;
    }
    if (!kept.touches.empty())
        kept.length = std::max(kept.length, kept.touches.back().time);
    return kept;
}

Replay::Replay(KeptQuestion kept, const Content& content, MakeMechanic make_mechanic, Speaker& speaker)
    : touches_(std::move(kept.touches)),
      end_(kept.length + finger_stays),
      question_(std::move(kept.exercise), kept.stage, content, speaker, make_mechanic, kept.mode) {}

void Replay::take_answer() {
    if (auto given = question_.take_answer())
        answers_.push_back(std::move(*given));
}

void Replay::tick() {
    for (; next_ < touches_.size() && touches_[next_].time <= now_; ++next_) {
        question_.touch(touches_[next_]);
        take_answer();
    }
    question_.tick();
    now_ += tick_length;
    take_answer();
}

std::vector<GivenAnswer> Replay::take_answers() { return std::exchange(answers_, {}); }

} // namespace mirabelle
