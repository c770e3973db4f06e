#include "engine/screens/play.h"

#include "engine/fitting.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr int unattended_most = 2; // then the child has gone
constexpr Milliseconds leaf_opening = 350;
constexpr Milliseconds pondering_length = 2600; // after an answer that was not the one
constexpr Milliseconds lively_for = 3000;       // then she breathes no more: a child thinks in peace
constexpr std::size_t most_strays = 64;         // kept of one waiting

constexpr double mascot_roundness = 0.22; // of her picture: its corners are empty

// Shares of the twig's picture; see assets/art/README.md.
constexpr double twig_aspect = 0.1; // height to width
constexpr double twig_spine = 0.6;
constexpr double twig_first = 0.15;
constexpr double twig_last = 0.84;

} // namespace

Play::Play(const LaneParts& parts, const ToPlay& wish)
    : parts_(parts),
      wish_(wish),
      child_(wish.child ? parts.class_room.child(*wish.child) : whole_class(wish.proposal.level->band)),
      names_(first_names(child_, parts.class_room.children())),
      access_(settled(child_.access, parts.movement, parts.content.easing())),
      level_(wish.proposal.level),
      bud_(parts.content.picture("leaf_bud")),
      leaf_(parts.content.picture("leaf_open")),
      twig_(parts.content.picture("twig")) {
    // Only a teacher lets a child begin whose time is over.
    if (wish.child && parts.class_room.has_played_enough(*wish.child))
        time_left_ = TimeLeft::none;
    const TouchSizes& sizes = parts.content.sizes(level_->band);
    questions_ = wish.questions > 0 ? wish.questions
                                    : parts.random.between(sizes.questions_least, sizes.questions_most);
    strays_.reserve(most_strays);
    run_.id = Uuid::make(parts.ids);
    run_.session = parts.session;
    if (wish.child)
        run_.child = child_.id;
    run_.activity = std::string(wish.proposal.activity->id);
    run_.level = level_->id;
    run_.seed = parts.random.bits();
    run_.lane = parts.lane;
    run_.start = parts.now;
    parts.writer.submit(run_);
    waits_ = is_conducted();
    resize(parts.size);
    if (question_->exercise().scoring == Scoring::never)
        questions_ = 1; // asked again and again it would be a test
}

void Play::resize(Size size) {
    // Where only the reach has changed, the question that stands is played to its end as it lies.
    if (question_ && size == stage_.lane.size())
        return;
    lay();
    if (waits_)
        hold();
    else
        ask(first_mode());
}

void Play::lay() {
    // Laid out for the age of the level, whoever plays it, so that a replay can lay it out again.
    laid_for_ = level_->band;
    laid_for_reach_ = parts_.reach;
    stage_ = make_stage(parts_.size, eased(parts_.content.sizes(laid_for_), access_, parts_.content.easing()),
                        laid_for_reach_, access_);
    door_ = {parts_.content.picture("door"), stage_.door, stage_.sizes.margin / stage_.sizes.enlarged};
    stage_.season = parts_.season;
    const bool at_left = stage_.mascot.centre().x < stage_.lane.centre().x;
    mascot_ = Mascot(parts_.content, stage_.mascot, stage_.access.movement,
                     at_left ? Mascot::Facing::right : Mascot::Facing::left);
}

QuestionMode Play::first_mode() const {
    const bool first_time =
        wish_.child && asked_ == 0 && parts_.planner.is_new_to(child_, *wish_.proposal.activity);
    return first_time ? QuestionMode::example : QuestionMode::alone;
}

PosedQuestion Play::draw_own() {
    return draw_question(*wish_.proposal.activity, posed_ ? *posed_->level : fitting_level(), parts_.content,
                         names_, parts_.random, posed_ ? posed_->exercise.item : last_item_);
}

