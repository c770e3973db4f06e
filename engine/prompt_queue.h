// One loudspeaker for several children: voice lines are spoken in order, one at a time, lane after lane. It
// runs on the program's ticks and the lines' known lengths, so that it does the same with and without a sound
// card.
#pragma once

#include "engine/content/content.h"
#include "engine/motion.h"
#include "engine/speaker.h"

#include <array>

namespace mirabelle {

class PromptQueue {
  public:
    PromptQueue(Audio& audio, std::span<const Voice> voices) : audio_(&audio), voices_(voices) {}

    void say(int lane, std::span<const VoiceId> lines);
    void say_next(int lane, std::span<const VoiceId> lines);
    void hush(int lane);
    void play(Sound sound) { audio_->play(sound); }
    bool speaking(int lane) const;
    void tick();

  private:
    struct Line {
        VoiceId voice{};
        int lane = 0;
    };
    void remove(int lane);
    void start_next();

    Audio* audio_;
    std::span<const Voice> voices_;
    std::array<Line, 64> lines_{}; ///< the first is being spoken; more than a minute of speech is not kept
    std::size_t count_ = 0;
    Milliseconds left_ = 0; ///< of the line being spoken
    bool started_ = false;
};

/// The queue as the lane numbered `lane` sees it.
class LaneSpeaker final : public Speaker {
  public:
    LaneSpeaker(PromptQueue& queue, int lane) : queue_(&queue), lane_(lane) {}

    void say(std::span<const VoiceId> lines) override { queue_->say(lane_, lines); }
    void say_next(std::span<const VoiceId> lines) override { queue_->say_next(lane_, lines); }
    void hush() override { queue_->hush(lane_); }
    bool speaking() const override { return queue_->speaking(lane_); }
    void play(Sound sound) override { queue_->play(sound); }

  private:
    PromptQueue* queue_;
    int lane_;
};

} // namespace mirabelle
