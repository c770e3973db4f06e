#include "platform/sdl_audio.h"

#include "engine/ensure.h"

#include <SDL2/SDL.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace mirabelle {

namespace {

constexpr int samples_per_second = 44100;
constexpr int speakers = 2;
// Short enough that a touch is heard at once (23 ms), long enough for a slow machine.
constexpr int samples_at_once = 1024;
constexpr int sound_channels = 8;

constexpr std::array<const char*, sound_count> sound_files{"touch.ogg", "settle.ogg", "neutral.ogg",
                                                           "leaf.ogg", "goodbye.ogg"};

int mixer_volume(double share) {
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * MIX_MAX_VOLUME));
}

void report(const std::string& what) {
    SDL_LogWarn(SDL_LOG_CATEGORY_APPLICATION, "%s: %s", what.c_str(), SDL_GetError());
}

} // namespace

SdlAudio::SdlAudio(std::vector<std::filesystem::path> voices, std::filesystem::path sounds)
    : voices_(std::move(voices)), reported_(voices_.size(), false), sounds_folder_(std::move(sounds)) {}

SdlAudio::~SdlAudio() {
    if (state_ != State::open)
        return;
    Mix_HaltMusic();
    Mix_HaltChannel(-1);
    voice_.reset();
    for (SoundSlot& slot : sounds_)
        slot.chunk.reset();
    Mix_CloseAudio();
    Mix_Quit();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

void SdlAudio::open() {
    if (state_ != State::closed)
        return;
    state_ = State::silent;
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return report("No sound");
    if (Mix_OpenAudioDevice(samples_per_second, MIX_DEFAULT_FORMAT, speakers, samples_at_once, nullptr,
                            SDL_AUDIO_ALLOW_FREQUENCY_CHANGE) != 0) {
        report("No sound");
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return;
    }
    Mix_AllocateChannels(sound_channels);
    state_ = State::open;
    set_loudness(loudness_);
    if (waiting_)
        say(*std::exchange(waiting_, std::nullopt));
}

void SdlAudio::set_loudness(Loudness loudness) {
    loudness_ = loudness;
    if (state_ != State::open)
        return;
    Mix_VolumeMusic(mixer_volume(loudness_.voice));
    Mix_Volume(-1, mixer_volume(loudness_.sounds));
}

void SdlAudio::say(VoiceId line) {
    const auto place = static_cast<std::size_t>(line);
    ENSURE(place < voices_.size());
    if (state_ == State::closed)
        waiting_ = line;
    if (state_ != State::open)
        return;
    stop_saying();
    voice_.reset(Mix_LoadMUS(voices_[place].string().c_str()));
    if ((!voice_ || Mix_PlayMusic(voice_.get(), 0) != 0) && !reported_[place]) {
        reported_[place] = true;
        report("The voice line " + voices_[place].string() + " cannot be spoken");
    }
}

void SdlAudio::stop_saying() {
    waiting_.reset();
    if (state_ == State::open)
        Mix_HaltMusic();
}

void SdlAudio::play(Sound sound) {
    if (state_ != State::open)
        return;
    const auto place = static_cast<std::size_t>(sound);
    SoundSlot& slot = sounds_[place];
    if (!slot.tried) {
        slot.tried = true;
        const std::string file = (sounds_folder_ / sound_files[place]).string();
        slot.chunk.reset(Mix_LoadWAV(file.c_str()));
        if (!slot.chunk)
            report("The sound " + file + " cannot be played");
    }
    if (slot.chunk)
        Mix_PlayChannel(-1, slot.chunk.get(), 0);
}

bool SdlAudio::speaking() const { return state_ == State::open && Mix_PlayingMusic() != 0; }

} // namespace mirabelle
