// What is believed of the children of a class: read once, and kept while nobody answers, so that the pages
// that come after one another do not each read a year of answers again.
#pragma once

#include "engine/learner_planner.h"

#include <map>
#include <optional>
#include <vector>

namespace mirabelle {

/// None of the last four questions was answered rightly at first without help that gives something away.
bool needs_help(std::span<const FirstAnswer> answers);

/// How many children's answers a page reads in one frame at most: none is long, and a class is there after
/// three.
inline constexpr std::size_t reads_a_frame = 10;

class ClassKnowledge {
  public:
    /// What the parts refer to outlives it.
    explicit ClassKnowledge(const LearnerPlannerParts& parts) : planner_(parts) {}

    /// From here on the planner knows the child as of now. Its answers are read only where it has given some,
    /// the teacher has set something for it, or a school day has begun since the last time. Throws
    /// JournalError.
    void meet(const Child& child);
    /// Meets one more child of the class while there is time; false when there is none left. What cannot be
    /// read is left to whoever needs it, and says so.
    bool read_ahead();
    void look_again() { ahead_.reset(); } ///< from here on read_ahead() goes through the class once more
    /// How often answers had to be read: that takes a millisecond or two each time.
    std::size_t times_read() const { return times_read_; }

    LearnerPlanner& planner() { return planner_; }
    /// Of a child that was met.
    bool needs_help(const Uuid& child) const { return met_.at(child).needs_help; }

  private:
    struct Met {
        Band band = Band::PS;
        std::int64_t newest_answer = 0; ///< as of Journal::newest_first_answer()
        int day = 0;                    ///< the school day it was met
        bool needs_help = false;
    };

    LearnerPlanner planner_;
    std::map<Uuid, Met> met_;
    std::optional<std::vector<Child>> ahead_; ///< still to be met
    std::size_t times_read_ = 0;
};

} // namespace mirabelle
