// What things are put in order on: a train that drives to the left, a slate with places for letters, a path
// of stones. Where everything lies, and how it looks.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "activities/mechanics/places.h"
#include "engine/content/content.h"

#include <vector>

namespace mirabelle {

class RowScene {
  public:
    RowScene(const Content& content, const Stage& stage, const Order& task, std::size_t piece_count);

    const std::vector<Rect>& places() const { return laid_.places; }
    const std::vector<Rect>& pieces() const { return laid_.pieces; }
    const Rect& model() const { return laid_.model; } ///< room for what is looked at
    /// Where a piece lies that was brought to the place `i`.
    Rect on_place(std::size_t i) const;

    /// Hill, train, slate or stones, and what is there from the beginning.
    void draw_ground(Canvas& canvas) const;
    /// The place `i` wants a piece; `ghost` is what belongs there, as a faint hint, or nullptr.
    void draw_wanting(Canvas& canvas, std::size_t i, const Face* ghost) const;
    /// A piece in `side` mm, on its own tile where it needs one.
    void draw_piece(Canvas& canvas, const PieceView& view, const Face& face, double side) const;

  private:
    void draw_train(Canvas& canvas) const;
    void draw_board(Canvas& canvas) const;
    bool needs_tile(const Face& face) const;
    void draw_on_tile(Canvas& canvas, const Face& face, Rect where, const Pose& pose) const;

    OrderScene scene_;
    std::vector<Slot> slots_;
    Places laid_;
    double unit_;
    Rect lane_, knoll_;
    PictureId knoll_picture_, engine_, wagon_, rails_, stone_;
};

} // namespace mirabelle
