// The microphone through SDL: opened when a recording begins, closed when it ends, heard at no other time.
#pragma once

#include "engine/microphone.h"

#include <SDL2/SDL.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace mirabelle {

class SdlMicrophone final : public Microphone {
  public:
    SdlMicrophone() = default;
    ~SdlMicrophone() override;
    SdlMicrophone(const SdlMicrophone&) = delete;
    SdlMicrophone& operator=(const SdlMicrophone&) = delete;

    void open() override;
    MicrophoneState state() override;
    void read(std::vector<float>& samples) override;
    void close() override;

  private:
    /// Has the device from opening to closing, which both take their time: some systems ask the user first.
    void keep_device();
    void join();

    std::thread keeper_;
    std::mutex mutex_; ///< of what follows
    std::condition_variable changed_;
    bool wanted_ = false;
    MicrophoneState state_ = MicrophoneState::closed;
    SDL_AudioDeviceID device_ = 0; ///< the keeper's, and ours to read while state_ says listening
};

} // namespace mirabelle
