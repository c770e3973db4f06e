#include "activities/mechanics/walker.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr Milliseconds one_step = 320;
constexpr Milliseconds way_back = 420;

Rect part(const Rect& of, const Rect& share) {
    return {of.x + share.x * of.width, of.y + share.y * of.height, share.width * of.width,
            share.height * of.height};
}

} // namespace

Walker::Walker(const Walk& walk, const Rect& ground, const Stage& stage)
    : picture_(walk.walker),
      ground_(ground),
      each_(stage.sizes.slow(one_step)),
      view_(part(ground, walk.from), stage.access.movement) {
    for (const Walk::Step& step : walk.steps)
        known_.push_back({step.label, {step.by.x * ground.width, step.by.y * ground.height}});
}

/// Whoever would leave the ground stops at its edge.
Point Walker::reached(Point from, Point by) const {
    const Point to = from + by;
    const double across = view_.home().width / 2, down = view_.home().height / 2;
    return {std::clamp(to.x, ground_.x + across, ground_.right() - across),
            std::clamp(to.y, ground_.y + down, ground_.bottom() - down)};
}

void Walker::go(std::span<const std::string> labels, std::size_t right) {
    Point at = view_.home().centre();
    way_.clear();
    for (std::size_t i = 0; i < labels.size() && i <= right; ++i) {
        const auto step = std::find_if(known_.begin(), known_.end(),
                                       [&](const Step& known) { return known.label == labels[i]; });
        at = reached(at, step == known_.end() ? Point{} : step->by);
        way_.push_back(at);
    }
    arrives_ = right >= labels.size();
    next_ = 0;
    state_ = State::walking;
    view_.put(view_.home().centre());
}

bool Walker::give_up() {
    if (state_ != State::walking)
        return false;
    go_back();
    return true;
}

void Walker::go_back() {
    state_ = State::standing;
    view_.fly_to(view_.home().centre(), way_back);
}

bool Walker::tick() {
    view_.tick();
    if (state_ == State::standing || view_.moving())
        return false;
    if (state_ == State::stumbled) {
        go_back();
        return false;
    }
    if (next_ < way_.size()) {
        view_.fly_to(way_[next_++], each_);
        return false;
    }
    state_ = arrives_ ? State::standing : State::stumbled;
    if (arrives_)
        view_.shine();
    else
        view_.refuse();
    return !arrives_;
}

} // namespace mirabelle
