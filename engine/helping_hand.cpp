#include "engine/helping_hand.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr Point fingertip{0.30, 0.08}; // shares of the right hand's picture, see assets/art/README.md
constexpr Milliseconds stays_afterwards = 350;
constexpr double trail_step = 2.5; // mm

} // namespace

HelpingHand::HelpingHand(const Content& content, double size, Hand hand, double slowed)
    : open_(content.picture(hand == Hand::left ? "hand_left" : "hand")),
      pressed_(content.picture(hand == Hand::left ? "hand_left_pressed" : "hand_pressed")),
      size_(size),
      hand_(hand),
      slowed_(slowed) {}

void HelpingHand::follow(Gesture gesture) {
    gesture_ = std::move(gesture);
    for (GestureStep& step : gesture_)
        step.at = static_cast<Milliseconds>(static_cast<double>(step.at) * slowed_);
    next_ = 0;
    now_ = 0;
    end_ = gesture_.empty() ? 0 : duration(gesture_) + stays_afterwards;
    trail_length_ = 0;
    down_ = false;
    // It comes in from below the place where it will touch first.
    if (!gesture_.empty())
        at_ = gesture_.front().point + Point{size_ * (hand_ == Hand::left ? -0.3 : 0.3), size_ * 0.8};
}

void HelpingHand::leave() {
    now_ = end_ = 0;
    trail_length_ = 0;
}

void HelpingHand::take(const GestureStep& step) {
    down_ = step.phase == TouchPhase::down || step.phase == TouchPhase::move;
    at_ = step.point;
    if (step.phase == TouchPhase::down)
        trail_length_ = 0;
    if (down_ && (trail_length_ == 0 || distance(trail_[trail_length_ - 1], at_) > trail_step)) {
        if (trail_length_ == trail_.size()) {
            std::copy(trail_.begin() + 1, trail_.end(), trail_.begin());
            --trail_length_;
        }
        trail_[trail_length_++] = at_;
    }
}

void HelpingHand::move() {
    if (next_ >= gesture_.size() || down_)
        return;
    // In the air it glides to the next place in the time that is left.
    const auto left = static_cast<double>(std::max(gesture_[next_].at - now_, tick_length));
    at_ = between(at_, gesture_[next_].point, std::min(1.0, 2.5 * static_cast<double>(tick_length) / left));
}

void HelpingHand::draw(Canvas& canvas) const {
    if (!busy())
        return;
    if (trail_length_ > 1)
        canvas.stroke(std::span(trail_).first(trail_length_), size_ * 0.12, faded(palette::mirabelle, 0.35));
    const double across = hand_ == Hand::left ? 1 - fingertip.x : fingertip.x;
    const Rect where{at_.x - across * size_, at_.y - fingertip.y * size_, size_, size_};
    canvas.picture(down_ ? pressed_ : open_, where);
}

} // namespace mirabelle