/// The question as this child meets it, on the stage that fits it.
std::unique_ptr<Question> Play::make_question(const Exercise& posed, Speaker& speaker, QuestionMode mode) {
    Exercise exercise = eased(posed, access_, parts_.content.sizes(laid_for_));
    stage_ = fitting_stage({parts_.size, laid_for_reach_, laid_for_, access_}, exercise, parts_.content,
                           parts_.make_mechanic);
    stage_.season = parts_.season;
    return std::make_unique<Question>(std::move(exercise), stage_, parts_.content, speaker,
                                      parts_.make_mechanic, mode);
}

void Play::ask(QuestionMode mode) {
    count_time();
    mode_ = mode;
    // What was posed is not given away as an example.
    const bool use_posed = posed_ && mode != QuestionMode::example;
    PosedQuestion next = use_posed ? std::move(*posed_) : draw_own();
    if (use_posed)
        posed_.reset();
    if (next.exercise.scoring == Scoring::never)
        mode_ = mode = QuestionMode::alone; // an example would be somebody else's answer
    level_ = next.level;
    seed_ = next.seed;
    last_item_ = next.exercise.item;
    if (level_->band != laid_for_ || parts_.reach != laid_for_reach_)
        lay();
    // One switch cannot trace: the hand draws for it, and what it answers is filed as guided.
    const bool by_hand = access_.scans() && std::holds_alternative<Trace>(next.exercise.task);
    scaffold_ = mode == QuestionMode::guided || by_hand ? Scaffold::guided : Scaffold::alone;
    question_ = make_question(next.exercise, parts_.speaker,
                              mode == QuestionMode::alone && by_hand ? QuestionMode::guided : mode);
    if (mode != QuestionMode::example) {
        for (const Point at : strays_)
            question_->count_earlier(at);
        strays_.clear();
    }
    if (unattended_ > 0)
        question_->ask_in_peace();
    seat_mascot();
}

/// The first question of a round that waits is seen, not heard.
void Play::hold() {
    posed_.reset();
    posed_ = draw_own();
    question_ = make_question(posed_->exercise, silence_, QuestionMode::alone);
    seat_mascot();
}

void Play::seat_mascot() {
    const auto targets = question_->mechanic().targets();
    const Rect body = stage_.mascot.grown(-mascot_roundness * stage_.mascot.width);
    company_ = std::none_of(targets.begin(), targets.end(),
                            [&](const Target& target) { return target.drawn.overlaps(body); })
                   ? Company::beside
                   : Company::away;
}

void Play::touch(const Touch& touch) {
    if (ended_)
        return;
    if (waits_) {
        if (touch.phase != TouchPhase::down)
            return;
        question_->touch_astray(touch.at);
        if (strays_.size() < most_strays)
            strays_.push_back(touch.at);
        return;
    }
    // The first finger owns what it took: while it is at work the door is as dead as everything else.
    if (touch.phase == TouchPhase::down && !scans() && !question_->finger_at_work() &&
        door_.feels(touch.at)) {
        leave_by_door();
        return;
    }
    question_->touch(touch);
    take_answer();
    if (question_->wants_to_leave())
        leave_by_door();
}

void Play::leave_by_door() {
    door_.press();
    parts_.speaker.play(Sound::touch);
    parts_.speaker.hush();
    if (wish_.child)
        leave(RunEnding::left, ToGarden{*wish_.child, ToGarden::With::nothing, wish_.rounds});
    else
        leave(RunEnding::left, ToWhoIsHere{});
}

void Play::take_answer() {
    auto given = question_->take_answer();
    if (!given)
        return;
    if (given->response.correct)
        leaf_opens_.start(leaf_opening);
    else
        pondering_.start(pondering_length);
    write_down(std::move(*given));
}

