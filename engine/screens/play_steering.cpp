// The part of a round that a teacher's hand moves, or whoever conducts several lanes.
#include "engine/screens/play.h"

#include <algorithm>

namespace mirabelle {

std::optional<RoundView> Play::round() const {
    if (ended_)
        return std::nullopt;
    const auto choice = levels();
    const Level* const level = &next_level();
    return RoundView{wish_.proposal.activity, level, level != choice.front(), level != choice.back()};
}

const Level& Play::next_level() const {
    return wish_.level_by == ToPlay::LevelBy::teacher ? *wish_.proposal.level : *level_;
}

std::vector<const Level*> Play::levels() const {
    std::vector<const Level*> own;
    for (const Level& level : parts_.content.levels(wish_.proposal.activity->id))
        if (level.band == level_->band)
            own.push_back(&level);
    return own;
}

void Play::skip_question() {
    if (ended_ || waits_)
        return;
    skip_wanted_ = true;
    parts_.speaker.hush();
}

void Play::change_level(int steps) {
    if (ended_)
        return;
    const auto choice = levels();
    const auto step = std::find(choice.begin(), choice.end(), &next_level()) - choice.begin();
    const auto last = static_cast<std::ptrdiff_t>(choice.size()) - 1;
    const auto wished =
        std::clamp<std::ptrdiff_t>(step + std::clamp<std::ptrdiff_t>(steps, -last, last), 0, last);
    wish_.proposal.level = choice[static_cast<std::size_t>(wished)];
    wish_.level_by = ToPlay::LevelBy::teacher;
}

void Play::say_again() {
    if (!ended_ && !waits_ && !skip_wanted_ && !is_answered())
        parts_.speaker.say(question_->exercise().prompt);
}

void Play::stop() {
    if (ended_)
        return;
    parts_.speaker.hush();
    if (wish_.child)
        leave(RunEnding::stopped_by_teacher,
              ToCalmEnd{*wish_.child, ToCalmEnd::Because::turn_over, ToCalmEnd::With::nothing});
    else
        leave(RunEnding::stopped_by_teacher, ToWhoIsHere{});
}

/// The last question of the last round of a turn ends it with a success.
Plan::Place Play::place() const {
    const int rounds = parts_.content.sizes(level_->band).rounds_per_turn;
    return asked_ + 1 >= questions_ && wish_.rounds + 1 >= rounds ? Plan::Place::last : Plan::Place::within;
}

const Level& Play::fitting_level() const {
    return wish_.level_by == ToPlay::LevelBy::teacher
               ? *wish_.proposal.level
               : parts_.planner.level(child_, *wish_.proposal.activity, place());
}

void Play::ask_own() {
    waits_ = false;
    ask(first_mode());
}

void Play::ask_posed(const PosedQuestion& posed, Aloud aloud) {
    waits_ = false;
    posed_ = posed;
    ask(first_mode());
    if (aloud == Aloud::no && mode_ == QuestionMode::alone)
        parts_.speaker.hush();
}

} // namespace mirabelle
