// What one finger does with a thing: it takes it, carries it, lets it go; and may lose contact for a moment
// on the way.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "engine/touch_sizes.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace mirabelle {

class Carrying {
  public:
    /// `sizes` outlive it.
    explicit Carrying(const TouchSizes& sizes) : sizes_(sizes) {}

    void take(std::size_t thing, Point at, PieceView& view) {
        held_ = thing;
        hovering_.reset();
        taken_at_ = at;
        travelled_ = 0;
        grip_ = at - view.rect().centre();
        view.press();
    }
    void move(Point at, PieceView& view) {
        travelled_ = std::max(travelled_, distance(at, taken_at_));
        view.put(at - grip_);
    }
    /// The finger has left: what it held. Its middle lies at `at - grip()`.
    std::optional<std::size_t> let_go() { return std::exchange(held_, std::nullopt); }
    bool was_tap() const { return travelled_ < sizes_.tap_travel; }
    Point grip() const { return grip_; }

    /// It was let go where nothing is: for a moment the finger may come back.
    void hover(std::size_t thing) {
        hovering_ = thing;
        hovered_ = 0;
    }
    bool comes_back(Point at, const PieceView& view) const {
        return distance(at, view.rect().centre()) < sizes_.lost_contact_distance;
    }
    /// What is given up now that a finger takes something else.
    std::optional<std::size_t> give_up() { return std::exchange(hovering_, std::nullopt); }
    /// A tick passes: what has been let go for good.
    std::optional<std::size_t> tick() {
        if (hovering_ && (hovered_ += tick_length) >= sizes_.lost_contact)
            return give_up();
        return std::nullopt;
    }

    std::optional<std::size_t> held() const { return held_; }
    std::optional<std::size_t> hovering() const { return hovering_; }

  private:
    const TouchSizes& sizes_;
    std::optional<std::size_t> held_, hovering_;
    Milliseconds hovered_ = 0;
    Point taken_at_{}, grip_{};
    double travelled_ = 0;
};

} // namespace mirabelle
