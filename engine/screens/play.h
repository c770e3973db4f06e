// A round: five to ten questions of one activity, one after the other, each answer on disk before the next is
// asked.
#pragma once

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
    void close() override;

    const Question& question() const { return *question_; }
    const Child& child() const { return parts_.class_room.child(wish_.child); }

  private:
    Exercise draw_exercise();
    void ask(QuestionMode mode);
    void take_answer(); ///< at once: whatever comes next, it is not lost
    void write_down(GivenAnswer given);
    void go_on();
    void count_time(); ///< towards the child's time for the day, also when a question is broken off
    void end(RunEnding ending);
    void draw_twig(Canvas& canvas) const;

    const LaneParts& parts_;
    ToPlay wish_;
    Stage stage_;
    Run run_;
    const Level* level_;
    std::uint64_t seed_ = 0; ///< of the question that is asked
    std::unique_ptr<Question> question_;
    QuestionMode mode_ = QuestionMode::alone;
    int questions_ = 0; ///< of this round
    int asked_ = 0;     ///< that came to their end
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
