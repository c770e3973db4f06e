#include "engine/guided_trace.h"

#include <utility>

namespace mirabelle {

namespace {

constexpr double checkpoint_share = 0.04; // of the stroke's length
constexpr double wide = 1.5; // times the corridor: where ink is still forgiven and a lift may resume
constexpr double outside_allowed = 0.25;   // share of the stroke's ink
constexpr double judged_from_share = 0.25; // of the stroke's length: less ink is no try yet
constexpr double judged_from_corridors = 2;
constexpr double followed_by_chance = 0.6; // of a short stroke drawn backwards, its last millimetres
constexpr double stalled_share =
    0.6; // of the stroke's length: so much ink in vain is a scribble or the other way round

double distance_to(const Stroke& line, Point p) {
    double nearest = distance(p, line.front());
    for (std::size_t i = 1; i < line.size(); ++i)
        nearest = std::min(nearest, distance_to_segment(p, line[i - 1], line[i]));
    return nearest;
}

} // namespace

std::string_view name_of(TraceFault fault) {
    switch (fault) {
    case TraceFault::start:
        return "start";
    case TraceFault::direction:
        return "direction";
    case TraceFault::off_path:
        break;
    }
    return "off_path";
}

GuidedTrace::GuidedTrace(std::vector<Stroke> strokes, double corridor, double gap)
    : strokes_(std::move(strokes)), corridor_(corridor), gap_(gap) {
    begin_stroke();
}

void GuidedTrace::begin_stroke() {
    checkpoints_.clear();
    reached_ = 0;
    ink_length_ = outside_length_ = 0;
    ink_of_stroke_ = ink_.size();
    if (finished())
        return;
    const double share = length(strokes_[stroke_]) * checkpoint_share;
    checkpoints_ = resampled(strokes_[stroke_], gap_ > 0 ? std::min(gap_, share) : share);
}

double GuidedTrace::progress() const {
    return checkpoints_.empty() ? 1
                                : static_cast<double>(reached_) / static_cast<double>(checkpoints_.size());
}

Point GuidedTrace::next_point() const {
    return checkpoints_.empty() ? Point{} : checkpoints_[std::min(reached_, checkpoints_.size() - 1)];
}

void GuidedTrace::pen_down(Point at) {
    if (finished())
        return;
    down_ = true;
    ink_.emplace_back().reserve(256);
    ink_.back().push_back(at);
    advance(at);
}

void GuidedTrace::pen_moved(Point at) {
    if (!down_ || finished())
        return;
    const double step = distance(ink_.back().back(), at);
    if (step == 0)
        return;
    ink_length_ += step;
    if (distance_to(strokes_[stroke_], at) > wide * corridor_)
        outside_length_ += step;
    ink_.back().push_back(at);
    advance(at);
    if (down_ && (ink_outside() || ink_without_progress()))
        judge_ink();
}

void GuidedTrace::advance(Point at) {
    // The first point must be met at the start; a lift may resume a little further off.
    while (reached_ < checkpoints_.size() &&
           distance(at, checkpoints_[reached_]) <= corridor_ * (reached_ == 0 ? wide : 1))
        ++reached_;
    if (reached_ < checkpoints_.size())
        return;
    ++stroke_;
    down_ = false;
    begin_stroke();
}

void GuidedTrace::pen_up() {
    if (!down_)
        return;
    down_ = false;
    // Where nothing of the path was followed, the ink tells what the child tried instead.
    if (ink_length_ > enough_ink() && (reached_ <= 1 || went_backwards()))
        judge_ink();
}

double GuidedTrace::enough_ink() const {
    return std::max(judged_from_corridors * corridor_, judged_from_share * length(checkpoints_));
}

bool GuidedTrace::ink_outside() const {
    return ink_length_ > enough_ink() && outside_length_ > outside_allowed * ink_length_;
}

bool GuidedTrace::ink_without_progress() const {
    const double whole = length(checkpoints_);
    return ink_length_ - progress() * whole > std::max(2 * enough_ink(), whole * stalled_share);
}

bool GuidedTrace::went_backwards() const {
    // Ink that passes the checkpoints from the last one backwards went the other way.
    std::size_t back = checkpoints_.size();
    for (std::size_t line = ink_of_stroke_; line < ink_.size(); ++line)
        for (const Point p : ink_[line])
            while (back > 0 && distance(p, checkpoints_[back - 1]) <= wide * corridor_)
                --back;
    return progress() < followed_by_chance && back * 2 < checkpoints_.size();
}

void GuidedTrace::judge_ink() {
    const Stroke& first = ink_[ink_of_stroke_];
    if (went_backwards())
        fail(TraceFault::direction);
    else if (distance(first.front(), checkpoints_.front()) > wide * corridor_)
        fail(TraceFault::start);
    else
        fail(TraceFault::off_path);
}

void GuidedTrace::fail(TraceFault fault) {
    fault_ = fault;
    down_ = false;
    ink_.resize(ink_of_stroke_);
    begin_stroke();
}

std::optional<TraceFault> GuidedTrace::take_fault() { return std::exchange(fault_, std::nullopt); }

} // namespace mirabelle
