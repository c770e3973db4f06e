// Judges writing without a guide: is it the glyph that was asked, and how was it written? Checked with
// distortions of our own models only; no data of children were used.
#pragma once

#include "engine/writing/recogniser.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mirabelle {

/// What there is to say about a trace. Shares are 0..1, 1 is as taught.
struct TraceVector {
    double shape = 0; ///< how near it comes to the glyph as a whole
    double least_coverage =
        0; ///< share of the model's worst stroke that has ink near it: averages hide a missing bar
    double overflow = 1;        ///< share of the ink that is not near the model; 0 is best
    double start = 0;           ///< 1 begun where the first stroke begins … 0 half its larger side away
    double direction = 0;       ///< share of the strokes' length drawn the way they go
    double order = 0;           ///< share of pairs of strokes in their order
    int lifts = 0;              ///< of the pen, more (+) or fewer (−) than the model has
    double mirror = 0;          ///< how much better its mirror image would be, 0 none … 1
    std::optional<double> size; ///< times the model's height; none where the model's place is not known
    std::string_view confusion; ///< the other glyph it resembles most; empty for a single glyph
    double confusion_margin =
        0;        ///< distance to that glyph less distance to the one asked; below 0 it is nearer
    int rank = 0; ///< place of the glyph asked among all, 1 is first; 0 when it is no model
};

/// Why it is not accepted, or what to say about it; the first that applies.
enum class TraceRemark : std::uint8_t {
    nothing,        ///< nothing to say
    no_ink,         ///< a speck, a dot
    mirror,         ///< it is the mirror image
    missing_stroke, ///< a part of the model has no ink
    off_path,       ///< ink where the model has none
    other_glyph,    ///< it looks like another one
    order,          ///< strokes in another order
    direction,      ///< strokes the other way round
    start           ///< begun elsewhere
};
/// As the journal and the command line write it; empty for `nothing`.
std::string_view name_of(TraceRemark remark);

struct TraceJudgement {
    TraceVector vector;
    bool accepted = false;
    /// When accepted: what could be better (capitals and digits: order and direction inform only).
    TraceRemark remark = TraceRemark::no_ink;
};

class FreeJudge {
  public:
    /// `models` outlives the judge.
    FreeJudge(std::span<const WritingModel> models, Alphabet alphabet);

    /// `ink` in any unit, y downwards, in the order it was written. `model_height`, where known, is the
    /// height in that unit at which the model was shown. `glyph` is one of the models.
    TraceJudgement judge(const WritingModel& glyph, std::span<const Stroke> ink,
                         std::optional<double> model_height = {}) const;

  private:
    Alphabet alphabet_;
    Recogniser recogniser_;
};

} // namespace mirabelle
