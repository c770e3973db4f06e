// Where one chooses: lily pads in a pond, and above them what has to be looked at first.
#pragma once

#include "activities/mechanics/model_view.h"
#include "engine/stage.h"

#include <vector>

namespace mirabelle {

struct PondPlan {
    Rect model_room;        ///< for the model; nothing where there is none
    std::vector<Rect> pads; ///< where each piece lies
    PictureId picture{};
    Rect pond; ///< of the picture; more of it than the lane shows
};

PondPlan lay_pond(const Content& content, const Stage& stage, const Choose& task, std::size_t piece_count);

} // namespace mirabelle
