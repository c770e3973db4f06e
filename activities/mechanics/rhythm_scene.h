// The drum on its stump, the card above it that says what is beaten, and between them a leaf for every beat.
#pragma once

#include "activities/mechanics/model_view.h"
#include "engine/stage.h"

#include <vector>

namespace mirabelle {

class RhythmScene {
  public:
    RhythmScene(const Content& content, const Stage& stage, bool with_model);

    Rect model_room() const { return model_room_; }
    /// What of the drum can be beaten.
    Rect drum() const;
    void draw_ground(Canvas& canvas) const;
    enum class Glow : std::uint8_t { off, on };
    void draw_drum(Canvas& canvas, const PieceView& drum, Glow glow) const;

    enum class Leaf : std::uint8_t { bud, open, marked }; ///< to come; there; the one that is meant
    /// One row of leaves; `newest` 0..1 tells how far the last one has grown.
    void draw_leaves(Canvas& canvas, const std::vector<Leaf>& leaves, double newest) const;

  private:
    PictureId knoll_picture_, drum_, leaf_, bud_;
    Rect model_room_, row_, drum_box_, knoll_;
    double unit_; ///< mm
};

} // namespace mirabelle
