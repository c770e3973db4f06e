// One question from its prompt to its end: it feels the lane's fingers, gives help step by step when a child
// hesitates or errs, and reports every answer. The same ticks and touches always lead to the same answers.
#pragma once

#include "engine/given_answer.h"
#include "engine/helping_hand.h"
#include "engine/mechanic.h"
#include "engine/ripples.h"
#include "engine/sparkles.h"
#include "engine/switch_scan.h"

#include <cstdint>

namespace mirabelle {

class Question {
  public:
    /// `content` and `speaker` outlive the question.
    Question(Exercise exercise, const Stage& stage, const Content& content, Speaker& speaker,
             MakeMechanic make_mechanic, QuestionMode mode);
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;

    /// `touch.at` in mm of the lane; its time is not used: a touch happens at the tick it is handed in.
    void touch(const Touch& touch);
    void tick();
    void draw(Canvas& canvas) const;

    // While it is somebody else's turn no time passes here.
    /// Only what answers a touch moves on.
    void rest();
    void touch_astray(Point at);
    bool answers_touch() const; ///< something of it moves
    /// Nobody was there for the question before: no help comes that nobody would see, until a finger comes.
    void ask_in_peace() { in_peace_ = true; }
    /// A finger came down at `at` before this question was asked: kept and counted as stray at its start.
    void count_earlier(Point at);

    std::optional<GivenAnswer> take_answer();
    QuestionOutcome outcome() const { return outcome_; }
    bool moving() const; ///< by a finger or in answer to one; the helping hand is apart
    /// A child is expected to act now.
    bool waiting_for_child() const { return phase_ == Phase::asking && outcome_ == QuestionOutcome::playing; }

    /// A finger holds something: nothing else of this lane is felt, neither ear nor door.
    bool finger_at_work() const { return owner_ && now_ - owner_moved_ < stage_.sizes.resting; }
    bool scans() const { return stage_.access.scans(); }    ///< wherever a touch lands, it is the switch
    std::optional<Rect> ringed() const;                     ///< what the switch would take
    bool wants_to_leave() const { return wants_to_leave_; } ///< the switch has taken the door
    /// What a finger, or the switch, can do now to answer right; or wrong; empty where it has to wait.
    Gesture solution() const;
    Gesture mistake(Random& random) const;

    Moment moment() const;
    bool shows_hand() const { return hand_.busy(); }

    const Exercise& exercise() const { return exercise_; }
    const Mechanic& mechanic() const { return *mechanic_; }
    const Stage& stage() const { return stage_; }

  private:
    enum class Phase : std::uint8_t { asking, hand_shows, succeeding };
    /// What follows when the hand has shown how.
    enum class AfterShowing : std::uint8_t { child_tries, question_ends };

    void rebuild_mechanic();
    void finger_down(FingerId finger, Point at);
    void press_switch(Point at);
    std::vector<SwitchStop> switch_stops() const;
    void begin_scan(), advance_scan();
    bool ring_is_out() const, ring_is_on_piece() const; ///< of the mechanic, and a press is taken
    void replay_prompt();
    void follow(const GestureStep& step);
    void count_from_here();
    bool is_on_ear(Point at) const, is_on_target(Point at) const;
    void say_prompt();
    void take_mechanic_response();
    void accept(Response response);
    void help_after_error();
    void show_solution(AfterShowing after, std::string_view opening_line);
    void finish_showing(), advance_idle();

    Exercise exercise_;
    Stage stage_;
    const Content* content_;
    Speaker* speaker_;
    MakeMechanic make_mechanic_;
    PictureId ear_;
    std::unique_ptr<Mechanic> mechanic_;
    HelpingHand hand_;
    SwitchScan scan_;
    bool hand_takes_ = false, wants_to_leave_ = false; ///< by the switch

    Phase phase_ = Phase::asking;
    AfterShowing after_showing_ = AfterShowing::question_ends;
    QuestionOutcome outcome_ = QuestionOutcome::playing;
    QuestionOutcome outcome_when_shown_ = QuestionOutcome::solved_together;
    HelpLevel help_ = HelpLevel::none;
    int wrong_answers_ = 0, idle_steps_ = 0;
    bool ever_touched_ = false, in_peace_ = false;

    Milliseconds now_ = 0; ///< since the question began
    Milliseconds phase_began_ = 0;
    Milliseconds guarded_until_ = 0; ///< touches meant for what was there before are not taken
    Milliseconds idle_since_ = 0;
    Milliseconds hand_starts_ = 0;  ///< when the hand begins to show; 0 when it does not
    std::optional<FingerId> owner_; ///< the finger that holds a piece
    Point owner_at_{};
    Milliseconds owner_moved_ = 0;

    std::optional<Milliseconds> first_touch_;
    Milliseconds attempt_began_ = 0;
    GivenAnswer counting_; ///< what is being counted for the next answer
    std::optional<GivenAnswer> answer_;
    Ripples ripples_;
    Sparkles sparkles_;
    Motion ear_pressed_;
};

} // namespace mirabelle
