// What is heard, through SDL2_mixer: one stream for speech, a few short sounds over it.
#pragma once

#include "engine/content/content_items.h"
#include "engine/touch.h"
#include "platform/sound_watch.h"

#include <SDL2/SDL_mixer.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mirabelle {

/// Shares of full scale. Speech at 1 is as loud as broadcasts (engine/voice/loudness.h), which hurts no ear;
/// the sounds are quieter, so that it stays understandable over them.
struct Loudness {
    double voice = 1;
    double sounds = 0.6;
};
/// Whatever is wished, it is never less than this (nobody silences a child's Mirabelle by accident), nor more
/// than the usual.
inline constexpr Loudness softest{0.2, 0.12};
/// Sounds are turned down to this share of themselves while somebody speaks.
inline constexpr double share_under_speech = 0.5;

class SdlAudio final : public Audio {
  public:
    /// `voices[i]` is the line of VoiceId i and outlives this, its file may change; `sounds` is the folder of
    /// the sounds. Opens nothing yet.
    SdlAudio(std::span<const Voice> voices, std::filesystem::path sounds);
    ~SdlAudio() override;
    SdlAudio(const SdlAudio&) = delete;
    SdlAudio& operator=(const SdlAudio&) = delete;

    /// Opens the sound card: to call after the first frame is shown, because some systems take their time.
    /// What was said before is spoken now. Without a sound card: one log line, then silence.
    void open();
    /// To call after each frame; `now` in ms of any steady clock. After half a minute of silence the sound
    /// card is closed, which would otherwise be served forty times a second for nothing; what is heard next
    /// opens it again, after the frame that shows it.
    void tend(Milliseconds now);

    /// Within `softest` and the usual loudness.
    void set_loudness(Loudness loudness);

    /// Tells it when sounds begin, from open() on; it outlives this.
    void set_watch(SoundWatch& watch) { watch_ = &watch; }

    void say(VoiceId line) override;
    void stop_saying() override;
    void play(Sound sound) override;

    bool speaking() const;

  private:
    enum class State : unsigned char { closed, open, resting, silent };
    struct MusicDeleter {
        void operator()(Mix_Music* music) const { Mix_FreeMusic(music); }
    };
    struct ChunkDeleter {
        void operator()(Mix_Chunk* chunk) const { Mix_FreeChunk(chunk); }
    };
    /// Of one sound on its channel, for as long as the watch may be told of it.
    struct Watched {
        SoundWatch* watch = nullptr;
        std::atomic<int> volume = 0; ///< in the mixer's measure
    };
    static constexpr int sound_channels = 8;

    void close();
    void load_sounds();
    void watch_mixer();
    std::unique_ptr<Mix_Music, MusicDeleter> open_voice(std::size_t place);
    /// Of a sound that begins now, in the mixer's measure.
    int sound_volume() const;
    void turn_sounds_to(int volume);

    std::span<const Voice> voices_;
    std::vector<bool> reported_; ///< by voice: its absence was logged
    std::filesystem::path sounds_folder_;
    State state_ = State::closed;
    Loudness loudness_;
    std::optional<VoiceId> waiting_;  ///< said before the sound card was open
    std::optional<Sound> heard_next_; ///< played while it rested
    std::optional<Milliseconds> last_heard_;
    std::unique_ptr<Mix_Music, MusicDeleter> voice_;
    std::array<std::unique_ptr<Mix_Chunk, ChunkDeleter>, sound_count> sounds_;
    SoundWatch* watch_ = nullptr;
    std::array<Watched, sound_channels> watched_; ///< by channel
};

} // namespace mirabelle
