// The part of App that a teacher's hand moves.
#include "engine/launch.h"

#include "engine/app.h"
#include "engine/screens/play.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

constexpr double narrowest_lane = 100; // mm: two on a tablet of 10 inches that lies

} // namespace

std::size_t possible_lanes(double width) {
    return static_cast<std::size_t>(std::clamp(width / narrowest_lane, 1.0, static_cast<double>(most_lanes)));
}

void App::let_go_of_fingers(std::optional<std::size_t> lane) {
    // What they hold returns to where it was taken up: nobody answers by being interrupted.
    for (Finger& finger : fingers_)
        if (finger.down && finger.lane == lane.value_or(finger.lane)) {
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
    board_.end();
    paused_ = false;
    settings_.lanes = lanes;
    begin_other_session();
    lay_lanes();
}

void App::launch(const Launch& launch) {
    const auto open = static_cast<std::size_t>(std::max(launch.open_lanes, 0));
    const std::size_t count = std::min(launch.lanes.size() + open, most_lanes);
    if (count == 0)
        return;
    begin_anew(static_cast<int>(count));
    board_.begin(launch, lanes_);
}

void App::change_child(std::size_t lane) {
    if (lane >= lanes_.size())
        return;
    let_go_of_fingers(lane);
    Lane& at = *lanes_[lane];
    if (const auto player = at.screen().player())
        class_room_.stand_up(*player);
    if (Play* play = at.play()) {
        play->end(RunEnding::stopped_by_teacher);
        board_.expect_child(lane);
    }
    at.hush();
    at.order(ToWhoIsHere{});
    paused_ = paused_ && steering().rounds > 0;
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
    board_.say_again(lanes_);
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
    board_.end();
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
