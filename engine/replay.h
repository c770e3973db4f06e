// Plays a question again exactly as a child once played it: from its attempts and their traces in the
// journal.
#pragma once

#include "engine/activity.h"
#include "engine/question.h"

#include <optional>
#include <span>
#include <vector>

namespace mirabelle {

/// One answer as the journal keeps it.
struct KeptAnswer {
    Attempt attempt;
    TouchTrace trace;
    std::string content_version{}; ///< of the session it was given in; it tells the accent
};

/// The answers of one question, first to last: those of the same run, question and seed stand together.
std::vector<std::vector<KeptAnswer>> by_question(std::vector<KeptAnswer> answers);

/// A question as it stood before the child, and what its fingers did.
struct KeptQuestion {
    Exercise exercise;
    Stage stage;
    QuestionMode mode = QuestionMode::alone;
    std::vector<Touch> touches; ///< times since the question began
    Milliseconds length = 0;    ///< until the last answer
};

/// `answers` are those of one question, which is built in the accent it was asked in, whatever `content` has
/// now; `names` those of the child who gave them, and of its class. Nothing when the content no longer asks
/// that question.
std::optional<KeptQuestion> rebuild(std::span<const KeptAnswer> answers, const Content& content,
                                    std::span<const Activity> activities, MakeMechanic make_mechanic,
                                    const FirstNames& names = {});

class Replay {
  public:
    /// `content` and `speaker` outlive the replay.
    Replay(KeptQuestion kept, const Content& content, MakeMechanic make_mechanic, Speaker& speaker);

    /// Hands in the touches that are due, and advances by tick_length.
    void tick();
    /// Everything the child did has been done again, and was seen for a moment.
    bool finished() const { return next_ == touches_.size() && now_ >= end_; }
    const Question& question() const { return question_; }
    /// The answers given since the last call, as the child gave them then.
    std::vector<GivenAnswer> take_answers();

  private:
    void take_answer();

    std::vector<Touch> touches_;
    std::size_t next_ = 0;
    Milliseconds now_ = 0; ///< since the question began
    Milliseconds end_ = 0;
    Question question_;
    std::vector<GivenAnswer> answers_;
};

} // namespace mirabelle
