#include "engine/question.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mirabelle {

namespace {

constexpr Milliseconds success_least = 900;
constexpr Milliseconds success_most = 4500;
constexpr Milliseconds pause_before_hand = 500;
constexpr Milliseconds peace_length = 60'000;
constexpr Milliseconds longest_showing = 60'000;
constexpr std::size_t longest_trace = 20'000; // touches; a child's minute is about 4000
constexpr double hand_units = 20;

double rounded(double mm) {
    return std::round(mm * 10) / 10;
} // as the journal keeps it, so that replays are exact

Milliseconds spoken_length(const Prompt& prompt, const Content& content) {
    Milliseconds sum = 0;
    for (const VoiceId line : prompt)
        sum += content.voices()[static_cast<std::size_t>(line)].duration;
    return sum;
}

bool is_near_edge(Point at, const Stage& stage) {
    const double side = stage.sizes.palm_side;
    return at.y > stage.lane.bottom() - stage.sizes.palm_bottom || at.x < side ||
           at.x > stage.lane.right() - side || at.y < side;
}

const NamedError* error_of(const Response& response, const Exercise& exercise) {
    if (!response.error.empty())
        for (const NamedError& error : exercise.errors)
            if (error.response.empty() && error.name == response.error)
                return &error;
    return error_for(exercise, response.text);
}

} // namespace

Question::Question(Exercise exercise, const Stage& stage, const Content& content, Speaker& speaker,
                   MakeMechanic make_mechanic, QuestionMode mode)
    : exercise_(std::move(exercise)),
      stage_(stage),
      content_(&content),
      speaker_(&speaker),
      make_mechanic_(make_mechanic),
      ear_(content.picture("ear")),
      hand_(content, hand_units * stage.unit, stage.access.hand, stage.sizes.slowed),
      scan_(stage.access.scan_step),
      sparkles_(content, stage.unit, stage.access.movement) {
    rebuild_mechanic();
    count_from_here();
    begin_scan();
    guarded_until_ = stage_.sizes.guard;
    if (mode == QuestionMode::example) {
        show_solution(AfterShowing::question_ends, "watch_me");
        return;
    }
    if (mode == QuestionMode::guided) {
        const std::array opening{content.voice("your_turn")};
        speaker_->say_next(opening);
        hand_.follow(mechanic_->hint());
    }
    say_prompt();
}

void Question::count_from_here() {
    counting_ = {};
    counting_.trace.lane = stage_.lane.size();
    counting_.trace.access = stage_.access;
    counting_.trace.touches.reserve(512);
}

void Question::rebuild_mechanic() {
    mechanic_ = make_mechanic_({exercise_, stage_, *content_, *speaker_});
    if (help_ > HelpLevel::none)
        mechanic_->help(help_);
    owner_.reset();
}

void Question::say_prompt() {
    speaker_->say_next(exercise_.prompt);
    const Milliseconds saying = spoken_length(exercise_.prompt, *content_);
    mechanic_->asked(saying);
    idle_since_ = now_ + saying;
}

void Question::touch(const Touch& touch) {
    const Point at{rounded(touch.at.x), rounded(touch.at.y)};
    if (touch.phase == TouchPhase::down && std::exchange(in_peace_, false) && !is_on_target(at))
        say_prompt(); // whoever comes now has not heard it
    if (counting_.trace.touches.size() < longest_trace)
        counting_.trace.touches.push_back({now_, touch.finger, touch.phase, at});
    if (scans()) {
        if (touch.phase == TouchPhase::down)
            press_switch(at);
        return;
    }
    if (touch.phase == TouchPhase::down) {
        finger_down(touch.finger, at);
    } else if (owner_ == touch.finger) {
        owner_at_ = at;
        idle_since_ = owner_moved_ = now_;
        if (touch.phase == TouchPhase::move) {
            mechanic_->finger_moved(at);
        } else {
            mechanic_->finger_up(at);
            owner_.reset();
        }
    }
    take_mechanic_response();
}

void Question::replay_prompt() {
    ++counting_.prompts_replayed;
    if (stage_.access.movement == Movement::full)
        ear_pressed_.start(200);
    speaker_->hush();
    say_prompt();
}

