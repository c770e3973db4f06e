#include "engine/screens/play.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr int unattended_most = 2; // then the child has gone
constexpr Milliseconds leaf_opening = 350;
constexpr int tries_for_another_item = 6;
constexpr Milliseconds lively_for = 30'000;

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
      level_(wish.proposal.level),
      bud_(parts.content.picture("leaf_bud")),
      leaf_(parts.content.picture("leaf_open")),
      twig_(parts.content.picture("twig")) {
    // Only a teacher lets a child begin whose time is over.
    if (wish.child && parts.class_room.has_played_enough(*wish.child))
        time_left_ = TimeLeft::none;
    const TouchSizes& sizes = parts.content.sizes(level_->band);
    questions_ = parts.random.between(sizes.questions_least, sizes.questions_most);
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
    resize(parts.size);
}

void Play::resize(Size size) {
    // Laid out for the age of the level, whoever plays it, so that a replay can lay it out again.
    stage_ = make_stage(size, parts_.content.sizes(level_->band), parts_.reach, parts_.movement);
    door_ = {parts_.content.picture("door"), stage_.door, stage_.sizes.margin};
    mascot_ = MascotView(parts_.content, stage_.mascot);
    const bool first_time =
        wish_.child && asked_ == 0 && parts_.planner.is_new_to(child_, *wish_.proposal.activity);
    ask(first_time ? QuestionMode::example : QuestionMode::alone);
}

Exercise Play::draw_exercise() {
    const Activity& activity = *wish_.proposal.activity;
    level_ = wish_.level_by == ToPlay::LevelBy::teacher ? wish_.proposal.level
                                                        : &parts_.planner.level(child_, activity);
    Exercise exercise;
    for (int attempt = 0; attempt < tries_for_another_item; ++attempt) {
        seed_ = parts_.random.bits();
        Random chance(seed_);
        exercise = activity.make_exercise(*level_, parts_.content, chance);
        if (exercise.item != last_item_)
            break;
    }
    last_item_ = exercise.item;
    return exercise;
}

void Play::ask(QuestionMode mode) {
    count_time();
    mode_ = mode;
    question_ = std::make_unique<Question>(draw_exercise(), stage_, parts_.content, parts_.speaker,
                                           parts_.make_mechanic, mode);
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
    if (touch.phase == TouchPhase::down && door_.feels(touch.at)) {
        door_.press();
        parts_.speaker.play(Sound::touch);
        parts_.speaker.hush();
        if (wish_.child)
            leave(RunEnding::left, ToGarden{*wish_.child, ToGarden::With::nothing, wish_.rounds});
        else
            leave(RunEnding::left, ToWhoIsHere{});
        return;
    }
    question_->touch(touch);
    take_answer();
}

void Play::take_answer() {
    auto given = question_->take_answer();
    if (!given)
        return;
    if (given->response.correct)
        leaf_opens_.start(leaf_opening);
    write_down(std::move(*given));
}

void Play::tick() {
    if (ended_)
        return;
    question_time_ += tick_length;
    door_.tick();
    leaf_opens_.tick();
    mascot_.tick(parts_.speaker.speaking() ? MascotView::Voice::speaking : MascotView::Voice::silent);
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
    attempt.scaffold = mode_ == QuestionMode::guided ? Scaffold::guided : Scaffold::alone;
    attempt.latency = given.latency;
    attempt.duration = given.duration;
    attempt.prompts_replayed = given.prompts_replayed;
    attempt.touches = given.touches;
    attempt.stray_touches = given.stray_touches;
    attempt.lane = parts_.lane;
    attempt.when = parts_.now;
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
    if (parts_.reach < parts_.size.height)
        answer.trace->reach = parts_.reach;
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

std::optional<RoundView> Play::round() const {
    if (ended_)
        return std::nullopt;
    const auto choice = levels();
    const Level* const level = &next_level();
    return RoundView{wish_.proposal.activity, level, level != choice.front(), level != choice.back()};
}

const Level& Play::next_level() const {
    return wish_.level_by == ToPlay::LevelBy::teacher ? *wish_.proposal.level : *level_;
}

std::vector<const Level*> Play::levels() const {
    std::vector<const Level*> own;
    for (const Level& level : parts_.content.levels(wish_.proposal.activity->id))
        if (level.band == level_->band)
            own.push_back(&level);
    return own;
}

void Play::skip_question() {
    if (ended_)
        return;
    skip_wanted_ = true;
    parts_.speaker.hush();
}

void Play::change_level(int steps) {
    if (ended_)
        return;
    const auto choice = levels();
    const auto step = std::find(choice.begin(), choice.end(), &next_level()) - choice.begin();
    const auto last = static_cast<std::ptrdiff_t>(choice.size()) - 1;
    const auto wished =
        std::clamp<std::ptrdiff_t>(step + std::clamp<std::ptrdiff_t>(steps, -last, last), 0, last);
    wish_.proposal.level = choice[static_cast<std::size_t>(wished)];
    wish_.level_by = ToPlay::LevelBy::teacher;
}

void Play::say_again() {
    if (!ended_ && !skip_wanted_ && !is_answered())
        parts_.speaker.say(question_->exercise().prompt);
}

void Play::stop() {
    if (ended_)
        return;
    parts_.speaker.hush();
    if (wish_.child)
        leave(RunEnding::stopped_by_teacher,
              ToCalmEnd{*wish_.child, ToCalmEnd::Because::turn_over, ToCalmEnd::With::nothing});
    else
        leave(RunEnding::stopped_by_teacher, ToWhoIsHere{});
}

void Play::close() { end(RunEnding::left); }

Pace Play::pace() const {
    if (question_->moving() || door_.moving() || leaf_opens_.running())
        return Pace::moving;
    if (question_->shows_hand())
        return Pace::gliding;
    return question_time_ < lively_for ? Pace::calm : Pace::still;
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
        const double swell = opening ? 0.2 * pulse(leaf_opens_.share()) : 0;
        // It swells around its foot, not around its middle.
        canvas.picture(open ? leaf_ : bud_, {first + step * i - side / 2, spine - side, side, side},
                       {.shift = {0, -swell * side / 2}, .stretch_x = 1 + swell, .stretch_y = 1 + swell});
    }
}

std::vector<NamedTarget> Play::targets() const { return {{"door", door_.where()}, {"ear", stage_.ear}}; }

Gesture Play::answer() const {
    return question_->waiting_for_child() ? question_->mechanic().solution() : Gesture{};
}

Gesture Play::mistake(Random& random) const {
    return question_->waiting_for_child() ? question_->mechanic().mistake(random) : Gesture{};
}

} // namespace mirabelle
