// Judges a finger that follows the strokes of a glyph along a corridor: ordered checkpoints, lifts that may
// be resumed, and faults that are named.
#pragma once

#include "engine/glyph.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace mirabelle {

enum class TraceFault : std::uint8_t {
    start,     ///< began somewhere else than the stroke begins
    direction, ///< went from the end towards the start
    off_path   ///< left the corridor
};

/// As assets/errors.toml names it.
std::string_view name_of(TraceFault fault);

class GuidedTrace {
  public:
    /// `strokes` in mm, in the order to follow; `corridor` is the half-width of the path, mm. Checkpoints lie
    /// at most `gap` mm apart; 0: a fixed share of a stroke's length, which is enough for a single letter.
    GuidedTrace(std::vector<Stroke> strokes, double corridor, double gap = 0);

    void pen_down(Point at);
    void pen_moved(Point at);
    void pen_up();

    bool drawing() const { return down_; } ///< a line goes on until the pen leaves
    bool finished() const { return stroke_ == strokes_.size(); }
    /// The fault that ended the try at the current stroke since the last call; its ink is taken away.
    std::optional<TraceFault> take_fault();

    std::size_t stroke() const { return stroke_; } ///< the one to follow now
    const std::vector<Stroke>& strokes() const { return strokes_; }
    /// How far the current stroke has been followed, 0..1.
    double progress() const;
    /// Where the finger should go on.
    Point next_point() const;
    /// The ink that lies on the slate, one line for each time the finger came down.
    const std::vector<Stroke>& ink() const { return ink_; }

  private:
    void begin_stroke();
    void advance(Point at);
    double enough_ink() const; ///< mm, from which on ink counts as a try
    bool ink_outside() const;
    bool ink_without_progress() const;
    bool went_backwards() const;
    void judge_ink();
    void fail(TraceFault fault);

    std::vector<Stroke> strokes_;
    double corridor_, gap_;
    std::size_t stroke_ = 0;
    Stroke checkpoints_;
    std::size_t reached_ = 0; ///< checkpoints passed of the current stroke
    std::vector<Stroke> ink_;
    std::size_t ink_of_stroke_ = 0; ///< first line of the current stroke's ink
    double ink_length_ = 0;         ///< mm in the current stroke
    double outside_length_ = 0;
    bool down_ = false;
    std::optional<TraceFault> fault_;
};

} // namespace mirabelle
