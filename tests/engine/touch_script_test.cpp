#include "engine/content/content_error.h"
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace mirabelle;

namespace {

std::vector<ScriptLine> read(const ScratchFolder& folder, const std::string& text) {
    const auto file = folder.path() / "script.touch";
    std::ofstream(file, std::ios::trunc) << text;
    return read_touch_script(file);
}

/// What reading `text` complains about; empty when it does not.
std::string complaint_about(const ScratchFolder& folder, const std::string& text) {
    try {
        read(folder, text);
    } catch (const ContentError& error) {
        return error.what();
    }
    return {};
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("engine/touch script") {
    TEST_CASE("touches, pictures and taps are read; comments and empty lines are skipped") {
        const ScratchFolder folder("mirabelle_script");
        const auto script =
            read(folder, "# a child\n\n0 3 down 10.5 20\n40 3 move 11 21\n  \n80 3 up 11 21\r\n"
                         "100 shot garden\n200 tap card 2\n300 tap answer lane 2\n"
                         "310 switch first\n320 switch second\n");
        REQUIRE(script.size() == 8);
        CHECK(std::get<ScriptSwitch>(script[6].what).key == SwitchKey::first);
        CHECK(std::get<ScriptSwitch>(script[7].what).key == SwitchKey::second);
        CHECK(script_line(SwitchKey::second, 320) == "320 switch second");
        CHECK(std::get<Touch>(script[0].what) == Touch{0, FingerId{3}, TouchPhase::down, {10.5, 20}});
        CHECK(std::get<Touch>(script[2].what).phase == TouchPhase::up);
        CHECK(script[2].line == 6);
        CHECK(std::get<ScriptShot>(script[3].what).name == "garden");
        CHECK(std::get<ScriptTap>(script[4].what).target == "card 2");
        CHECK(std::get<ScriptTap>(script[5].what).target == "answer");
        CHECK(std::get<ScriptTap>(script[5].what).lane == 1);
    }

    TEST_CASE("what cannot be understood is told with file, line and remedy") {
        const ScratchFolder folder("mirabelle_script");
        for (const std::string wrong :
             {"soon 1 down 3 4", "-5 1 down 3 4", "5", "5 1 down 3", "5 1 press 3 4", "5 x down 3 4",
              "5 1 down three 4", "5 shot", "5 tap", "5 tap card lane", "5 tap card lane 0", "5 tap lane 1",
              "5 switch", "5 switch third"}) {
            CAPTURE(wrong);
            const std::string complaint = complaint_about(folder, "0 shot first\n" + wrong + "\n");
            CHECK(contains(complaint, "script.touch:2:"));
            CHECK(contains(complaint, " — write '<ms>"));
        }
        const std::string disorder = complaint_about(folder, "10 shot a\n5 shot b\n");
        CHECK(contains(disorder, "script.touch:2:"));
        CHECK(contains(disorder, "in order of time"));
        CHECK_THROWS_AS(read_touch_script(folder.path() / "none.touch"), ContentError);
    }

    TEST_CASE("a touch written as a line is the same touch when read") {
        const ScratchFolder folder("mirabelle_script");
        Random random(3);
        std::string text;
        std::vector<Touch> touches;
        for (int i = 0; i < 300; ++i) {
            touches.push_back({i * 10,
                               FingerId{random.between(0, 2'000'000)},
                               static_cast<TouchPhase>(random.below(4)),
                               {random.between(0, 4000) / 10.0, random.between(0, 3000) / 10.0}});
            text += script_line(touches.back()) + "\n";
        }
        const auto script = read(folder, text);
        REQUIRE(script.size() == touches.size());
        for (std::size_t i = 0; i < touches.size(); ++i)
            CHECK(std::get<Touch>(script[i].what) == touches[i]);
    }

    TEST_CASE("a script plays a child: portrait, card, answers; a target that never comes is told") {
        const ScratchFolder folder("mirabelle_script");
        AppScene scene(settings_for(1, 4));
        const auto script =
            read(folder, "1000 tap portrait 1\n2000 tap card 1\n3000 tap answer\n3100 shot seen\n");
        std::vector<std::string> shots;
        long ticks = 0;
        play_touch_script(
            scene.app, script, "script.touch", [&] { ++ticks; },
            [&](const std::string& name) { shots.push_back(name); });
        CHECK(shots == std::vector<std::string>{"seen"});
        CHECK(ticks > 310);
        REQUIRE(scene.school.attempts().size() == 1);
        CHECK(scene.school.attempts()[0].correct);
        // The key of a switch box does nothing for a child who plays with fingers.
        play_touch_script(
            scene.app, read(folder, "5000 switch first\n"), "script.touch", [] {}, [](const auto&) {});
        CHECK(scene.school.attempts().size() == 1);
        for (const std::string missing : {"1 tap portrait 77\n", "1 tap answer lane 3\n"})
            try {
                play_touch_script(
                    scene.app, read(folder, missing), "script.touch", [] {}, [](const auto&) {});
                FAIL("it went on");
            } catch (const ContentError& error) {
                CHECK(contains(error.what(), "script.touch:1:"));
            }
    }
}
