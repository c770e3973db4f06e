// A question in front of a child on a tablet of 10.1 inches, for the tests of activities and of the question
// itself.
#pragma once

#include "engine/prompt_queue.h"
#include "engine/question.h"
#include "tests/support/real_content.h"

#include <string>
#include <vector>

namespace mirabelle {

/// Speaks into the queue that children hear, without a sound card.
class QuestionScene {
  public:
    QuestionScene(Exercise exercise, Band band, QuestionMode mode = QuestionMode::alone,
                  Size lane = small_tablet)
        : question(std::move(exercise), stage_for(band, lane), real_content(), speaker, make_mechanic, mode) {
    }
    /// In front of a child that plays so.
    QuestionScene(const Exercise& exercise, Band band, const Access& access,
                  QuestionMode mode = QuestionMode::alone)
        : question(eased(exercise, access, real_content().sizes(band)),
                   stage_for(band, eased(exercise, access, real_content().sizes(band)), access),
                   real_content(), speaker, make_mechanic, mode) {}
    QuestionScene(std::string_view activity, std::string_view level, std::uint64_t seed,
                  QuestionMode mode = QuestionMode::alone)
        : QuestionScene(exercise_of(activity_named(activity), level_named(activity, level), seed),
                        level_named(activity, level).band, mode) {}

    void wait(Milliseconds length) {
        for (Milliseconds passed = 0; passed < length; passed += tick_length) {
            queue.tick();
            question.tick();
            now += tick_length;
            if (auto given = question.take_answer())
                answers.push_back(std::move(*given));
        }
    }
    void touch(TouchPhase phase, Point at, int finger = 1) {
        question.touch({0, static_cast<FingerId>(finger), phase, at});
    }
    void tap(Point at, int finger = 1) {
        touch(TouchPhase::down, at, finger);
        wait(60);
        touch(TouchPhase::up, at, finger);
        wait(20);
    }
    /// Does what `gesture` says, as long as the question goes on.
    void perform(const Gesture& gesture, int finger = 1) {
        const Milliseconds begun = now;
        for (const GestureStep& step : gesture) {
            while (now - begun < step.at)
                wait(tick_length);
            touch(step.phase, step.point, finger);
        }
        wait(tick_length);
    }
    void answer_right() { perform(question.mechanic().solution()); }
    /// With one switch: waits for the ring, and presses, until the right answer is given; false when it never
    /// is.
    bool answer_by_switch(Milliseconds longest = 120'000) {
        const std::size_t before = answers.size();
        for (const Milliseconds until = now + longest; now < until && answers.size() == before;) {
            const Gesture press = question.solution();
            if (press.empty())
                wait(tick_length);
            else
                tap({3, 3}); // anywhere
        }
        return answers.size() > before;
    }
    void answer_wrong() { perform(question.mechanic().mistake(chance)); }
    /// Until a child is expected to act, or the question has ended.
    void wait_for_turn(Milliseconds longest = 90'000) {
        for (Milliseconds waited = 0; waited < longest && !question.waiting_for_child() &&
                                      question.outcome() == QuestionOutcome::playing;
             waited += tick_length)
            wait(tick_length);
    }
    void wait_for_end(Milliseconds longest = 180'000) {
        for (Milliseconds waited = 0; waited < longest && question.outcome() == QuestionOutcome::playing;
             waited += tick_length)
            wait(tick_length);
    }

    SilentAudio audio;
    PromptQueue queue{audio, real_content().voices()};
    LaneSpeaker speaker{queue, 0};
    Question question;
    Random chance{7};
    Milliseconds now = 0;
    std::vector<GivenAnswer> answers;
};

} // namespace mirabelle
