// What is heard, through SDL2_mixer: one stream for speech, a few short sounds over it.
#pragma once

#include "engine/audio.h"

#include <SDL2/SDL_mixer.h>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace mirabelle {

struct Loudness {
    double voice = 1;    ///< 0..1
    double sounds = 0.6; ///< 0..1: speech must stay understandable over them
};

class SdlAudio final : public Audio {
  public:
    /// `voices[i]` is the file of VoiceId i; `sounds` is the folder of the sounds. Opens nothing yet.
    SdlAudio(std::vector<std::filesystem::path> voices, std::filesystem::path sounds);
    ~SdlAudio() override;
    SdlAudio(const SdlAudio&) = delete;
    SdlAudio& operator=(const SdlAudio&) = delete;

    /// Opens the sound card: to call after the first frame is shown, because some systems take their time.
    /// What was said before is spoken now. Without a sound card: one log line, then silence.
    void open();

    void set_loudness(Loudness loudness);

    void say(VoiceId line) override;
    void stop_saying() override;
    void play(Sound sound) override;

    bool speaking() const;

  private:
    enum class State : unsigned char { closed, open, silent };
    struct MusicDeleter {
        void operator()(Mix_Music* music) const { Mix_FreeMusic(music); }
    };
    struct ChunkDeleter {
        void operator()(Mix_Chunk* chunk) const { Mix_FreeChunk(chunk); }
    };
    struct SoundSlot {
        std::unique_ptr<Mix_Chunk, ChunkDeleter> chunk;
        bool tried = false;
    };

    std::vector<std::filesystem::path> voices_;
    std::vector<bool> reported_; ///< by voice: its absence was logged
    std::filesystem::path sounds_folder_;
    State state_ = State::closed;
    Loudness loudness_;
    std::optional<VoiceId> waiting_; ///< said before the sound card was open
    std::unique_ptr<Mix_Music, MusicDeleter> voice_;
    std::array<SoundSlot, sound_count> sounds_;
};

} // namespace mirabelle