void Play::tick() {
    if (ended_)
        return;
    door_.tick();
    leaf_opens_.tick();
    pondering_.tick();
    mascot_.tick(act(), voice_of(parts_.speaker),
                 question_time_ < lively_for ? Mascot::Life::lively : Mascot::Life::resting);
    if (waits_) {
        question_->rest();
        return;
    }
    question_time_ += tick_length;
    question_->tick();
    take_answer();
    // An answer is on disk before the next question is asked.
    const bool over = skip_wanted_ || question_->outcome() != QuestionOutcome::playing;
    if (over && parts_.writer.state().waiting == 0)
        go_on();
}

void Play::write_down(GivenAnswer given) {
    const Exercise& exercise = question_->exercise();
    Answer answer;
    Attempt& attempt = answer.attempt;
    attempt.id = Uuid::make(parts_.ids);
    attempt.run = run_.id;
    attempt.child = run_.child;
    attempt.skill = exercise.skill;
    attempt.activity = run_.activity;
    attempt.level = level_->id;
    attempt.question = asked_ + skipped_;
    attempt.seed = seed_;
    attempt.item = exercise.item;
    attempt.expected = exercise.expected;
    attempt.response = std::move(given.response.text);
    attempt.options = options_shown(exercise);
    attempt.correct = given.response.correct;
    attempt.error = std::move(given.error);
    attempt.attempt_number = given.attempt_number;
    attempt.help = given.help;
    attempt.scaffold = scaffold_;
    attempt.latency = given.latency;
    attempt.duration = given.duration;
    attempt.prompts_replayed = given.prompts_replayed;
    attempt.touches = given.touches;
    attempt.stray_touches = given.stray_touches;
    attempt.lane = parts_.lane;
    attempt.when = parts_.now;
    attempt.difficulty = exercise.difficulty;
    attempt.choices = exercise.options;
    const Activity& activity = *wish_.proposal.activity;
    const Estimate before = parts_.planner.expect(child_, activity, exercise);
    const Estimate after = parts_.planner.learn(child_, activity, attempt);
    attempt.predicted = before.predicted;
    attempt.mu_before = before.mu;
    attempt.mu_after = after.mu;
    attempt.variance_before = before.variance;
    attempt.variance_after = after.variance;
    attempt.weight = after.weight;
    answer.trace = std::move(given.trace);
    if (stage_.reachable.height < stage_.lane.height)
        answer.trace->reach = stage_.reachable.height;
    parts_.writer.submit(std::move(answer));
}

void Play::go_on() {
    count_time();
    const bool skipped = std::exchange(skip_wanted_, false) && !is_answered();
    if (mode_ == QuestionMode::example) {
        ask(QuestionMode::guided);
        return;
    }
    ++(skipped ? skipped_ : asked_);
    unattended_ = question_->outcome() == QuestionOutcome::unattended ? unattended_ + 1 : 0;
    const bool time_is_up =
        time_left_ == TimeLeft::some && wish_.child && parts_.class_room.has_played_enough(*wish_.child);
    if (unattended_ >= unattended_most) {
        if (wish_.child)
            parts_.class_room.stand_up(*wish_.child);
        leave(RunEnding::left, ToWhoIsHere{});
    } else if (asked_ >= questions_) {
        if (wish_.child)
            parts_.class_room.add_leaf();
        leave(RunEnding::completed, after_completion());
    } else if (time_is_up) {
        leave(RunEnding::time_up,
              ToCalmEnd{*wish_.child, ToCalmEnd::Because::time_up, ToCalmEnd::With::nothing});
    } else if (is_conducted()) {
        waits_ = true;
    } else {
        ask(QuestionMode::alone);
    }
}

NextScreen Play::after_completion() const {
    if (!wish_.child)
        return ToWhoIsHere{};
    const int rounds = wish_.rounds + 1;
    if (parts_.class_room.has_played_enough(*wish_.child))
        return ToCalmEnd{*wish_.child, ToCalmEnd::Because::time_up, ToCalmEnd::With::leaf};
    if (rounds >= parts_.content.sizes(level_->band).rounds_per_turn)
        return ToCalmEnd{*wish_.child, ToCalmEnd::Because::turn_over, ToCalmEnd::With::leaf};
    return ToGarden{*wish_.child, ToGarden::With::leaf, rounds};
}

