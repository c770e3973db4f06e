// Where fingers came down: a soft ring of light each, so that no touch is without an answer.
#pragma once

#include "engine/canvas.h"
#include "engine/motion.h"
#include "engine/stage.h"

#include <array>

namespace mirabelle {

class Ripples {
  public:
    void add(Point at);
    void tick();
    bool moving() const;
    void draw(Canvas& canvas, const Stage& stage) const;

  private:
    struct Ripple {
        Point at;
        Motion motion;
    };
    std::array<Ripple, 10> ripples_{};
    std::size_t next_ = 0;
};

} // namespace mirabelle
