// One question from its prompt to its end: it feels the lane's fingers, gives help step by step when a child
// hesitates or errs, and reports every answer. The same ticks and touches always lead to the same answers.
#pragma once

#include "engine/given_answer.h"
#include "engine/helping_hand.h"
#include "engine/mechanic.h"

#include <array>
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

    std::optional<GivenAnswer> take_answer();
    QuestionOutcome outcome() const { return outcome_; }
    bool moving() const; ///< by a finger or in answer to one; the helping hand is apart
    /// A child is expected to act now.
    bool waiting_for_child() const { return phase_ == Phase::asking && outcome_ == QuestionOutcome::playing; }

    Moment moment() const;
    bool shows_hand() const { return hand_.busy(); }

    const Exercise& exercise() const { return exercise_; }
    const Mechanic& mechanic() const { return *mechanic_; }
    const Stage& stage() const { return stage_; }

  private:
    enum class Phase : std::uint8_t { asking, hand_shows, succeeding };
    /// What follows when the hand has shown how.
    enum class AfterShowing : std::uint8_t { child_tries, question_ends };
    struct Ripple {
        Point at;
        Motion motion;
    };

    void rebuild_mechanic();
    void finger_down(FingerId finger, Point at);
    void let_go();
    bool is_resting_palm(Point at) const;
    bool lands_on_target(Point at) const;
    void say_prompt();
    void take_mechanic_response();
    void accept(Response response);
    const NamedError* explain(const Response& response) const;
    void help_after_error();
    void show_solution(AfterShowing after, std::string_view opening_line);
    void finish_showing();
    void advance_idle();
    void add_ripple(Point at);
    Milliseconds spoken_length(const Prompt& prompt) const;

    Exercise exercise_;
    Stage stage_;
    const Content* content_;
    Speaker* speaker_;
    MakeMechanic make_mechanic_;
    PictureId ear_;
    std::unique_ptr<Mechanic> mechanic_;
    HelpingHand hand_;

    Phase phase_ = Phase::asking;
    AfterShowing after_showing_ = AfterShowing::question_ends;
    QuestionOutcome outcome_ = QuestionOutcome::playing;
    QuestionOutcome outcome_when_shown_ = QuestionOutcome::solved_together;
    HelpLevel help_ = HelpLevel::none;
    int wrong_answers_ = 0;
    int idle_steps_ = 0;
    bool ever_touched_ = false;

    Milliseconds now_ = 0; ///< since the question began
    Milliseconds phase_began_ = 0;
    Milliseconds guarded_until_ = 0; ///< touches meant for what was there before are not taken
    Milliseconds idle_since_ = 0;
    Milliseconds hand_starts_ = 0;  ///< when the hand begins to show; 0 when it does not
    std::optional<FingerId> owner_; ///< the finger that holds a piece
    Point owner_at_{};

    std::optional<Milliseconds> first_touch_;
    Milliseconds attempt_began_ = 0;
    GivenAnswer counting_; ///< what is being counted for the next answer
    std::optional<GivenAnswer> answer_;
    std::array<Ripple, 10> ripples_{};
    std::size_t next_ripple_ = 0;
    Motion ear_pressed_;
};

} // namespace mirabelle
