// What lies on which place of a row, and what would have to.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "engine/mechanic.h"

#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

struct RowThing {
    PieceView view;
    std::optional<std::size_t> place{};   ///< none while it lies below the row
    std::optional<std::size_t> lies_on{}; ///< where it has no place any more, but waits to go home
    bool offered = true;
    bool kept = false;        ///< it is right where it is, and stays
    Milliseconds arrived = 0; ///< when it was brought to its place
};

/// For each place the thing to bring there; none where nothing shall change.
using RowPlan = std::vector<std::optional<std::size_t>>;

class RowFilling {
  public:
    /// `places` in mm, in the order of the task's slots; all of it outlives the filling.
    RowFilling(const Exercise& exercise, const Order& task, const std::vector<Rect>& places)
        : exercise_(exercise), task_(task), places_(places) {}

    std::vector<RowThing> things;

    const std::string& label(std::size_t thing) const { return exercise_.pieces[thing].label; }
    bool is_right(std::size_t thing, std::size_t place) const {
        return label(thing) == task_.slots[place].wanted;
    }
    std::optional<std::size_t> thing_on(std::size_t place) const;
    std::vector<std::size_t> open_places() const; ///< neither given nor kept
    std::optional<std::size_t> first_free() const;
    bool full() const { return !first_free(); }
    std::string text() const;                ///< labels of all places, as the journal writes them
    std::vector<std::string> labels() const; ///< the same one by one
    Response response() const;
    std::size_t first_wrong() const; ///< place; how many there are where none is
    const Face* face_wanted(std::size_t place) const;
    bool moving() const;

    /// The thing that a finger at `at` means: on its place it is felt all over that place.
    std::optional<std::size_t> thing_at(Point at, double margin) const;
    /// The nearest place that can be filled, within `reach` mm.
    std::optional<std::size_t> place_near(Point at, double reach) const;
    std::vector<Target> targets() const;
    enum class Free : std::uint8_t { passed_over, can_be_taken }; ///< free places, for the switch
    std::vector<SwitchStop> stops(Free free) const;

    RowPlan right() const;
    std::optional<RowPlan> wrong(Random& random) const;
    /// From here to things lying as `plan` says.
    Gesture bring(const RowPlan& plan) const;
    Gesture hint() const; ///< towards a place, with whatever lies first
    /// What to begin with for a child, where that is not the answer yet: it belongs on the first open place.
    std::optional<std::size_t> first_needed() const;
    /// Those that no open place wants.
    std::vector<std::size_t> needless() const;

  private:
    bool same_labels() const; ///< the right things, whatever their order

    const Exercise& exercise_;
    const Order& task_;
    const std::vector<Rect>& places_;
};

} // namespace mirabelle
