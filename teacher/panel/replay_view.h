// An answer played again as the child gave it: the real scene, the finger, the voice; at its own speed or
// four times as fast.
#pragma once

#include "engine/replay.h"
#include "teacher/panel/desk.h"

#include <memory>

namespace mirabelle {

class ReplayView {
  public:
    /// `answers` are those of one question, `names` those of the child who gave them. `desk` outlives it.
    /// Throws JournalError.
    ReplayView(Desk& desk, const std::vector<Attempt>& answers, const FirstNames& names);
    ~ReplayView();

    /// Whether the content still asks that question; else there is nothing to see.
    bool possible() const { return replay_ != nullptr; }
    bool moving() const { return replay_ != nullptr && !replay_->finished() && !paused_; }
    bool closed() const { return closed_; }
    void draw(const Look& look);

  private:
    void start();
    void advance();
    void draw_scene(Canvas& canvas) const;
    void draw_controls(const Look& look);

    Desk& desk_;
    std::optional<KeptQuestion> kept_;
    std::unique_ptr<Replay> replay_;
    Milliseconds owed_ = 0, played_ = 0;
    int speed_ = 1;
    bool paused_ = false, closed_ = false;
};

} // namespace mirabelle
