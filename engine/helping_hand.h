// The hand that shows: it follows a gesture at a child's speed, with a soft trail, and can really touch the
// stage.
#pragma once

#include "engine/canvas.h"
#include "engine/content/content.h"
#include "engine/gesture.h"

#include <array>

namespace mirabelle {

class HelpingHand {
  public:
    /// It comes from the side of `hand`, `slowed` times as slowly as a child's hand moves.
    HelpingHand(const Content& content, double size, Hand hand = Hand::right, double slowed = 1);

    void follow(Gesture gesture);
    void leave();
    bool busy() const { return now_ < end_; }

    /// Advances one tick; steps of the gesture that fall due are handed to `each(const GestureStep&)`.
    template <typename Each>
    void tick(Each each) {
        if (!busy())
            return;
        now_ += tick_length;
        while (next_ < gesture_.size() && gesture_[next_].at <= now_) {
            take(gesture_[next_]);
            each(gesture_[next_]);
            ++next_;
        }
        move();
    }
    void draw(Canvas& canvas) const;

  private:
    void take(const GestureStep& step);
    void move();

    PictureId open_;
    PictureId pressed_;
    double size_; ///< mm
    Hand hand_;
    double slowed_;
    Gesture gesture_;
    std::size_t next_ = 0;
    Milliseconds now_ = 0;
    Milliseconds end_ = 0;
    Point at_{};
    bool down_ = false;
    std::array<Point, 16> trail_{};
    std::size_t trail_length_ = 0;
};

} // namespace mirabelle
