// What one child did in one skill: answer by answer, and week by week.
#pragma once

#include "engine/content/content.h"
#include "engine/journal/journal.h"

#include <span>
#include <string>
#include <vector>

namespace mirabelle {

/// First attempts of a week that begins on a Monday, local time.
struct WeekOfAnswers {
    UtcMilliseconds monday = 0;
    int answers = 0;
    int right = 0; ///< without help
};

class ChildRecord {
  public:
    /// Reads all of the child's answers once. Throws JournalError. `offset`: local time minus UTC, ms.
    ChildRecord(const Journal& journal, const Uuid& child, Milliseconds offset);

    std::span<const Attempt> all() const { return attempts_; } ///< oldest first
    /// The answers to a skill's questions, newest first.
    std::vector<const Attempt*> answers(std::string_view skill) const;
    /// The weeks from the first answer to `now`, oldest first, at most `most`.
    std::vector<WeekOfAnswers> weeks(std::string_view skill, UtcMilliseconds now, std::size_t most) const;
    /// The answers of the question that `attempt` belongs to, first to last.
    std::vector<Attempt> question_of(const Attempt& attempt) const;

  private:
    UtcMilliseconds monday_of(UtcMilliseconds when) const;

    Milliseconds offset_;
    std::vector<Attempt> attempts_; ///< oldest first
};

/// The error's name in a teacher's words; empty when it has none.
std::string error_words(const Content& content, const Attempt& attempt);

} // namespace mirabelle