bool Play::is_answered() const {
    return question_->outcome() != QuestionOutcome::playing || question_->moment() == Moment::success;
}

void Play::count_time() {
    const Milliseconds time = std::exchange(question_time_, 0);
    if (wish_.child)
        parts_.class_room.add_played(*wish_.child, time);
}

void Play::end(RunEnding ending) {
    if (ended_)
        return;
    ended_ = true;
    count_time();
    parts_.writer.submit(RunEnd{run_.id, ending, parts_.now});
}

void Play::leave(RunEnding ending, const NextScreen& next) {
    end(ending);
    next_ = next;
}

void Play::move_children(const MovedChildren& moved) {
    if (wish_.child)
        wish_.child = moved[*wish_.child];
}

void Play::close() { end(RunEnding::left); }

MascotAct Play::act() const {
    if (waits_ || ended_)
        return MascotAct::idle;
    // Whatever a child feels is listened to, not cheered.
    if (question_->moment() == Moment::success)
        return question_->exercise().scoring == Scoring::never ? MascotAct::listening : MascotAct::pleased;
    if (question_->shows_hand())
        return MascotAct::pointing;
    if (pondering_.running() || question_->moment() == Moment::help)
        return MascotAct::thinking;
    return parts_.speaker.speaking() ? MascotAct::idle : MascotAct::listening;
}

Pace Play::pace() const {
    if (waits_)
        return question_->answers_touch() ? Pace::moving : Pace::calm;
    if (question_->moving() || door_.moving() || leaf_opens_.running())
        return Pace::moving;
    if (question_->shows_hand())
        return Pace::gliding;
    if (in_motion())
        return Pace::moving;
    return scans() || question_time_ < lively_for ? Pace::calm : Pace::still;
}

void Play::draw(Canvas& canvas) const {
    question_->mechanic().draw_scenery(canvas);
    draw_twig(canvas);
    if (company_ == Company::beside)
        mascot_.draw(canvas);
    door_.draw(canvas);
    question_->draw(canvas);
}

void Play::draw_twig(Canvas& canvas) const {
    // The picture is as wide as the twig; buds and leaves stand on its spine.
    const Rect where = centred_on(stage_.twig.centre(), {stage_.twig.width, stage_.twig.width * twig_aspect});
    canvas.picture(twig_, where);
    const double first = where.x + twig_first * where.width;
    const double step = (twig_last - twig_first) * where.width / std::max(1, questions_ - 1);
    const double side = std::min(step * 1.05, stage_.twig.height * 0.8);
    const double spine = where.y + twig_spine * where.height;
    for (int i = 0; i < questions_; ++i) {
        const bool opening = i == asked_ && leaf_opens_.running();
        const bool open =
            i < asked_ || (i == asked_ && question_->outcome() != QuestionOutcome::playing) || opening;
        const double swell =
            opening && access_.movement == Movement::full ? 0.2 * pulse(leaf_opens_.share()) : 0;
        // It swells around its foot, not around its middle.
        canvas.picture(open ? leaf_ : bud_, {first + step * i - side / 2, spine - side, side, side},
                       {.shift = {0, -swell * side / 2}, .stretch_x = 1 + swell, .stretch_y = 1 + swell});
    }
}

std::vector<NamedTarget> Play::targets() const { return {{"door", door_.where()}, {"ear", stage_.ear}}; }

Gesture Play::answer() const {
    return question_->waiting_for_child() && !waits_ ? question_->solution() : Gesture{};
}

Gesture Play::mistake(Random& random) const {
    return question_->waiting_for_child() && !waits_ ? question_->mistake(random) : Gesture{};
}

} // namespace mirabelle
