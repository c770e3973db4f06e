#include "engine/board.h"

#include <algorithm>
#include <functional>

namespace mirabelle {

namespace {

constexpr double comfortable_lane = 280; // mm: both arms of a child, and its neighbour's

const Level* first_level(const Content& content, const Activity& activity, Band band) {
    const auto levels = content.levels(activity.id);
    const auto found =
        std::find_if(levels.begin(), levels.end(), [&](const Level& level) { return level.band == band; });
    return found == levels.end() ? nullptr : &*found;
}

/// The first level for that age; where the activity has none, for the next younger age, then for older ones.
const Level* nearest_level(const Content& content, const Activity& activity, Band band) {
    const auto own = static_cast<std::size_t>(band);
    for (std::size_t age = own + 1; age-- > 0;)
        if (const Level* level = first_level(content, activity, all_bands[age]))
            return level;
    for (std::size_t age = own + 1; age < all_bands.size(); ++age)
        if (const Level* level = first_level(content, activity, all_bands[age]))
            return level;
    return nullptr;
}

/// The easier of two levels of one file; one of them may be missing.
const Level* easier(const Level* one, const Level* other) {
    if (one == nullptr || other == nullptr)
        return one == nullptr ? other : one;
    return std::less<>{}(other, one) ? other : one;
}

Play* conducted(const Lane& lane) {
    Play* const play = lane.play();
    return play != nullptr && play->is_conducted() ? play : nullptr;
}

std::vector<Play*> conducted(Board::Lanes lanes) {
    std::vector<Play*> plays;
    for (const auto& lane : lanes)
        if (Play* play = conducted(*lane))
            plays.push_back(play);
    return plays;
}

} // namespace

int suitable_lanes(double width) {
    return std::clamp(static_cast<int>(width / comfortable_lane), 1, static_cast<int>(most_lanes));
}

std::optional<ToPlay> Board::round_for(std::optional<std::size_t> child) const {
    const Band age = child ? class_room_->child(*child).band : class_room_->usual_band();
    const Level* level = level_ != nullptr ? level_ : nearest_level(*content_, *activity_, age);
    if (level == nullptr)
        return std::nullopt;
    ToPlay round{child, {activity_, level}, 0, ToPlay::LevelBy::teacher};
    if (level_ == nullptr && (!child || level->band == age)) {
        const Child player = child ? class_room_->child(*child) : whole_class(level->band);
        round.proposal.level = &planner_->level(player, *activity_, Plan::Place::within);
        round.level_by = ToPlay::LevelBy::planner;
    }
    if (mode_ != BoardMode::each)
        round.pacing = ToPlay::Pacing::conducted;
    if (mode_ == BoardMode::together) {
        round.questions = questions_;
        if (level_ == nullptr && shared_level_ != nullptr)
            round.proposal.level = shared_level_;
    }
    return round;
}

void Board::seat(Lane& lane, std::optional<std::size_t> child) {
    // A child sits in one place only; the lane of a second wish asks who is here.
    if (child && (*child >= class_room_->children().size() || class_room_->is_playing(*child)))
        return;
    if (activity_ == nullptr) {
        if (!child)
            return;
        class_room_->sit_down(*child);
        lane.order(ToGarden{*child});
        return;
    }
    if (child) {
        class_room_->sit_down(*child);
        planner_->meet(class_room_->child(*child));
    }
    if (const auto round = round_for(child))
        lane.order(*round);
}

void Board::begin(const Launch& launch, Lanes lanes) {
    end();
    activity_ = launch.activity;
    level_ = launch.level;
    // One child needs nobody to conduct it.
    mode_ = lanes.size() > 1 && activity_ != nullptr ? launch.mode : BoardMode::each;
    turn_ = lanes.size() - 1;
    if (mode_ == BoardMode::together)
        agree_on_level(launch);
    for (std::size_t number = 0; number < lanes.size(); ++number)
        if (number < launch.lanes.size())
            seat(*lanes[number], launch.lanes[number]);
        else
            expected_[number] = activity_ != nullptr;
    tick(lanes);
}

/// Nobody is lost in what all play together: they begin where the youngest of them stands.
void Board::agree_on_level(const Launch& launch) {
    const Level* easiest = level_;
    for (const auto& child : launch.lanes) {
        if (level_ != nullptr || (child && *child >= class_room_->children().size()))
            continue;
        if (child)
            planner_->meet(class_room_->child(*child));
        if (const auto round = round_for(child))
            easiest = easier(easiest, round->proposal.level);
    }
    shared_level_ = easiest;
    const Band age = shared_level_ != nullptr ? shared_level_->band : class_room_->usual_band();
    const TouchSizes& sizes = content_->sizes(age);
    questions_ = random_->between(sizes.questions_least, sizes.questions_most);
}

void Board::end() {
    activity_ = nullptr;
    level_ = shared_level_ = nullptr;
    mode_ = BoardMode::each;
    expected_ = {};
    conducting_ = false;
    questions_ = 0;
    shared_ = {};
}

void Board::tick(Lanes lanes) {
    if (mode_ == BoardMode::turns)
        pass_turn(lanes);
    if (mode_ == BoardMode::together)
        pose_to_all(lanes);
}

void Board::pass_turn(Lanes lanes) {
    const Play* const now = turn_ < lanes.size() ? conducted(*lanes[turn_]) : nullptr;
    conducting_ = now != nullptr && !now->waits();
    for (std::size_t step = 1; step <= lanes.size() && !conducting_; ++step) {
        const std::size_t next = (turn_ + step) % lanes.size();
        Play* const play = conducted(*lanes[next]);
        if (play == nullptr)
            continue;
        turn_ = next;
        conducting_ = true;
        play->ask_own();
    }
}

void Board::pose_to_all(Lanes lanes) {
    const auto plays = conducted(lanes);
    conducting_ = !plays.empty();
    if (plays.empty())
        return;
    const auto waits = [](const Play* play) { return play->waits(); };
    if (std::all_of(plays.begin(), plays.end(), waits)) {
        const Level* level = nullptr;
        for (const Play* play : plays)
            level = easier(level, &play->fitting_level());
        shared_level_ = level;
        if (activity_->is_personal()) { // at the same time, each about its own name
            for (Play* play : plays)
                play->ask_own();
            return;
        }
        shared_ = draw_question(*activity_, *level, *content_, {}, *random_, shared_.exercise.item);
        pose_once_aloud(plays, shared_);
        return;
    }
    // Who has just come joins in the question that the others are at.
    for (Play* play : plays)
        if (play->is_fresh() && activity_->is_personal())
            play->ask_own();
        else if (play->is_fresh())
            play->ask_posed(shared_, Play::Aloud::yes);
}

/// The first one says it; whoever is shown an example first hears its own.
void Board::pose_once_aloud(std::span<Play* const> plays, const PosedQuestion& question) {
    auto aloud = Play::Aloud::yes;
    for (Play* play : plays) {
        play->ask_posed(question, aloud);
        if (play->asks_alone())
            aloud = Play::Aloud::no;
    }
}

NextScreen Board::lead(const Lane& lane, std::size_t number, const NextScreen& wish) {
    // From a game into the garden goes who leaves or has finished; from elsewhere, who arrives.
    const auto* arriving = lane.play() == nullptr ? std::get_if<ToGarden>(&wish) : nullptr;
    if (arriving == nullptr || activity_ == nullptr || !(expected_[number] || conducting_) ||
        class_room_->has_played_enough(arriving->child))
        return wish;
    planner_->meet(class_room_->child(arriving->child));
    const auto round = round_for(arriving->child);
    if (!round)
        return wish;
    expected_[number] = false;
    return *round;
}

void Board::expect_child(std::size_t lane) { expected_[lane] = activity_ != nullptr; }

void Board::say_again(Lanes lanes) const {
    bool said = false; // by the first of those who share their question
    for (const auto& lane : lanes) {
        Play* const play = lane->play();
        if (play == nullptr)
            continue;
        const bool shared = mode_ == BoardMode::together && play->is_conducted() && play->asks_alone();
        if (!shared || !said)
            play->say_again();
        said = said || (shared && !play->waits());
    }
}

} // namespace mirabelle