void Question::finger_down(FingerId finger, Point at) {
    ripples_.add(at);
    if (!finger_at_work() && is_on_ear(at)) {
        replay_prompt();
        return;
    }
    const bool on_target = is_on_target(at);
    const bool felt = phase_ == Phase::asking && now_ >= guarded_until_ && !finger_at_work() &&
                      (on_target || !is_near_edge(at, stage_));
    if (!felt) {
        ++counting_.stray_touches;
        return;
    }
    if (std::exchange(owner_, std::nullopt))
        mechanic_->finger_up(owner_at_);
    ++counting_.touches;
    ever_touched_ = true;
    idle_since_ = now_;
    hand_.leave();
    if (!first_touch_)
        first_touch_ = now_;
    if (on_target)
        speaker_->hush(); // speech never blocks
    if (mechanic_->finger_down(at) == TouchUse::held) {
        owner_ = finger;
        owner_at_ = at;
        owner_moved_ = now_;
    }
}

void Question::follow(const GestureStep& step) {
    if (step.phase == TouchPhase::down)
        mechanic_->finger_down(step.point);
    else if (step.phase == TouchPhase::move)
        mechanic_->finger_moved(step.point);
    else
        mechanic_->finger_up(step.point);
}

bool Question::is_on_ear(Point at) const { return stage_.ear.grown(stage_.sizes.margin).contains(at); }

bool Question::is_on_target(Point at) const {
    const auto targets = mechanic_->targets();
    return std::any_of(targets.begin(), targets.end(), [&](const Target& target) {
        return target.drawn.grown(stage_.sizes.margin).contains(at);
    });
}

void Question::take_mechanic_response() {
    auto response = mechanic_->take_response();
    if (!response)
        return;
    if (phase_ == Phase::asking)
        accept(std::move(*response));
}

void Question::accept(Response response) {
    const NamedError* known = response.correct ? nullptr : error_of(response, exercise_);
    GivenAnswer& given = counting_;
    given.attempt_number = wrong_answers_ + 1;
    given.help = help_;
    given.latency = first_touch_.value_or(now_);
    given.duration = now_ - attempt_began_;
    if (!response.correct)
        given.error = known != nullptr ? known->name : response.error;
    given.response = std::move(response);
    const bool correct = given.response.correct;
    answer_ = std::move(counting_);
    count_from_here();
    attempt_began_ = now_;
    guarded_until_ = now_ + stage_.sizes.guard;
    idle_since_ = now_;
    idle_steps_ = 0;
    if (std::exchange(owner_, std::nullopt))
        mechanic_->finger_up(owner_at_);

    if (correct) {
        phase_ = Phase::succeeding;
        phase_began_ = now_;
        if (exercise_.scoring == Scoring::counts)
            sparkles_.burst(mechanic_->settled());
        speaker_->play(Sound::settle);
        speaker_->hush();
        if (const auto* order = std::get_if<Order>(&exercise_.task))
            speaker_->say_next(order->when_built);
        if (exercise_.scoring == Scoring::never)
            for (const Piece& piece : exercise_.pieces)
                if (piece.label == answer_->response.text) // whatever was chosen
                    speaker_->say_next({&piece.said, 1});
        speaker_->say_next(exercise_.praise);
        return;
    }
    ++wrong_answers_;
    speaker_->play(Sound::neutral);
    const Prompt& words =
        known != nullptr && !known->explanation.empty() ? known->explanation : exercise_.explanation;
    speaker_->say(words);
    idle_since_ = now_ + spoken_length(words, *content_);
    help_after_error();
    begin_scan();
}

void Question::help_after_error() {
    switch (wrong_answers_) {
    case 1: // the explanation has been given and the mechanic has dimmed the choice
        break;
    case 2:
        help_ = std::max(help_, HelpLevel::fewer_choices);
        mechanic_->help(help_);
        break;
    case 3:
        show_solution(AfterShowing::child_tries, "together");
        break;
    default:
        outcome_when_shown_ = QuestionOutcome::solved_together;
        show_solution(AfterShowing::question_ends, "together");
    }
}

void Question::show_solution(AfterShowing after, std::string_view opening_line) {
    phase_ = Phase::hand_shows;
    phase_began_ = now_;
    after_showing_ = after;
    const std::array opening{content_->voice(opening_line)};
    speaker_->say_next(opening);
    speaker_->say_next(exercise_.prompt);
    hand_starts_ = now_ + stage_.sizes.slow(pause_before_hand) + spoken_length(exercise_.prompt, *content_);
    hand_.leave();
    hand_takes_ = false;
}

