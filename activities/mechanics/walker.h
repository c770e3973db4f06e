// Who walks over the model when the row is laid, one step for each piece: as far as the row is right, and one
// step further where it is not.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "engine/stage.h"

#include <span>
#include <string>
#include <vector>

namespace mirabelle {

class Walker {
  public:
    /// On `ground` mm, the box of the model's first face.
    Walker(const Walk& walk, const Rect& ground, const Stage& stage);

    /// Sets out, as pieces with these labels say. Of them the first `right` are right: after one more it
    /// shakes its head and comes back.
    void go(std::span<const std::string> labels, std::size_t right);
    /// A finger comes between: it comes back at once. Whether it was on its way to where it would have
    /// stopped.
    bool give_up();
    /// Whether it shakes its head from now on.
    bool tick();
    bool moving() const { return state_ != State::standing || view_.moving(); }
    void draw(Canvas& canvas) const { canvas.picture(picture_, view_.home(), view_.pose()); }

  private:
    enum class State : std::uint8_t { standing, walking, stumbled };
    struct Step {
        std::string label;
        Point by; ///< mm
    };
    Point reached(Point from, Point by) const;
    void go_back();

    PictureId picture_;
    Rect ground_;
    Milliseconds each_; ///< for a step
    std::vector<Step> known_;
    PieceView view_;
    State state_ = State::standing;
    std::vector<Point> way_; ///< where its middle comes to
    std::size_t next_ = 0;
    bool arrives_ = false;
};

} // namespace mirabelle
