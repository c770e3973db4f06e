// Line by line the teacher's own voice goes before a pack's, and a pack's before the bundle's.
#include "engine/voice/voice_packs.h"

#include "engine/prompt_queue.h"
#include "engine/voice/sound_file.h"
#include "tests/support/process.h"
#include "tests/support/real_content.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/speech.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace mirabelle;

namespace {

struct VoicesScene {
    VoiceId line(std::string_view id) const { return content.voice(id); }
    const Voice& voice(std::string_view id) const { return packs.voice(line(id)); }
    Milliseconds record(const std::string& place, const std::string& id, Milliseconds length) {
        SpeechWish wish;
        wish.length = length;
        wish.before = wish.after = 0;
        write_vorbis(speech(wish), folder.path() / place / (id + ".ogg"));
        return vorbis_length(folder.path() / place / (id + ".ogg"));
    }

    ScratchFolder folder{"mirabelle_voices"};
    Content content = real_content();
    VoicePacks packs{content, folder.path()};
};

} // namespace

TEST_SUITE("engine/voice/voice_packs") {
    TEST_CASE("without recordings everything is spoken by the bundle") {
        VoicesScene scene;
        CHECK(scene.packs.look_up_all().empty());
        for (std::size_t place = 1; place < scene.content.voices().size(); ++place) {
            const Voice& voice = scene.content.voices()[place];
            CHECK(scene.packs.source(static_cast<VoiceId>(place)) == VoiceSource::built_in);
            CHECK(voice.file == voice.built_in);
            CHECK(voice.duration == voice.built_in_duration);
        }
    }

    TEST_CASE("each line is looked up by itself, and lasts as long as who speaks it") {
        VoicesScene scene;
        const std::span<const Voice> held = scene.content.voices();
        const Milliseconds hers = scene.record("teacher", "hello", 900);
        scene.record("packs/anne", "hello", 500);
        const Milliseconds anne = scene.record("packs/anne", "goodbye", 700);
        scene.record("packs/zoe", "goodbye", 300);
        const Milliseconds zoe = scene.record("packs/zoe", "yes", 400);
        CHECK(scene.packs.look_up_all().empty());
        CHECK(scene.packs.source(scene.line("hello")) == VoiceSource::teacher);
        CHECK(scene.voice("hello").duration == hers);
        CHECK(scene.voice("hello").file == scene.packs.teacher_file(scene.line("hello")));
        CHECK(scene.packs.source(scene.line("goodbye")) == VoiceSource::pack);
        CHECK(scene.voice("goodbye").duration == anne);
        CHECK(scene.voice("yes").duration == zoe);
        CHECK(scene.packs.source(scene.line("your_turn")) == VoiceSource::built_in);
        // Whoever held the list sees the new voices in it.
        CHECK(held.data() == scene.content.voices().data());
        CHECK(held[static_cast<std::size_t>(scene.line("hello"))].duration == hers);
    }

    TEST_CASE("a damaged file lets the next voice speak, and is told once with its name") {
        VoicesScene scene;
        const auto good = scene.record("packs/anne", "hello", 600);
        const auto file = scene.folder.path() / "teacher" / "hello.ogg";
        scene.record("teacher", "hello", 900);
        const std::string whole = text_of(file);
        std::string flipped = whole;
        flipped[whole.size() / 2] = static_cast<char>(flipped[whole.size() / 2] ^ 0x40);
        const std::array<std::string, 5> broken{"", "not a sound", whole.substr(0, whole.size() / 2),
                                                whole.substr(whole.size() / 3), flipped};
        for (const std::string& bytes : broken) {
            CAPTURE(bytes.size());
            std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
            const auto told = scene.packs.look_up(scene.line("hello"));
            REQUIRE(told.size() == 1);
            CHECK(told[0].find(file.string()) != std::string::npos);
            CHECK(told[0].find("record it again") != std::string::npos);
            CHECK(scene.packs.source(scene.line("hello")) == VoiceSource::pack);
            CHECK(scene.voice("hello").duration == good);
        }
        std::filesystem::remove(file);
        CHECK(scene.packs.look_up(scene.line("hello")).empty());
        CHECK(scene.packs.source(scene.line("hello")) == VoiceSource::pack);
    }

    TEST_CASE("files that are no lines, folders named like files, and other things are passed over") {
        VoicesScene scene;
        scene.record("packs/anne", "no_such_line", 300);
        std::filesystem::create_directories(scene.folder.path() / "packs" / "bea" / "hello.ogg");
        std::ofstream(scene.folder.path() / "packs" / "readme.txt") << "hello";
        scene.packs.look_up_all();
        CHECK(scene.packs.source(scene.line("hello")) == VoiceSource::built_in);
        CHECK(scene.voice("hello").file == scene.voice("hello").built_in);
    }

    TEST_CASE("prompts wait as long as the new voice speaks") {
        VoicesScene scene;
        scene.record("teacher", "yes", 2000);
        scene.packs.look_up_all();
        SilentAudio audio;
        PromptQueue queue(audio, scene.content.voices());
        const std::array lines{scene.line("yes")};
        queue.say(0, lines);
        for (Milliseconds passed = 0; passed < 1900; passed += tick_length)
            queue.tick();
        CHECK(queue.speaking(0));
        for (Milliseconds passed = 0; passed < 300; passed += tick_length)
            queue.tick();
        CHECK_FALSE(queue.speaking(0));
    }
}
