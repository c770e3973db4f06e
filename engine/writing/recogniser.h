// Which glyph of an alphabet has been written? Answers for single lines of few points as well as for raw
// strokes, and for writers it has never seen. Drawn and measured without any data of children.
#pragma once

#include "engine/writing/alphabet.h"
#include "engine/writing/line.h"

#include <span>
#include <string_view>
#include <vector>

namespace mirabelle {

struct Candidate {
    std::string_view id;
    double distance = 0; ///< 0 is the glyph itself; beyond about .6 it looks like nothing
};

/// Dynamic time warping between the ink and every accepted way of writing each glyph, as one line with the
/// pen's lifted ways, in both directions, on places and directions. The ink and the models are made
/// equally coarse first, so that eight points along a digit are enough (Alpaydin & Alimoglu's pen digits have
/// no more, see tools/pen_digits.py). Strokes in another order are put into the model's order first.
class Recogniser {
  public:
    /// `models` outlives the recogniser. Models whose id has several characters, as "10", are left out.
    Recogniser(std::span<const WritingModel> models, Alphabet alphabet);

    /// Every glyph once, the nearest first; empty when there is no ink. Any unit, y downwards.
    std::vector<Candidate> ranking(std::span<const Stroke> ink) const;

    static constexpr std::size_t samples = 32;
    struct Shape {
        std::array<Point, samples> points;
        std::array<Point, samples> along;
    };

  private:
    struct Template {
        std::size_t model = 0;
        double penalty = 1;
        Shape line;
        Shape cloud;                 ///< of its strokes, for ink in no order
        std::vector<Stroke> strokes; ///< in the box of the whole, for putting ink into its order
    };
    void add(std::size_t model, std::span<const Stroke> strokes);
    double ordered_distance(const Template& candidate, std::span<const Stroke> ink, double cut) const;

    Alphabet alphabet_;
    std::vector<std::string_view> ids_;
    std::vector<Template> templates_;
};

} // namespace mirabelle
