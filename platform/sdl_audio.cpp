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
constexpr int speakers = 2; // MIX_DEFAULT_FORMAT: 16 bits a sample
// Short enough that a touch is heard at once (23 ms), long enough for a slow machine.
constexpr int samples_at_once = 1024;
constexpr Milliseconds rests_after = 30'000;

constexpr std::array<const char*, sound_count> sound_files{"touch.ogg", "settle.ogg", "neutral.ogg",
                                                           "leaf.ogg", "goodbye.ogg"};

int mixer_volume(double share) {
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * MIX_MAX_VOLUME));
}

std::span<const std::int16_t> samples_of(const void* samples, int bytes) {
    return {static_cast<const std::int16_t*>(samples),
            static_cast<std::size_t>(bytes) / sizeof(std::int16_t)};
}

void report(const std::string& what) {
    SDL_LogWarn(SDL_LOG_CATEGORY_APPLICATION, "%s: %s", what.c_str(), SDL_GetError());
}

} // namespace

SdlAudio::SdlAudio(std::span<const Voice> voices, std::filesystem::path sounds)
    : voices_(voices), reported_(voices_.size(), false), sounds_folder_(std::move(sounds)) {}

SdlAudio::~SdlAudio() {
    if (state_ == State::open)
        close();
}

void SdlAudio::close() {
    Mix_HaltMusic();
    Mix_HaltChannel(-1);
    voice_.reset();
    for (auto& sound : sounds_)
        sound.reset();
    Mix_CloseAudio();
    Mix_Quit();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

void SdlAudio::tend(Milliseconds now) {
    if (state_ == State::resting && (waiting_ || heard_next_)) {
        open();
        if (heard_next_)
            play(*std::exchange(heard_next_, std::nullopt));
    }
    if (state_ != State::open)
        return;
    if (!last_heard_ || speaking() || Mix_Playing(-1) > 0)
        last_heard_ = now;
    if (now - *last_heard_ >= rests_after) {
        close();
        last_heard_.reset();
        state_ = State::resting;
    }
}

void SdlAudio::open() {
    if (state_ != State::closed && state_ != State::resting)
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
    if (watch_ != nullptr)
        watch_mixer();
    if (waiting_)
        say(*std::exchange(waiting_, std::nullopt));
    load_sounds();
}

/// Now, so that no touch has to wait for a file.
void SdlAudio::load_sounds() {
    for (std::size_t place = 0; place < sounds_.size(); ++place) {
        const std::string file = (sounds_folder_ / sound_files[place]).string();
        sounds_[place].reset(Mix_LoadWAV(file.c_str()));
        if (!sounds_[place])
            report("The sound " + file + " cannot be played");
    }
}

void SdlAudio::watch_mixer() {
    const auto tell = [](void* watch, Uint8* samples, int bytes) {
        static_cast<SoundWatch*>(watch)->mixed(samples_of(samples, bytes));
    };
    Mix_SetPostMix(tell, watch_);
}

void SdlAudio::set_loudness(Loudness loudness) {
    constexpr Loudness usual;
    loudness_ = {std::clamp(loudness.voice, softest.voice, usual.voice),
                 std::clamp(loudness.sounds, softest.sounds, usual.sounds)};
    if (state_ != State::open)
        return;
    Mix_VolumeMusic(mixer_volume(loudness_.voice));
    turn_sounds_to(sound_volume());
}

int SdlAudio::sound_volume() const {
    return mixer_volume(loudness_.sounds * (speaking() ? share_under_speech : 1));
}

void SdlAudio::turn_sounds_to(int volume) {
    Mix_Volume(-1, volume);
    for (Watched& watched : watched_)
        watched.volume = volume;
}

void SdlAudio::say(VoiceId line) {
    const auto place = static_cast<std::size_t>(line);
    ENSURE(place < voices_.size());
    if (state_ == State::closed || state_ == State::resting)
        waiting_ = line;
    if (state_ != State::open)
        return;
    stop_saying();
    voice_ = open_voice(place);
    if (voice_ && Mix_PlayMusic(voice_.get(), 0) == 0)
        turn_sounds_to(sound_volume());
}

std::unique_ptr<Mix_Music, SdlAudio::MusicDeleter> SdlAudio::open_voice(std::size_t place) {
    const Voice& voice = voices_[place];
    std::unique_ptr<Mix_Music, MusicDeleter> music(Mix_LoadMUS(voice.file.string().c_str()));
    if (music)
        return music;
    if (!reported_[place])
        report("The voice line " + voice.file.string() + " cannot be spoken");
    reported_[place] = true;
    if (voice.file != voice.built_in && !voice.built_in.empty())
        music.reset(Mix_LoadMUS(voice.built_in.string().c_str()));
    return music;
}

void SdlAudio::stop_saying() {
    waiting_.reset();
    if (state_ == State::open)
        Mix_HaltMusic();
}

void SdlAudio::play(Sound sound) {
    if (state_ == State::resting)
        heard_next_ = sound;
    if (state_ != State::open)
        return;
    Mix_Chunk* chunk = sounds_[static_cast<std::size_t>(sound)].get();
    if (chunk == nullptr)
        return;
    int channel = Mix_GroupAvailable(-1);
    if (channel < 0)
        channel = Mix_GroupOldest(-1); // a touch is always answered
    Mix_HaltChannel(channel);
    Mix_Volume(channel, sound_volume());
    if (watch_ != nullptr) {
        Watched& watched = watched_[static_cast<std::size_t>(channel)];
        watched.watch = watch_;
        watched.volume = sound_volume();
        const auto tell = [](int, void* samples, int bytes, void* data) {
            const Watched& of = *static_cast<const Watched*>(data);
            of.watch->add_sound(samples_of(samples, bytes), static_cast<double>(of.volume) / MIX_MAX_VOLUME);
        };
        Mix_RegisterEffect(channel, tell, nullptr, &watched);
    }
    Mix_PlayChannel(channel, chunk, 0);
}

bool SdlAudio::speaking() const { return state_ == State::open && Mix_PlayingMusic() != 0; }

} // namespace mirabelle
