// A round: five to ten questions of one activity, one after the other, each answer on disk before the next is
// asked.
#pragma once

#include "engine/launch.h"
#include "engine/posed_question.h"
#include "engine/question.h"
#include "engine/screen.h"
#include "engine/screens/scene_parts.h"

#include <utility>

namespace mirabelle {

class Play final : public Screen {
  public:
    Play(const LaneParts& parts, const ToPlay& wish);

    void touch(const Touch& touch) override;
    void tick() override;
    void draw(Canvas& canvas) const override;
    std::optional<NextScreen> take_next() override { return std::exchange(next_, std::nullopt); }
    void resize(Size size) override;
    Pace pace() const override;
    bool scans() const override { return access_.scans(); }
    std::string name() const override { return "play " + run_.activity; }
    std::vector<NamedTarget> targets() const override;
    Gesture answer() const override;
    Gesture mistake(Random& random) const override;
    std::optional<std::size_t> player() const override { return wish_.child; }
    void move_children(const MovedChildren& moved) override;
    void close() override;

    const Question& question() const { return *question_; }
    const Child& child() const { return child_; }

    // What a teacher does with the round; nothing happens once it has ended.
    std::optional<RoundView> round() const;
    /// Another question takes the place of the one that is asked.
    void skip_question();
    /// From the next question on, and until the round is over.
    void change_level(int steps);
    void say_again();
    /// The round has a calm end, and the class is asked who is here.
    void stop();
    void end(RunEnding ending);

    // What a conductor of several lanes does with the round, where it is paced so.
    bool is_conducted() const { return !ended_ && wish_.pacing == ToPlay::Pacing::conducted; }
    /// The next question may come: until then nothing is asked here, and touches are strays.
    bool waits() const { return waits_ && !ended_; }
    /// It waits for the first question of all.
    bool is_fresh() const { return waits() && asked_ + skipped_ == 0; }
    /// Neither an example nor the guided try that follows it.
    bool asks_alone() const { return mode_ == QuestionMode::alone; }
    const Level& fitting_level() const; ///< of a question that would be asked now
    void ask_own();
    enum class Aloud : std::uint8_t { no, yes };
    void ask_posed(const PosedQuestion& posed, Aloud aloud);

  private:
    const Level& next_level() const;
    Plan::Place place() const;                ///< of the question that comes next
    std::vector<const Level*> levels() const; ///< of the age that plays, in the order of their file
    bool is_answered() const;
    void lay();
    PosedQuestion draw_own();
    QuestionMode first_mode() const;
    std::unique_ptr<Question> make_question(const Exercise& posed, Speaker& speaker, QuestionMode mode);
    void ask(QuestionMode mode);
    void leave_by_door();
    void hold();
    void seat_mascot();
    MascotAct act() const;
    bool in_motion() const { return company_ == Company::beside && mascot_.moving(); }
    void take_answer(); ///< at once: whatever comes next, it is not lost
    void write_down(GivenAnswer given);
    void go_on();
    void leave(RunEnding ending, const NextScreen& next);
    NextScreen after_completion() const;
    void count_time(); ///< towards the child's time for the day, also when a question is broken off
    void draw_twig(Canvas& canvas) const;

    const LaneParts& parts_;
    ToPlay wish_;
    Child child_; ///< as it sat down: a round stays what it is when the class list changes
    enum class TimeLeft : std::uint8_t { some, none } time_left_ = TimeLeft::some; ///< when it sat down
    FirstNames names_;
    Access access_; ///< how the child plays
    Stage stage_;
    double laid_for_reach_ = 0; ///< mm
    Band laid_for_ = Band::PS;
    Run run_;
    const Level* level_;
    std::uint64_t seed_ = 0;             ///< of the question that is asked
    std::optional<PosedQuestion> posed_; ///< to be asked next
    SilentSpeaker silence_;              ///< of a question that is seen and not asked yet
    std::unique_ptr<Question> question_;
    QuestionMode mode_ = QuestionMode::alone;
    Scaffold scaffold_ = Scaffold::alone; ///< of its answers
    int questions_ = 0;                   ///< of this round
    int asked_ = 0;                       ///< that came to their end
    int skipped_ = 0;                     ///< that did not, because the teacher went on
    bool skip_wanted_ = false, waits_ = false;
    std::vector<Point> strays_; ///< touches while it waited
    int unattended_ = 0;
    std::string last_item_;
    Milliseconds question_time_ = 0; ///< not counted yet
    bool ended_ = false;

    PictureId bud_, leaf_, twig_;
    PictureButton door_;
    Mascot mascot_;
    Motion pondering_; ///< she does
    enum class Company : std::uint8_t { beside, away } company_ = Company::beside;
    Motion leaf_opens_;
    std::optional<NextScreen> next_;
};

} // namespace mirabelle
