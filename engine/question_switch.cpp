// The part of a question that is played with one switch.
#include "engine/question.h"

namespace mirabelle {

namespace {

// Behind what the mechanic offers the ring comes to the ear and to the door.
constexpr std::size_t controls = 2;
constexpr std::size_t tap_steps = 2; // steps of a gesture
constexpr Milliseconds at_once = 2 * tick_length;

} // namespace

std::vector<SwitchStop> Question::switch_stops() const {
    auto stops = mechanic_->switch_stops();
    stops.push_back(tapped_stop(stage_.ear));
    stops.push_back(tapped_stop(stage_.door));
    return stops;
}

void Question::begin_scan() {
    if (scans())
        scan_.begin(switch_stops());
}

bool Question::ring_is_out() const {
    return scans() && phase_ == Phase::asking && !hand_takes_ && outcome_ == QuestionOutcome::playing;
}

bool Question::ring_is_on_piece() const {
    return ring_is_out() && now_ >= guarded_until_ && scan_.now() != nullptr &&
           scan_.place() + controls < scan_.count();
}

std::optional<Rect> Question::ringed() const {
    return ring_is_out() && scan_.now() != nullptr ? std::optional(scan_.now()->where) : std::nullopt;
}

void Question::advance_scan() {
    if (hand_takes_) {
        idle_since_ = now_;
        if (!hand_.busy()) {
            hand_takes_ = false;
            begin_scan();
        }
    } else if (ring_is_out() && !hand_.busy()) {
        if (mechanic_->holds_ring())
            begin_scan();
        else if (scan_.tick())
            scan_.move_on(switch_stops());
    }
}

void Question::press_switch(Point at) {
    ripples_.add(at);
    const SwitchStop* ringed = scan_.now();
    if (!ring_is_out() || now_ < guarded_until_ || ringed == nullptr) {
        ++counting_.stray_touches;
        return;
    }
    idle_since_ = now_;
    hand_.leave();
    guarded_until_ = now_ + stage_.sizes.guard; // a hand that trembles presses twice
    const std::size_t first_control = scan_.count() - controls;
    if (scan_.place() == first_control) {
        replay_prompt();
    } else if (scan_.place() > first_control) {
        wants_to_leave_ = true;
    } else {
        ++counting_.touches;
        ever_touched_ = true;
        if (!first_touch_)
            first_touch_ = now_;
        speaker_->hush();
        const Gesture taking = ringed->taking;
        hand_takes_ = taking.size() > tap_steps; // what one switch cannot do, the hand does for it
        if (hand_takes_) {
            help_ = HelpLevel::solved_together;
            hand_.follow(taking);
        } else
            for (const GestureStep& step : taking)
                follow(step);
        take_mechanic_response();
    }
    if (!hand_takes_)
        begin_scan();
}

Gesture Question::solution() const {
    const Gesture whole = mechanic_->solution();
    if (!scans())
        return whole;
    const bool right = ring_is_on_piece() && !whole.empty() &&
                       scan_.now()->where.contains(whole.front().point) &&
                       (!mechanic_->holds_ring() || whole.front().at <= at_once);
    Gesture press;
    if (right)
        add_tap(press, scan_.now()->where.centre(), 0);
    return press;
}

Gesture Question::mistake(Random& random) const {
    if (!scans())
        return mechanic_->mistake(random);
    const bool moment = mechanic_->holds_ring();
    const Gesture whole = moment ? mechanic_->mistake(random) : mechanic_->solution();
    const bool wrong =
        ring_is_on_piece() && !whole.empty() &&
        (moment ? whole.front().at <= at_once : !scan_.now()->where.contains(whole.front().point));
    Gesture press;
    if (wrong)
        add_tap(press, scan_.now()->where.centre(), 0);
    return press;
}

} // namespace mirabelle
