// The ring of a child who plays with one switch: it stays for a while on each thing that can be taken, one
// after the other and round again; the switch takes what is ringed.
#pragma once

#include "engine/canvas.h"
#include "engine/gesture.h"

#include <optional>
#include <vector>

namespace mirabelle {

/// Two children at one screen may have a switch each.
enum class SwitchKey : std::uint8_t { first, second };

/// Something that the switch can take.
struct SwitchStop {
    Rect where;     ///< mm in the lane: the ring lies around it
    Gesture taking; ///< what a finger would do there
};

/// A stop that a finger taps.
SwitchStop tapped_stop(Rect where);

class SwitchScan {
  public:
    /// `step` in ms; a ring that never moves for 0 or less.
    explicit SwitchScan(Milliseconds step = 0) : step_(step) {}

    /// The ring lies on the first of `stops`.
    void begin(std::vector<SwitchStop> stops);
    /// A tick passes; true when the ring has stayed long enough, see move_on.
    bool tick();
    /// The ring moves to the next of `stops`, which are those that can be taken now.
    void move_on(std::vector<SwitchStop> stops);

    const SwitchStop* now() const { return place_ < stops_.size() ? &stops_[place_] : nullptr; }
    std::size_t place() const { return place_; } ///< of now() among all stops
    std::size_t count() const { return stops_.size(); }
    /// Time for the whole round, ms.
    Milliseconds round() const { return step_ * static_cast<Milliseconds>(stops_.size()); }

    /// `unit` in mm.
    void draw(Canvas& canvas, double unit) const;

  private:
    Milliseconds step_;
    Milliseconds stayed_ = 0;
    std::vector<SwitchStop> stops_;
    std::size_t place_ = 0;
};

} // namespace mirabelle
