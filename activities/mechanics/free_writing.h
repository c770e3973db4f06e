// Writing on an empty slate: lines are gathered until the hand rests, then judged as a whole.
#pragma once

#include "engine/content/content.h"
#include "engine/exercise.h"
#include "engine/motion.h"
#include "engine/stage.h"
#include "engine/writing/free_judge.h"

#include <optional>
#include <vector>

namespace mirabelle {

class FreeWriting {
  public:
    /// `task` names a glyph of `content`, or is a word; its strokes stand at `placed`, mm.
    FreeWriting(const Content& content, const Stage& stage, const Trace& task, std::vector<Stroke> placed);

    void pen_down(Point at);
    void pen_moved(Point at);
    void pen_up();
    void tick();

    bool drawing() const { return down_; }
    bool waiting() const { return !down_ && !ink_.empty() && !judged_; }
    bool finished() const { return judged_ && judged_->accepted; }
    /// What the hand has written, once it rests; the ink of a try that is refused is wiped off.
    std::optional<TraceJudgement> take_judgement();

    const std::vector<Stroke>& ink() const { return ink_; } ///< mm
    /// How long the hand must rest after so many lines until it is judged.
    Milliseconds patience(std::size_t lines) const;
    /// The model's strokes that the hand has not begun, if it goes on as taught.
    std::span<const Stroke> left_to_write() const;

  private:
    WritingModel model_;
    FreeJudge judge_;
    std::vector<Stroke> placed_;
    Milliseconds lost_contact_;
    std::vector<Stroke> ink_;
    Milliseconds rested_ = 0;
    bool down_ = false;
    std::optional<TraceJudgement> judged_, news_;
};

} // namespace mirabelle
