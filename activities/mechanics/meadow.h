// The meadow on which things are sorted into baskets, or shared out on plates: where everything lies and how
// it looks.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "activities/mechanics/places.h"
#include "engine/content/content.h"

#include <optional>
#include <vector>

namespace mirabelle {

class MeadowScene {
  public:
    MeadowScene(const Content& content, const Stage& stage, const Sort& task, std::size_t piece_count);

    const std::vector<Rect>& baskets() const { return baskets_; }
    const std::vector<Rect>& pieces() const { return laid_.pieces; }
    const std::optional<Rect>& bell() const { return bell_; } ///< where an answer is rung for
    /// Where the piece number `place` of those in a basket lies, mm.
    Rect in_basket(std::size_t basket, std::size_t place) const;

    void draw_ground(Canvas& canvas) const;
    enum class Look : std::uint8_t { still, waiting };
    void draw_basket(Canvas& canvas, std::size_t basket, const Face& sign, Look look) const;
    enum class Chosen : std::uint8_t { no, yes };
    void draw_piece(Canvas& canvas, const PieceView& view, const Face& face, double side,
                    Chosen chosen) const;
    void draw_bell(Canvas& canvas, const PieceView& bell) const;

  private:
    bool on_plates() const { return bell_.has_value(); }

    Places laid_;
    std::vector<Rect> baskets_;
    std::optional<Rect> bell_;
    std::size_t in_a_row_; ///< of the pieces in a basket
    std::size_t rows_;
    double unit_;
    Rect knoll_;
    PictureId knoll_picture_, basket_, plate_, bell_picture_;
};

} // namespace mirabelle
