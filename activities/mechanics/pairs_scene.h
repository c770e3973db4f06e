// The blanket on the meadow on which cards are put together: where they lie, and how a card looks while it
// turns.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "engine/content/content.h"
#include "engine/stage.h"

#include <vector>

namespace mirabelle {

/// One card and what has become of it.
struct Card {
    PieceView view;
    bool up = true;     ///< its face is to be seen
    bool found = false; ///< with its partner
    Motion turning{};

    void turn(bool face_up) {
        if (up == face_up)
            return;
        up = face_up;
        turning.start(280);
    }
};

class PairsScene {
  public:
    PairsScene(const Content& content, const Stage& stage, std::size_t card_count);

    const std::vector<Rect>& cards() const { return cards_; }
    void draw_blanket(Canvas& canvas) const;
    enum class Lit : std::uint8_t { no, taken, shown }; ///< shown: it is part of the answer
    void draw_card(Canvas& canvas, const Card& card, const Face& face, Lit lit) const;

  private:
    PictureId blanket_, back_;
    std::vector<Rect> cards_;
    Rect blanket_box_;
    double unit_; ///< mm
    Movement movement_;
};

} // namespace mirabelle