void Question::finish_showing() {
    if (after_showing_ == AfterShowing::question_ends) {
        outcome_ = outcome_when_shown_;
        return;
    }
    help_ = HelpLevel::solved_together;
    rebuild_mechanic();
    phase_ = Phase::asking;
    phase_began_ = now_;
    attempt_began_ = now_;
    guarded_until_ = now_ + stage_.sizes.guard;
    idle_since_ = now_;
    begin_scan();
    const std::array yours{content_->voice("your_turn")};
    speaker_->say_next(yours);
}

void Question::rest() {
    ear_pressed_.tick();
    ripples_.tick();
    sparkles_.tick();
}

void Question::touch_astray(Point at) { ripples_.add({rounded(at.x), rounded(at.y)}); }

void Question::count_earlier(Point at) {
    at = {rounded(at.x), rounded(at.y)};
    if (scans() || is_on_ear(at))
        return; // a switch has no place, and who wants to listen does not stray
    counting_.trace.touches.push_back({now_, FingerId{}, TouchPhase::down, at});
    ++counting_.stray_touches;
}

void Question::tick() {
    if (outcome_ != QuestionOutcome::playing)
        return;
    now_ += tick_length;
    mechanic_->tick();
    rest();

    if (phase_ == Phase::hand_shows) {
        if (hand_starts_ != 0 && now_ >= hand_starts_) {
            hand_starts_ = 0;
            rebuild_mechanic(); // the showing starts from an untouched stage
            hand_.follow(mechanic_->solution());
        }
        hand_.tick([this](const GestureStep& step) { follow(step); });
        const bool shown = hand_starts_ == 0 && !hand_.busy() && !mechanic_->moving();
        if (shown || now_ - phase_began_ > stage_.sizes.slow(longest_showing))
            finish_showing();
    } else {
        hand_.tick([this](const GestureStep& step) {
            if (hand_takes_)
                follow(step);
        });
    }
    take_mechanic_response();

    advance_scan();
    if (phase_ == Phase::asking)
        advance_idle();
    if (phase_ == Phase::succeeding) {
        const Milliseconds lasted = now_ - phase_began_;
        const bool heard = !speaker_->speaking() || lasted >= success_most;
        if (lasted >= stage_.sizes.slow(success_least) && heard && !mechanic_->moving())
            outcome_ = QuestionOutcome::answered;
    }
}

void Question::advance_idle() {
    if (mechanic_->moving()) { // nobody is idle who watches, or listens to a story
        idle_since_ = std::max(idle_since_, now_);
        return;
    }
    // Whoever waits for the ring is not idle: it must first have been everywhere.
    const Milliseconds ring_round = scan_.round() + stage_.access.scan_step;
    if (now_ - idle_since_ < std::max(in_peace_ ? peace_length : stage_.sizes.idle_step, ring_round))
        return;
    if (in_peace_) {
        outcome_ = QuestionOutcome::unattended;
        return;
    }
    idle_since_ = now_;
    switch (++idle_steps_) {
    case 1:
        help_ = std::max(help_, HelpLevel::gesture_shown);
        say_prompt();
        hand_.follow(mechanic_->hint());
        break;
    case 2:
        help_ = std::max(help_, HelpLevel::answer_shown);
        mechanic_->help(help_);
        begin_scan();
        say_prompt();
        break;
    default:
        if (exercise_.scoring == Scoring::never) { // nobody answers that in a child's place
            outcome_ = QuestionOutcome::unattended;
            return;
        }
        outcome_when_shown_ = ever_touched_ ? QuestionOutcome::solved_together : QuestionOutcome::unattended;
        show_solution(AfterShowing::question_ends, "together");
    }
}

std::optional<GivenAnswer> Question::take_answer() {
    auto taken = std::move(answer_);
    answer_.reset();
    return taken;
}

Moment Question::moment() const {
    if (phase_ == Phase::succeeding)
        return Moment::success;
    return hand_.busy() || phase_ == Phase::hand_shows ? Moment::help : Moment::asking;
}

bool Question::moving() const { return mechanic_->moving() || owner_.has_value() || answers_touch(); }

bool Question::answers_touch() const {
    return ear_pressed_.running() || ripples_.moving() || sparkles_.running();
}

void Question::draw(Canvas& canvas) const {
    mechanic_->draw(canvas);
    sparkles_.draw(canvas);
    const double press = 1 - 0.06 * pulse(ear_pressed_.running() ? ear_pressed_.share() : 0);
    canvas.picture(ear_, stage_.ear, {.stretch_x = press, .stretch_y = press});
    ripples_.draw(canvas, stage_);
    if (ring_is_out())
        scan_.draw(canvas, stage_.unit);
    hand_.draw(canvas);
}

} // namespace mirabelle
