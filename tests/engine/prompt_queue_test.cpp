#include "tests/support/question_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

class HeardAudio final : public Audio {
  public:
    void say(VoiceId line) override { heard.push_back(line); }
    void stop_saying() override { ++stops; }
    void play(Sound sound) override { sounds.push_back(sound); }

    std::vector<VoiceId> heard;
    std::vector<Sound> sounds;
    int stops = 0;
};

/// Lines 1 to 9 last as many tenths of a second; 0 is silence.
struct Room {
    static std::vector<Voice> ten_voices() {
        std::vector<Voice> ten;
        for (int line = 0; line < 10; ++line)
            ten.push_back({{}, line * 100, {}});
        return ten;
    }
    void wait(Milliseconds length) {
        for (Milliseconds passed = 0; passed < length; passed += tick_length)
            queue.tick();
    }
    static std::vector<VoiceId> lines(std::initializer_list<int> numbers) {
        std::vector<VoiceId> ids;
        for (const int number : numbers)
            ids.push_back(static_cast<VoiceId>(number));
        return ids;
    }

    HeardAudio audio;
    std::vector<Voice> voices = ten_voices();
    PromptQueue queue{audio, voices};
    LaneSpeaker left{queue, 0}, right{queue, 1};
};

} // namespace

TEST_SUITE("engine/prompt queue") {
    TEST_CASE("lines are spoken one after the other, with a breath between") {
        Room room;
        room.left.say(Room::lines({3, 1}));
        CHECK(room.audio.heard == Room::lines({3}));
        room.wait(300);
        CHECK(room.audio.heard.size() == 1);
        room.wait(100);
        CHECK(room.audio.heard == Room::lines({3, 1}));
        CHECK(room.left.speaking());
        room.wait(200);
        CHECK_FALSE(room.left.speaking());
        CHECK(room.audio.stops == 0);
    }

    TEST_CASE("two children's prompts never sound at once; the second waits for the first") {
        Room room;
        room.left.say(Room::lines({5}));
        room.right.say(Room::lines({2, 3}));
        room.left.say_next(Room::lines({4}));
        CHECK(room.left.speaking());
        CHECK(room.right.speaking());
        room.wait(3000);
        CHECK(room.audio.heard == Room::lines({5, 2, 3, 4}));
    }

    TEST_CASE("what a child says next does not take back what the other lane is hearing") {
        Room room;
        room.left.say(Room::lines({5, 6}));
        room.right.say(Room::lines({2}));
        room.right.say(Room::lines({3})); // the right lane changes its mind
        CHECK(room.audio.stops == 0);
        room.wait(3000);
        CHECK(room.audio.heard == Room::lines({5, 6, 3}));
    }

    TEST_CASE("a new line stops the lane's own line at once") {
        Room room;
        room.left.say(Room::lines({9, 8}));
        room.wait(100);
        room.left.say(Room::lines({1}));
        CHECK(room.audio.stops == 1);
        CHECK(room.audio.heard == Room::lines({9, 1}));
        room.left.hush();
        CHECK_FALSE(room.left.speaking());
        room.wait(1000);
        CHECK(room.audio.heard == Room::lines({9, 1}));
    }

    TEST_CASE("a hushed lane leaves the word to the other") {
        Room room;
        room.left.say(Room::lines({9}));
        room.right.say(Room::lines({2}));
        room.left.hush();
        CHECK(room.audio.heard == Room::lines({9, 2}));
    }

    TEST_CASE("an unknown line is silence, and the ones after it are heard") {
        Room room;
        room.left.say(Room::lines({0, 2}));
        room.wait(200);
        CHECK(room.audio.heard == Room::lines({2}));
    }

    TEST_CASE("more than a minute of speech is not kept, and nothing breaks") {
        Room room;
        for (int i = 0; i < 100; ++i)
            room.left.say_next(Room::lines({1}));
        room.wait(60'000);
        CHECK_FALSE(room.left.speaking());
        CHECK(room.audio.heard.size() == 64);
        room.right.play(Sound::leaf);
        CHECK(room.audio.sounds.size() == 1);
    }
}
