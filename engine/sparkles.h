// A few lights that fly up around what came right: short, small, and over before the next question.
#pragma once

#include "engine/canvas.h"
#include "engine/content/content.h"
#include "engine/motion.h"
#include "engine/stage.h"

namespace mirabelle {

class Sparkles {
  public:
    Sparkles() = default;
    /// `unit` in mm, as of the stage.
    Sparkles(const Content& content, double unit, Movement movement)
        : light_(content.picture("sparkle")), side_(unit * 7), movement_(movement) {}

    /// Around `what`, mm. Where movement is reduced the lights come and go where they are.
    void burst(Rect what);
    void tick() { flight_.tick(); }
    bool running() const { return flight_.running(); }
    void draw(Canvas& canvas) const;

  private:
    PictureId light_{};
    double side_ = 0; ///< mm
    Movement movement_ = Movement::full;
    Rect what_;
    Motion flight_;
};

} // namespace mirabelle
