#include "platform/sdl_audio.h"

#include <SDL2/SDL.h>
#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace mirabelle;

namespace {

/// Collects what is logged while it lives.
class LogLines {
  public:
    LogLines() {
        SDL_LogGetOutputFunction(&before_, &before_data_);
        SDL_LogSetOutputFunction(
            [](void* lines, int, SDL_LogPriority, const char* text) {
                static_cast<std::vector<std::string>*>(lines)->emplace_back(text);
            },
            &lines_);
    }
    ~LogLines() { SDL_LogSetOutputFunction(before_, before_data_); }
    LogLines(const LogLines&) = delete;
    LogLines& operator=(const LogLines&) = delete;

    std::size_t count() const { return lines_.size(); }

  private:
    SDL_LogOutputFunction before_ = nullptr;
    void* before_data_ = nullptr;
    std::vector<std::string> lines_;
};

} // namespace

TEST_CASE("without a sound card there is one log line, then silence") {
    SDL_setenv("SDL_AUDIODRIVER", "none of these", 1);
    const LogLines log;
    SdlAudio audio({"welcome.ogg"}, "sounds");
    audio.say(VoiceId{0});
    audio.open();
    audio.say(VoiceId{0});
    audio.play(Sound::touch);
    audio.stop_saying();
    CHECK_FALSE(audio.speaking());
    CHECK(log.count() == 1);
}

TEST_CASE("a missing voice line or sound is logged once and leaves the rest working") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    const LogLines log;
    SdlAudio audio({"missing.ogg"}, "no_such_folder");
    audio.open();
    REQUIRE(log.count() == 0);
    for (int turn = 0; turn < 3; ++turn) {
        audio.say(VoiceId{0});
        audio.play(Sound::leaf);
    }
    CHECK_FALSE(audio.speaking());
    CHECK(log.count() == 2);
}

TEST_CASE("what was said before the sound card was open is spoken then") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    SdlAudio audio({std::filesystem::path(MIRABELLE_BUNDLE_FOLDER) / "sounds/goodbye.ogg"},
                   std::filesystem::path(MIRABELLE_BUNDLE_FOLDER) / "sounds");
    audio.say(VoiceId{0});
    CHECK_FALSE(audio.speaking());
    audio.open();
    CHECK(audio.speaking());
    audio.play(Sound::touch);
    audio.stop_saying();
    CHECK_FALSE(audio.speaking());
}
