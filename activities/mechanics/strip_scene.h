// The path of numbers that a snail walks on: from its first number to its last, with stones where numbers are
// marked.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "engine/content/content.h"
#include "engine/stage.h"

#include <optional>
#include <vector>

namespace mirabelle {

class StripScene {
  public:
    StripScene(const Content& content, const Stage& stage, const Strip& task);

    /// What can be touched of the path.
    Rect path() const { return path_; }
    /// Where the snail waits.
    Rect home() const { return home_; }
    /// Where it sits when it is at `number`.
    Point at(double number) const;
    /// The number below `point`.
    double number_at(Point point) const;
    /// Around `number` on the path, mm.
    Rect around_number(double number) const;

    void draw_ground(Canvas& canvas) const;
    void draw_path(Canvas& canvas, const std::vector<int>& marked, std::optional<double> lit) const;
    void draw_snail(Canvas& canvas, const PieceView& snail) const;

  private:
    Strip task_;
    PictureId knoll_picture_, stone_, snail_;
    Rect path_, home_, knoll_;
    double left_ = 0, step_ = 1; ///< mm: of the first number, from number to number
    double unit_ = 1;
};

} // namespace mirabelle
