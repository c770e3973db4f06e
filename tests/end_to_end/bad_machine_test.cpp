// Machines as schools have them: no sound, a wrong clock, a small or a huge screen, the program started
// twice.
#include "teacher/notices.h"
#include "tests/end_to_end/real_screen.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

std::string opening_of(const char* code) {
    static const NoticeTexts texts(MIRABELLE_BUNDLE_FOLDER);
    const std::string sentence = texts.sentence(code, "");
    return sentence.substr(0, sentence.find_first_of(".:;("));
}

/// The first words of a notice that begins with a date.
std::string words_after_date_of(const char* code) {
    static const NoticeTexts texts(MIRABELLE_BUNDLE_FOLDER);
    const std::string sentence = texts.sentence(code, "");
    const std::size_t colon = sentence.find(':');
    return sentence.substr(colon, sentence.find('.') - colon);
}

ProcessStory run(const ScratchFolder& folder, std::vector<std::string> words,
                 std::map<std::string, std::string> environment = {}) {
    words.insert(words.begin(), program_path());
    return run_process({std::move(words), std::move(environment), {}}, folder.path());
}

} // namespace

TEST_CASE("started twice, the second copy tells and waits, and the first one plays on") {
    const ScratchFolder folder("mirabelle-machine-");
    const std::string data = (folder.path() / "data").string();
    const XServer server(XServer::Kind::picture, {1280, 720}, folder.path());
    RealProgram first({"--data", data, "--report"}, server.environment(), folder.path());
    first.wait_for_scene(1, "who_is_here");
    RealProgram second({"--data", data, "--report"}, server.environment(), folder.path());
    CHECK(second.process().wait_for_error(opening_of("journal_already_open"), Duration(20'000)));

    std::ofstream(folder.path() / "script") << "100 tap portrait 1\n";
    const auto third = run(folder, {"play", "--script", (folder.path() / "script").string(), "--data", data});
    CHECK(third.end.exit_code == 4);
    CHECK(third.errors.find(data) != std::string::npos);

    CHECK(first.process().running());
    CHECK(first.process().errors().empty());
    first.close();
    second.wait_for_scene(1, "who_is_here"); // by itself, within seconds
    second.close();
}

TEST_CASE("without a sound card the children play in silence") {
    const ScratchFolder folder("mirabelle-machine-");
    const XServer server(XServer::Kind::picture, {1280, 720}, folder.path());
    for (const char* driver : {"dsp", "no_such_sound"}) {
        auto environment = server.environment();
        environment["SDL_AUDIODRIVER"] = driver;
        environment["SDL_PATH_DSP"] = "/no/such/device";
        RealProgram program({"--data", (folder.path() / "data").string(), "--report"}, environment,
                            folder.path());
        program.wait_for_scene(1, "who_is_here");
        CHECK(program.process().wait_for_error("No sound", Duration(10'000)));
        program.close();
    }
}

TEST_CASE("a small tablet and a 4K display both answer a touch") {
    for (const PixelSize size : {PixelSize{800, 480}, PixelSize{3840, 2160}}) {
        CAPTURE(size.width);
        const ScratchFolder folder("mirabelle-machine-");
        const XServer server(XServer::Kind::touch, size, folder.path());
        Hands hands(server, folder.path());
        RealProgram program({"--data", (folder.path() / "data").string(), "--report"}, server.environment(),
                            folder.path());
        hands.tap(program.wait_for_scene(1, "who_is_here"), "portrait 1");
        const Scene garden = program.wait_for_scene(1, "garden");
        CHECK(garden.targets.at("card 1").shorter_side() > 15);
        program.close();
    }
}

TEST_CASE("a clock in 1970 or in 2099 is told to the teacher, and the children play") {
    for (const auto& [clock, code] :
         {std::pair("86400", "clock_before_release"), std::pair("4102358400", "clock_far_future")}) {
        CAPTURE(clock);
        const ScratchFolder folder("mirabelle-machine-");
        const XServer server(XServer::Kind::picture, {1280, 720}, folder.path());
        auto environment = server.environment();
        environment["LD_PRELOAD"] = std::string(MIRABELLE_BUILD_FOLDER) + "/libother_clock.so";
        environment["OTHER_CLOCK"] = clock;
        environment["ASAN_OPTIONS"] = "verify_asan_link_order=0";
        const std::string data = (folder.path() / "data").string();
        for (int start = 0; start < 2; ++start) {
            RealProgram program({"--data", data, "--report"}, environment, folder.path());
            program.wait_for_scene(1, "who_is_here");
            if (start == 1) // the second start reads what the first one noted, or notes it itself
                CHECK(program.process().wait_for_error(words_after_date_of(code), Duration(10'000)));
            program.close();
        }
    }
}

TEST_CASE("without a screen the app says so") {
    const ScratchFolder folder("mirabelle-machine-");
    const auto story = run(folder, {"--data", (folder.path() / "data").string()},
                           {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, {"SDL_VIDEODRIVER", "x11"}});
    CHECK(story.end.exit_code == 5);
    CHECK(story.errors.find("screen") != std::string::npos);
}

TEST_CASE("a command line that is not understood ends with 2 and names what is wrong") {
    const ScratchFolder folder("mirabelle-machine-");
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"--size", "big"},
                                               {"--lanes", "5"},
                                               {"--lanes"},
                                               {"--band", "CP"},
                                               {"--diagonal-cm", "1"},
                                               {"--no-such-option"},
                                               {"dance"},
                                               {"demo"},
                                               {"demo", "--out", "x", "--weeks", "0"},
                                               {"play"}}) {
        const auto story = run(folder, words);
        CAPTURE(words.front());
        CHECK(story.end.exit_code == 2);
        CHECK_FALSE(story.errors.empty());
        CHECK(story.output.empty());
    }
}

TEST_CASE("every command explains itself") {
    const ScratchFolder folder("mirabelle-machine-");
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"--help"}, {"demo", "--help"}, {"play", "--help"}, {"check", "--help"}, {"--version"}}) {
        const auto story = run(folder, words);
        CAPTURE(words.front());
        CHECK(story.end.exit_code == 0);
        CHECK_FALSE(story.output.empty());
        CHECK(story.errors.empty());
    }
}
