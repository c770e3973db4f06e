#include "platform/sdl_audio.h"

#include <SDL2/SDL.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace mirabelle;

namespace {

const std::filesystem::path bundle(MIRABELLE_BUNDLE_FOLDER);

Voice spoken_from(const std::filesystem::path& file) {
    Voice voice;
    voice.file = file;
    return voice;
}

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
    const std::vector<Voice> voices{spoken_from("welcome.ogg")};
    SdlAudio audio(voices, "sounds");
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
    const std::vector<Voice> voices{spoken_from("missing.ogg")};
    SdlAudio audio(voices, "no_such_folder");
    audio.open();
    REQUIRE(log.count() == sound_count);
    for (int turn = 0; turn < 3; ++turn) {
        audio.say(VoiceId{0});
        audio.play(Sound::leaf);
    }
    CHECK_FALSE(audio.speaking());
    CHECK(log.count() == sound_count + 1);
}

TEST_CASE("what was said before the sound card was open is spoken then") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    const std::vector<Voice> voices{spoken_from(bundle / "sounds/goodbye.ogg")};
    SdlAudio audio(voices, bundle / "sounds");
    audio.say(VoiceId{0});
    CHECK_FALSE(audio.speaking());
    audio.open();
    CHECK(audio.speaking());
    audio.play(Sound::touch);
    audio.stop_saying();
    CHECK_FALSE(audio.speaking());
}

TEST_CASE("a voice file that has gone is spoken by the bundle's, with one log line") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    const LogLines log;
    std::vector<Voice> voices{spoken_from("gone.ogg")};
    voices[0].built_in = bundle / "sounds/goodbye.ogg";
    SdlAudio audio(voices, bundle / "sounds");
    audio.open();
    audio.say(VoiceId{0});
    CHECK(audio.speaking());
    audio.say(VoiceId{0});
    CHECK(audio.speaking());
    CHECK(log.count() == 1);
    // Another recording in its place is heard at once.
    voices[0].file = bundle / "sounds/leaf.ogg";
    audio.say(VoiceId{0});
    CHECK(audio.speaking());
    CHECK(log.count() == 1);
}

TEST_CASE("sounds are turned down while somebody speaks, and the volume has a floor and a ceiling") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    const std::vector<Voice> voices{spoken_from(bundle / "sounds/goodbye.ogg")};
    SdlAudio audio(voices, bundle / "sounds");
    audio.open();
    audio.set_loudness({1, 0.5});
    const auto played = [&] {
        audio.play(Sound::leaf);
        int loudest = 0;
        for (int channel = 0; channel < Mix_AllocateChannels(-1); ++channel)
            if (Mix_Playing(channel) != 0)
                loudest = std::max(loudest, Mix_Volume(channel, -1));
        Mix_HaltChannel(-1);
        return loudest;
    };
    const int alone = played();
    CHECK(alone == MIX_MAX_VOLUME / 2);
    audio.say(VoiceId{0});
    CHECK(played() == alone / 2);
    audio.stop_saying();
    CHECK(played() == alone);

    audio.set_loudness({0, 0});
    CHECK(Mix_VolumeMusic(-1) >= MIX_MAX_VOLUME / 6);
    CHECK(played() > 0);
    audio.set_loudness({9, 9});
    CHECK(Mix_VolumeMusic(-1) == MIX_MAX_VOLUME);
    CHECK(played() < MIX_MAX_VOLUME);
}

TEST_CASE("half a minute of silence lets the sound card rest, and the next touch is heard") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    const std::vector<Voice> voices{spoken_from(bundle / "sounds/goodbye.ogg")};
    SdlAudio audio(voices, bundle / "sounds");
    const auto card_is_open = [] { return SDL_WasInit(SDL_INIT_AUDIO) != 0; };
    audio.open();
    audio.tend(100'000);
    audio.tend(129'000);
    CHECK(card_is_open());
    audio.say(VoiceId{0});
    audio.tend(131'000); // somebody speaks
    CHECK(card_is_open());
    audio.stop_saying();
    audio.tend(160'000);
    CHECK(card_is_open());
    audio.tend(161'000);
    CHECK_FALSE(card_is_open());

    audio.play(Sound::touch);
    CHECK_FALSE(card_is_open()); // the frame is shown first
    audio.tend(170'000);
    CHECK(card_is_open());
    CHECK(Mix_Playing(-1) == 1);
    Mix_HaltChannel(-1);
    audio.tend(199'000);
    CHECK(card_is_open());
    audio.tend(230'000);
    CHECK_FALSE(card_is_open());
    audio.say(VoiceId{0});
    audio.tend(231'000);
    CHECK(audio.speaking());
}

TEST_CASE("when every channel sounds, the next touch is heard all the same") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    SdlAudio audio({}, bundle / "sounds");
    audio.open();
    for (int i = 0; i < 12; ++i)
        audio.play(Sound::goodbye);
    CHECK(Mix_Playing(-1) == Mix_AllocateChannels(-1));
}

TEST_CASE("the watch tells when a touch is heard and when a screen speaks, each by its own sound") {
    SDL_setenv("SDL_AUDIODRIVER", "dummy", 1);
    SoundWatch watch;
    const std::vector<Voice> voices{spoken_from(bundle / "voice/hello.ogg")};
    SdlAudio audio(voices, bundle / "sounds");
    audio.set_watch(watch);
    audio.open();
    const auto wait_for = [&](SoundWatch::Why why) {
        std::optional<SoundWatch::Heard> heard;
        for (int i = 0; i < 200 && !heard; ++i) {
            SDL_Delay(5);
            heard = watch.take(why);
        }
        return heard;
    };
    const Instant asked = instant_now();
    watch.expect(SoundWatch::Why::touch, asked);
    watch.expect(SoundWatch::Why::screen, asked); // shown after the touch
    audio.play(Sound::settle);
    const auto touch = wait_for(SoundWatch::Why::touch);
    REQUIRE(touch.has_value());
    CHECK(touch->asked == asked);
    CHECK(touch->heard > asked);
    CHECK(touch->heard - asked < 200'000'000);
    SDL_Delay(100);
    CHECK_FALSE(watch.take(SoundWatch::Why::screen).has_value()); // that sound was no speech
    audio.say(VoiceId{0});
    const auto spoken = wait_for(SoundWatch::Why::screen);
    REQUIRE(spoken.has_value());
    CHECK(spoken->heard > touch->heard);
    CHECK_FALSE(watch.take(SoundWatch::Why::touch).has_value()); // nothing more was touched

    // A screen that is shown while it speaks already waits for nothing.
    const Instant shown = instant_now();
    watch.expect(SoundWatch::Why::screen, shown);
    const auto at_once = watch.take(SoundWatch::Why::screen);
    REQUIRE(at_once.has_value());
    CHECK(at_once->heard == shown);
    // And what is said after a touch is the touch's.
    audio.stop_saying();
    SDL_Delay(500); // the mixer has been silent meanwhile, on a busy machine too
    watch.expect(SoundWatch::Why::screen, instant_now());
    watch.expect(SoundWatch::Why::touch, instant_now());
    audio.say(VoiceId{0});
    CHECK(wait_for(SoundWatch::Why::touch).has_value());
    CHECK_FALSE(watch.take(SoundWatch::Why::screen).has_value());
}
