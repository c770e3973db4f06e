// The quiet feast at the end of a round: bunting comes down over the evening, and a few petals of the season
// sail past, once.
#pragma once

#include "engine/canvas.h"
#include "engine/content/content.h"
#include "engine/motion.h"
#include "engine/season.h"
#include "engine/stage.h"

namespace mirabelle {

class Finale {
  public:
    Finale() = default;

    /// Where it will be seen; what has begun goes on there.
    void lay(const Content& content, const Stage& stage, Season season, Movement movement);
    void begin();
    void tick();
    bool moving() const { return arrival_.running() || petals_.running(); }
    void draw_bunting(Canvas& canvas) const;
    void draw_petals(Canvas& canvas) const;

  private:
    PictureId bunting_{}, petal_{};
    Rect lane_;
    double top_ = 0;  ///< mm: where what is reached begins
    double unit_ = 0; ///< mm
    Movement movement_ = Movement::full;
    bool begun_ = false;
    Motion arrival_, petals_;
};

} // namespace mirabelle
