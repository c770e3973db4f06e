#include "engine/prompt_queue.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr Milliseconds breath = 90; // between two lines

} // namespace

void PromptQueue::say(int lane, std::span<const VoiceId> lines) {
    remove(lane);
    say_next(lane, lines);
}

void PromptQueue::say_next(int lane, std::span<const VoiceId> lines) {
    for (const VoiceId voice : lines)
        if (count_ < lines_.size())
            lines_[count_++] = {voice, lane};
    start_next();
}

void PromptQueue::hush(int lane) {
    remove(lane);
    start_next();
}

void PromptQueue::remove(int lane) {
    if (count_ > 0 && started_ && lines_[0].lane == lane) {
        audio_->stop_saying();
        started_ = false;
    }
    const auto end = std::remove_if(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(count_),
                                    [lane](const Line& line) { return line.lane == lane; });
    count_ = static_cast<std::size_t>(end - lines_.begin());
}

bool PromptQueue::speaking(int lane) const {
    return std::any_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(count_),
                       [lane](const Line& line) { return line.lane == lane; });
}

void PromptQueue::start_next() {
    if (started_ || count_ == 0)
        return;
    started_ = true;
    left_ = voices_[static_cast<std::size_t>(lines_[0].voice)].duration + breath;
    if (lines_[0].voice != VoiceId{})
        audio_->say(lines_[0].voice);
}

void PromptQueue::tick() {
    if (!started_)
        return;
    left_ -= tick_length;
    if (left_ > 0)
        return;
    std::copy(lines_.begin() + 1, lines_.begin() + static_cast<std::ptrdiff_t>(count_), lines_.begin());
    --count_;
    started_ = false;
    start_next();
}

} // namespace mirabelle
