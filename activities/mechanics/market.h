// The market stall on which something is brought from a table to a plate: where everything lies, and how the
// table, the plate and the bell look.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "engine/content/content.h"
#include "engine/stage.h"

#include <optional>
#include <span>
#include <vector>

namespace mirabelle {

struct Market {
    Rect table; ///< of the picture; more of it than the lane shows
    Rect plate;
    Rect bell;
    std::vector<Rect> pieces; ///< where each piece lies at first
    std::vector<Point> slots; ///< centres of the places on the plate; as many as pieces
    double side_on_plate = 0; ///< of a piece that lies on the plate, mm
};

Market lay_market(const Stage& stage, std::size_t piece_count);

class MarketScene {
  public:
    enum class Plate : std::uint8_t { still, waiting }; ///< it waits for a piece that was tapped

    explicit MarketScene(const Content& content);

    void draw_stall(Canvas& canvas, const Stage& stage, const Market& market) const;
    void draw_plate(Canvas& canvas, const Market& market, Plate plate) const;
    /// `count` places on the plate that want a piece.
    void draw_wanted_places(Canvas& canvas, const Market& market, std::size_t count) const;
    enum class Chosen : std::uint8_t { no, yes };
    void draw_piece(Canvas& canvas, const PieceView& view, const Face& face, double side,
                    Chosen chosen) const;
    void draw_bell(Canvas& canvas, const PieceView& bell) const;

  private:
    void draw_awning(Canvas& canvas, Rect edge, double unit) const;

    PictureId table_, plate_, bell_, awning_;
};

} // namespace mirabelle
