// A round: five to ten questions of one activity, one after the other, each answer on disk before the next is
// asked.
#pragma once

#include "engine/launch.h"
#include "engine/question.h"
#include "engine/screen.h"
#include "engine/screens/scene_parts.h"

#include <array>
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

  private:
    const Level& next_level() const;
    std::vector<const Level*> levels() const; ///< of the age that plays, in the order of their file
    bool is_answered() const;
    Exercise draw_exercise();
    void ask(QuestionMode mode);
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
    Stage stage_;
    Run run_;
    const Level* level_;
    std::uint64_t seed_ = 0; ///< of the question that is asked
    std::unique_ptr<Question> question_;
    QuestionMode mode_ = QuestionMode::alone;
    int questions_ = 0; ///< of this round
    int asked_ = 0;     ///< that came to their end
    int skipped_ = 0;   ///< that did not, because the teacher went on
    bool skip_wanted_ = false;
    int unattended_ = 0;
    std::string last_item_;
    Milliseconds question_time_ = 0; ///< not counted yet
    bool ended_ = false;

    PictureId bud_, leaf_, twig_;
    PictureButton door_;
    MascotView mascot_;
    enum class Company : std::uint8_t { beside, away } company_ = Company::beside;
    Motion leaf_opens_;
    std::optional<NextScreen> next_;
};

} // namespace mirabelle
