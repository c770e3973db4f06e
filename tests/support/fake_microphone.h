// A microphone that hears what a test wants.
#pragma once

#include "engine/microphone.h"
#include "tests/support/speech.h"

#include <algorithm>

namespace mirabelle {

class FakeMicrophone final : public Microphone {
  public:
    void open() override {
        ++opened;
        state_ = works ? MicrophoneState::listening : MicrophoneState::missing;
        next_ = 0;
    }
    MicrophoneState state() override { return state_; }
    void read(std::vector<float>& samples) override {
        if (state_ != MicrophoneState::listening)
            return;
        const std::size_t count = std::min(chunk, heard.samples.size() - next_);
        const auto from = heard.samples.begin() + static_cast<std::ptrdiff_t>(next_);
        samples.insert(samples.end(), from, from + static_cast<std::ptrdiff_t>(count));
        next_ += count;
    }
    void close() override { state_ = MicrophoneState::closed; }

    Speech heard = speech({});
    std::size_t chunk = 4410; ///< samples a frame
    bool works = true;
    int opened = 0;

  private:
    MicrophoneState state_ = MicrophoneState::closed;
    std::size_t next_ = 0;
};

} // namespace mirabelle
