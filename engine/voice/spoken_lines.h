// Which lines an activity can say, found out by asking it questions: nobody has to keep a list.
#pragma once

#include "engine/activity.h"

#include <map>
#include <span>
#include <vector>

namespace mirabelle {

/// Everything an exercise can say, prompt by prompt.
std::vector<Prompt> everything_said(const Exercise& exercise);

class SpokenLines {
  public:
    /// Both outlive it. Nothing is asked yet.
    SpokenLines(const Content& content, const Activity& activity);

    /// Asks at one more level, until many questions in a row bring nothing new; false when all are done.
    bool read_more();
    bool complete() const { return next_ >= levels_.size(); }

    /// So far: the lines that belong to activities, sentences before numbers before things.
    std::vector<VoiceId> lines() const;
    bool says(VoiceId line) const { return youngest_.count(line) > 0; }
    /// The youngest who hear a line.
    Band youngest(VoiceId line) const { return youngest_.at(line); }

  private:
    /// Whether something of it is new.
    bool listen(const Exercise& exercise, Band band);

    const Content* content_;
    const Activity* activity_;
    std::span<const Level> levels_;
    std::size_t next_ = 0;
    std::map<VoiceId, Band> youngest_;
};

/// The lines that the program itself says, whatever is played.
std::vector<VoiceId> general_lines(const Content& content);

/// How long each line may last: as long as an instruction for the youngest who hear it.
class LineLimits {
  public:
    /// Asks all activities, which takes its time.
    LineLimits(const Content& content, std::span<const Activity> activities);
    Milliseconds longest(VoiceId line) const { return longest_[static_cast<std::size_t>(line)]; }

  private:
    std::vector<Milliseconds> longest_;
};

} // namespace mirabelle
