// The part of App that a teacher's hand moves.
#include "engine/launch.h"

#include "engine/app.h"
#include "engine/screens/play.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

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

} // namespace

void App::let_go_of_fingers() {
    // What they hold returns to where it was taken up: nobody answers by being interrupted.
    for (Finger& finger : fingers_)
        if (finger.down) {
            finger.down = false;
            lanes_[finger.lane]->touch({0, finger.id, TouchPhase::up, finger.came_down});
        }
}

void App::begin_anew(int lanes) {
    for (const auto& lane : lanes_) {
        if (Play* play = lane->play())
            play->end(RunEnding::stopped_by_teacher);
        lane->hush();
    }
    let_go_of_fingers();
    lanes_.clear();
    class_room_.all_stand_up();
    paused_ = false;
    settings_.lanes = lanes;
    begin_other_session();
    lay_lanes();
}

void App::launch(const Launch& launch) {
    if (launch.activity == nullptr || launch.lanes.empty())
        return;
    const std::size_t count = std::min(launch.lanes.size(), most_lanes);
    begin_anew(static_cast<int>(count));
    for (std::size_t lane = 0; lane < count; ++lane)
        seat(*lanes_[lane], launch, launch.lanes[lane]);
}

void App::seat(Lane& lane, const Launch& launch, std::optional<std::size_t> child) {
    // A child sits in one place only; the lane of a second wish asks who is here.
    if (child && (*child >= class_room_.children().size() || class_room_.is_playing(*child)))
        return;
    const Band age = child ? class_room_.child(*child).band : class_room_.usual_band();
    const Level* level =
        launch.level != nullptr ? launch.level : nearest_level(parts_.content, *launch.activity, age);
    if (level == nullptr)
        return;
    ToPlay round{child, {launch.activity, level}, 0, ToPlay::LevelBy::teacher};
    if (child) {
        class_room_.sit_down(*child);
        planner_.meet(class_room_.child(*child));
    }
    if (launch.level == nullptr && (!child || level->band == age)) {
        const Child player = child ? class_room_.child(*child) : whole_class(level->band);
        round.proposal.level = &planner_.level(player, *launch.activity);
        round.level_by = ToPlay::LevelBy::planner;
    }
    lane.order(round);
}

void App::set_lanes(int lanes) {
    lanes = std::clamp(lanes, 1, static_cast<int>(most_lanes));
    if (lanes != settings_.lanes)
        begin_anew(lanes);
}

void App::set_top_inset(double mm) {
    top_inset_ = std::isfinite(mm) ? std::max(mm, 0.0) : 0;
    resize(settings_.screen);
}

void App::reload_class() {
    const MovedChildren moved = class_room_.reload();
    for (const auto& lane : lanes_)
        lane->move_children(moved);
    if (paused_)
        hush_all();
}

void App::hush_all() {
    for (const auto& lane : lanes_)
        lane->hush();
}

void App::pause() {
    if (paused_ || steering().rounds == 0)
        return;
    paused_ = true;
    hush_all();
}

void App::resume() {
    if (!std::exchange(paused_, false))
        return;
    for (const auto& lane : lanes_)
        if (Play* play = lane->play())
            play->say_again();
    let_go_of_fingers(); // nobody knows which of them still lie there
}

void App::next_question() {
    for (const auto& lane : lanes_)
        if (Play* play = lane->play())
            play->skip_question();
}

void App::change_level(int steps) {
    for (const auto& lane : lanes_)
        if (Play* play = lane->play())
            play->change_level(steps);
}

void App::stop() {
    for (const auto& lane : lanes_)
        if (Play* play = lane->play())
            play->stop();
    let_go_of_fingers();
    paused_ = false;
}

std::optional<RoundView> App::round(std::size_t lane) const {
    if (lane >= lanes_.size() || lanes_[lane]->play() == nullptr)
        return std::nullopt;
    return lanes_[lane]->play()->round();
}

Steering App::steering() const {
    Steering all;
    all.paused = paused_;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        const auto one = round(lane);
        if (!one)
            continue;
        const bool first = all.rounds++ == 0;
        all.activity = first || all.activity == one->activity ? one->activity : nullptr;
        all.level = first || all.level == one->level ? one->level : nullptr;
        all.easier = all.easier || one->easier;
        all.harder = all.harder || one->harder;
    }
    return all;
}

} // namespace mirabelle
