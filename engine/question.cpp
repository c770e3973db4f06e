#include "engine/question.h"

#include <algorithm>

namespace mirabelle {

namespace {

// Numbers of small hands: holdover guard (Woodward 2016) and the ladder of idle help.
constexpr Milliseconds guard = 350;
constexpr Milliseconds idle_step = 7500;
constexpr Milliseconds success_least = 900;
constexpr Milliseconds success_most = 4500;
constexpr Milliseconds ripple_length = 320;
constexpr Milliseconds pause_before_hand = 500;
constexpr Milliseconds resting_after = 2500; // a finger that lies still so long is a wrist
constexpr Milliseconds longest_showing = 60'000;
constexpr std::size_t longest_trace = 20'000; // touches; a child's minute is about 4000
constexpr double hand_units = 20;

double rounded(double mm) {
    return std::round(mm * 10) / 10;
} // as the journal keeps it, so that replays are exact

} // namespace

Question::Question(Exercise exercise, const Stage& stage, const Content& content, Speaker& speaker,
                   MakeMechanic make_mechanic, QuestionMode mode)
    : exercise_(std::move(exercise)),
      stage_(stage),
      content_(&content),
      speaker_(&speaker),
      make_mechanic_(make_mechanic),
      ear_(content.picture("ear")),
      hand_(content, hand_units * stage.unit) {
    rebuild_mechanic();
    counting_.trace.lane = stage_.lane.size();
    counting_.trace.touches.reserve(512);
    guarded_until_ = guard;
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

void Question::rebuild_mechanic() {
    mechanic_ = make_mechanic_({exercise_, stage_, *content_, *speaker_});
    if (help_ > HelpLevel::none)
        mechanic_->help(help_);
    owner_.reset();
}

Milliseconds Question::spoken_length(const Prompt& prompt) const {
    Milliseconds sum = 0;
    for (const VoiceId line : prompt)
        sum += content_->voices()[static_cast<std::size_t>(line)].duration;
    return sum;
}

void Question::say_prompt() {
    speaker_->say_next(exercise_.prompt);
    idle_since_ = now_ + spoken_length(exercise_.prompt);
}

void Question::touch(const Touch& touch) {
    const Point at{rounded(touch.at.x), rounded(touch.at.y)};
    if (counting_.trace.touches.size() < longest_trace)
        counting_.trace.touches.push_back({now_, touch.finger, touch.phase, at});
    if (touch.phase == TouchPhase::down) {
        finger_down(touch.finger, at);
    } else if (owner_ == touch.finger) {
        owner_at_ = at;
        idle_since_ = now_;
        if (touch.phase == TouchPhase::move) {
            mechanic_->finger_moved(at);
        } else {
            mechanic_->finger_up(at);
            owner_.reset();
        }
    }
    take_mechanic_response();
}

void Question::finger_down(FingerId finger, Point at) {
    add_ripple(at);
    if (stage_.ear.grown(stage_.sizes.margin).contains(at)) {
        ++counting_.prompts_replayed;
        ear_pressed_.start(200);
        speaker_->hush();
        say_prompt();
        return;
    }
    const bool held_by_other = owner_ && now_ - idle_since_ < resting_after;
    const bool felt =
        phase_ == Phase::asking && now_ >= guarded_until_ && !held_by_other && !is_resting_palm(at);
    if (!felt) {
        ++counting_.stray_touches;
        return;
    }
    if (owner_)
        let_go();
    ++counting_.touches;
    ever_touched_ = true;
    idle_since_ = now_;
    hand_.leave();
    if (!first_touch_)
        first_touch_ = now_;
    if (lands_on_target(at))
        speaker_->hush(); // speech never blocks
    if (mechanic_->finger_down(at) == TouchUse::held) {
        owner_ = finger;
        owner_at_ = at;
    }
}

void Question::let_go() {
    mechanic_->finger_up(owner_at_);
    owner_.reset();
}

bool Question::lands_on_target(Point at) const {
    const auto targets = mechanic_->targets();
    return std::any_of(targets.begin(), targets.end(), [&](const Target& target) {
        return target.drawn.grown(stage_.sizes.margin).contains(at);
    });
}

bool Question::is_resting_palm(Point at) const {
    const bool at_edge = at.y > stage_.lane.bottom() - palm_zone_bottom || at.x < palm_zone_side ||
                         at.x > stage_.lane.right() - palm_zone_side || at.y < palm_zone_side;
    return at_edge && !lands_on_target(at);
}

void Question::add_ripple(Point at) {
    Ripple& ripple = ripples_[next_ripple_];
    next_ripple_ = (next_ripple_ + 1) % ripples_.size();
    ripple.at = at;
    ripple.motion.start(ripple_length);
}

void Question::take_mechanic_response() {
    auto response = mechanic_->take_response();
    if (!response)
        return;
    if (phase_ == Phase::asking)
        accept(std::move(*response));
}

const NamedError* Question::explain(const Response& response) const {
    if (!response.error.empty())
        for (const NamedError& error : exercise_.errors)
            if (error.response.empty() && error.name == response.error)
                return &error;
    return error_for(exercise_, response.text);
}

void Question::accept(Response response) {
    const NamedError* known = response.correct ? nullptr : explain(response);
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
    counting_ = {};
    counting_.trace.lane = stage_.lane.size();
    counting_.trace.touches.reserve(512);
    attempt_began_ = now_;
    guarded_until_ = now_ + guard;
    idle_since_ = now_;
    idle_steps_ = 0;
    if (owner_)
        let_go();

    if (correct) {
        phase_ = Phase::succeeding;
        phase_began_ = now_;
        speaker_->play(Sound::settle);
        speaker_->say(exercise_.praise);
        return;
    }
    ++wrong_answers_;
    speaker_->play(Sound::neutral);
    const Prompt& words =
        known != nullptr && !known->explanation.empty() ? known->explanation : exercise_.explanation;
    speaker_->say(words);
    idle_since_ = now_ + spoken_length(words);
    help_after_error();
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
    hand_starts_ = now_ + pause_before_hand + spoken_length(exercise_.prompt);
    hand_.leave();
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
    guarded_until_ = now_ + guard;
    idle_since_ = now_;
    const std::array yours{content_->voice("your_turn")};
    speaker_->say_next(yours);
}

void Question::tick() {
    if (outcome_ != QuestionOutcome::playing)
        return;
    now_ += tick_length;
    mechanic_->tick();
    ear_pressed_.tick();
    for (Ripple& ripple : ripples_)
        ripple.motion.tick();

    if (phase_ == Phase::hand_shows) {
        if (hand_starts_ != 0 && now_ >= hand_starts_) {
            hand_starts_ = 0;
            rebuild_mechanic(); // the showing starts from an untouched stage
            hand_.follow(mechanic_->solution());
        }
        hand_.tick([this](const GestureStep& step) {
            if (step.phase == TouchPhase::down)
                mechanic_->finger_down(step.point);
            else if (step.phase == TouchPhase::move)
                mechanic_->finger_moved(step.point);
            else
                mechanic_->finger_up(step.point);
        });
        const bool shown = hand_starts_ == 0 && !hand_.busy() && !mechanic_->moving();
        if (shown || now_ - phase_began_ > longest_showing)
            finish_showing();
    } else {
        hand_.tick([](const GestureStep&) {});
    }
    take_mechanic_response();

    if (phase_ == Phase::asking)
        advance_idle();
    if (phase_ == Phase::succeeding) {
        const Milliseconds lasted = now_ - phase_began_;
        const bool heard = !speaker_->speaking() || lasted >= success_most;
        if (lasted >= success_least && heard && !mechanic_->moving())
            outcome_ = QuestionOutcome::answered;
    }
}

void Question::advance_idle() {
    if (now_ - idle_since_ < idle_step)
        return;
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
        say_prompt();
        break;
    default:
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

bool Question::moving() const {
    return mechanic_->moving() || ear_pressed_.running() || owner_.has_value() ||
           std::any_of(ripples_.begin(), ripples_.end(),
                       [](const Ripple& ripple) { return ripple.motion.running(); });
}

void Question::draw(Canvas& canvas) const {
    mechanic_->draw(canvas);
    const double press = 1 - 0.06 * pulse(ear_pressed_.running() ? ear_pressed_.share() : 0);
    canvas.picture(ear_, stage_.ear, {.stretch_x = press, .stretch_y = press});
    for (const Ripple& ripple : ripples_)
        if (ripple.motion.running()) {
            const double share = ripple.motion.share();
            canvas.disc(ripple.at, stage_.unit * 6, faded(palette::white, 0.55),
                        {.stretch_x = 0.4 + 0.6 * ease_out(share),
                         .stretch_y = 0.4 + 0.6 * ease_out(share),
                         .opacity = 1 - share});
        }
    hand_.draw(canvas);
}

} // namespace mirabelle
