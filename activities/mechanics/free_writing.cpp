#include "activities/mechanics/free_writing.h"

#include <utility>

namespace mirabelle {

namespace {

// Times a contact may be lost: how long a hand rests before it has finished.
constexpr Milliseconds patience_when_complete = 4;
constexpr Milliseconds patience_when_not = 9;
constexpr Milliseconds patience_for_word = 14; // however many lines: a child lifts the pen between letters

WritingModel model_for(const Content& content, const Trace& task) {
    if (!task.id.empty())
        return content.model(task.alphabet, task.id);
    WritingModel word;
    word.glyph = task.glyph;
    return word;
}

} // namespace

FreeWriting::FreeWriting(const Content& content, const Stage& stage, const Trace& task,
                         std::vector<Stroke> placed)
    : model_(model_for(content, task)),
      judge_(content.models(task.alphabet), task.alphabet),
      placed_(std::move(placed)),
      lost_contact_(stage.sizes.slow(stage.sizes.lost_contact)) {}

void FreeWriting::pen_down(Point at) {
    if (finished())
        return;
    down_ = true;
    ink_.emplace_back().reserve(256);
    ink_.back().push_back(at);
}

void FreeWriting::pen_moved(Point at) {
    if (down_ && !(ink_.back().back() == at))
        ink_.back().push_back(at);
}

void FreeWriting::pen_up() {
    down_ = false;
    rested_ = 0;
}

Milliseconds FreeWriting::patience(std::size_t lines) const {
    if (model_.id.empty())
        return lost_contact_ * patience_for_word;
    return lost_contact_ * (lines >= placed_.size() ? patience_when_complete : patience_when_not);
}

std::span<const Stroke> FreeWriting::left_to_write() const {
    return std::span(placed_).subspan(std::min(ink_.size(), placed_.size()));
}

void FreeWriting::tick() {
    if (!waiting() || (rested_ += tick_length) < patience(ink_.size()))
        return;
    const TraceJudgement judgement = judge_.judge(model_, ink_, box_of(placed_).height);
    if (judgement.accepted)
        judged_ = judgement;
    else
        ink_.clear();
    if (judgement.remark != TraceRemark::no_ink) // a finger that only touched the slate has tried nothing
        news_ = judgement;
}

std::optional<TraceJudgement> FreeWriting::take_judgement() { return std::exchange(news_, std::nullopt); }

} // namespace mirabelle
