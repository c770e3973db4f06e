// The picnic on which things are counted: a cloth on a knoll of grass, and number stones before it.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "engine/content/content.h"
#include "engine/stage.h"

#include <vector>

namespace mirabelle {

struct Picnic {
    Rect cloth;
    std::vector<Rect> things;
    std::vector<Rect> stones;
};

Picnic lay_picnic(const Stage& stage, const TapCount& task, std::size_t thing_count);

class PicnicScene {
  public:
    enum class Glow : std::uint8_t { off, on };

    PicnicScene(const Content& content, const Stage& stage, Rect cloth);

    void draw_ground(Canvas& canvas) const;
    void draw_thing(Canvas& canvas, const PieceView& view, const Face& face, Glow marked) const;
    void draw_stone(Canvas& canvas, const PieceView& view, const Face& face, Glow glow) const;

  private:
    PictureId knoll_picture_, stone_;
    Rect knoll_, cloth_;
    double unit_; ///< mm
};

} // namespace mirabelle
