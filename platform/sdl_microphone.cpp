#include "platform/sdl_microphone.h"

namespace mirabelle {

namespace {

constexpr Uint16 microphone_samples_at_once = 1024; // 23 ms

SDL_AudioDeviceID open_device() {
    SDL_AudioSpec wished{};
    wished.freq = microphone_rate;
    wished.format = AUDIO_F32SYS;
    wished.channels = 1;
    wished.samples = microphone_samples_at_once;
    // Without a callback SDL keeps what is heard until it is read.
    return SDL_OpenAudioDevice(nullptr, 1, &wished, nullptr, 0);
}

void report() { SDL_LogWarn(SDL_LOG_CATEGORY_APPLICATION, "No microphone: %s", SDL_GetError()); }

} // namespace

SdlMicrophone::~SdlMicrophone() {
    close();
    join();
}

void SdlMicrophone::open() {
    close();
    join();
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        report();
        state_ = MicrophoneState::missing;
        return;
    }
    wanted_ = true;
    state_ = MicrophoneState::opening;
    keeper_ = std::thread([this] { keep_device(); });
}

void SdlMicrophone::keep_device() {
    const SDL_AudioDeviceID opened = open_device();
    std::unique_lock lock(mutex_);
    if (opened == 0) {
        report();
        if (wanted_)
            state_ = MicrophoneState::missing;
        return;
    }
    if (wanted_) {
        device_ = opened;
        SDL_PauseAudioDevice(opened, 0);
        state_ = MicrophoneState::listening;
        changed_.wait(lock, [this] { return !wanted_; });
    }
    lock.unlock();
    SDL_CloseAudioDevice(opened);
}

MicrophoneState SdlMicrophone::state() {
    const std::lock_guard lock(mutex_);
    return state_;
}

void SdlMicrophone::read(std::vector<float>& samples) {
    const std::lock_guard lock(mutex_);
    if (state_ != MicrophoneState::listening)
        return;
    const std::size_t waiting = SDL_GetQueuedAudioSize(device_) / sizeof(float), before = samples.size();
    samples.resize(before + waiting);
    const Uint32 got =
        SDL_DequeueAudio(device_, samples.data() + before, static_cast<Uint32>(waiting * sizeof(float)));
    samples.resize(before + got / sizeof(float));
}

void SdlMicrophone::close() {
    const std::lock_guard lock(mutex_);
    wanted_ = false;
    state_ = MicrophoneState::closed;
    changed_.notify_all();
}

void SdlMicrophone::join() {
    if (!keeper_.joinable())
        return;
    keeper_.join();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

} // namespace mirabelle
