// Where the teacher records lines with her own voice, one at a time: tap, speak, tap; then she hears it and
// keeps it or not. Nothing that she says leaves the folder of recordings.
#pragma once

#include "engine/microphone.h"
#include "engine/voice/voice_packs.h"

#include <cstdint>
#include <future>
#include <optional>
#include <vector>

namespace mirabelle {

enum class StudioState : std::uint8_t {
    idle,
    opening,   ///< the microphone
    recording, ///< until end(), or until the line is as long as it may be
    working,   ///< what was said is trimmed, levelled and written
    reviewing  ///< the line is spoken from the new recording: keep() or discard()
};

enum class StudioTrouble : std::uint8_t { none, no_microphone, nothing_heard, not_written };

class VoiceStudio {
  public:
    /// Both outlive it. Removes what an earlier one left unfinished.
    VoiceStudio(VoicePacks& packs, Microphone& microphone);
    ~VoiceStudio();
    VoiceStudio(const VoiceStudio&) = delete;
    VoiceStudio& operator=(const VoiceStudio&) = delete;

    /// The first tap: listens for `longest` ms of speech at most. What was not kept is given up.
    void begin(VoiceId line, Milliseconds longest);
    /// The second tap.
    void end();
    /// Once a frame; never waits.
    void advance();
    void keep();
    /// Back to how the line was spoken before.
    void discard();
    /// The teacher's own recording of a line is erased.
    void remove(VoiceId line);

    StudioState state() const { return state_; }
    StudioTrouble trouble() const { return trouble_; } ///< with the last recording
    VoiceId line() const { return line_; }             ///< the one that is being worked on
    Milliseconds recorded() const;                     ///< so far
    double level() const { return level_; }            ///< 0..1, of what was heard last
    /// Whether a new recording waits to be heard; gives it once.
    bool take_finished() { return std::exchange(finished_, false); }
    const VoicePacks& packs() const { return packs_; }

  private:
    struct Finished {
        StudioTrouble trouble = StudioTrouble::none;
        Milliseconds length = 0;
    };
    static Finished finish(std::vector<float> samples, const std::filesystem::path& file);
    std::filesystem::path tried_file() const; ///< the recording before it is kept
    void fail(StudioTrouble trouble);

    VoicePacks& packs_;
    Microphone& microphone_;
    StudioState state_ = StudioState::idle;
    StudioTrouble trouble_ = StudioTrouble::none;
    VoiceId line_{};
    std::size_t most_samples_ = 0;
    std::vector<float> samples_;
    double level_ = 0;
    bool finished_ = false;
    std::future<Finished> work_;
};

} // namespace mirabelle
