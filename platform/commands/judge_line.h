// One line of JSON for `mirabelle judge`: what was asked and what the pen did.
#pragma once

#include "engine/writing/alphabet.h"
#include "engine/writing/kinematics.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

/// What is wrong with a line, and how to mend it.
class BadLine : public std::runtime_error {
  public:
    BadLine(const std::string& what, const std::string& remedy) : std::runtime_error(what + " — " + remedy) {}
};

enum class TraceMode : std::uint8_t { free, guided };

/// Where the model stood: the upper left corner of its box and its height, in the unit of the strokes.
struct ModelPlace {
    Point corner;
    double height = 1;
};

struct JudgeLine {
    std::string glyph;
    Alphabet alphabet = Alphabet::digits;
    TraceMode mode = TraceMode::free;
    std::optional<ModelPlace> place;
    std::vector<TimedStroke> strokes; ///< at least one point in all
};

/// Whether a line says which glyph was asked, or only what was drawn.
enum class LineKind : std::uint8_t { asked, only_drawn };

/// Throws BadLine.
JudgeLine read_judge_line(std::string_view text, LineKind kind);

} // namespace mirabelle
