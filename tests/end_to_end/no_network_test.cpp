// No name leaves the device: the program opens no socket, and could not speak to a network if it wanted to.
#include "tests/end_to_end/real_screen.h"

#include <doctest/doctest.h>

#include <array>
#include <csignal>
#include <fstream>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> without_network(const char* allowed, std::vector<std::string> words) {
    words.insert(words.begin(), {std::string(MIRABELLE_BUILD_FOLDER) + "/without_network", allowed});
    return words;
}

} // namespace

TEST_CASE("a program that speaks to the network is caught, so that the other tests mean something") {
    const ScratchFolder folder("mirabelle-network-");
    const auto story = run_process(
        {without_network("local", {"bash", "-c", "exec 3<>/dev/udp/127.0.0.1/9; echo spoke"}), {}, {}},
        folder.path());
    CHECK(story.output.find("spoke") == std::string::npos);
    CHECK(story.end.signal == SIGSYS);
}

TEST_CASE("a class plays a week without a single socket") {
    const ScratchFolder folder("mirabelle-network-");
    const auto story = run_process(
        {without_network("nothing", {program_path(), "demo", "--out", (folder.path() / "demo").string(),
                                     "--weeks", "1", "--children", "3", "--no-film"}),
         {},
         {}},
        folder.path(), std::chrono::minutes(5));
    INFO(story.errors);
    CHECK(story.end.signal == 0);
    CHECK(story.end.exit_code == 0);
}

TEST_CASE("a touch script is played and checked without a single socket") {
    const ScratchFolder folder("mirabelle-network-");
    const fs::path script = folder.path() / "script", data = folder.path() / "data";
    std::ofstream(script) << "500 tap portrait 1\n1000 tap card 1\n1000 tap answer\n";
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{program_path(), "play", "--script", script.string(), "--data",
                                   data.string()},
          std::vector<std::string>{program_path(), "check", "--data", data.string()}}) {
        const auto story = run_process({without_network("nothing", words), {}, {}}, folder.path());
        INFO(story.errors);
        CHECK(story.end.signal == 0);
        CHECK(story.end.exit_code == 0);
    }
}

TEST_CASE("the app opens only the sockets of its own screen and sound") {
    const ScratchFolder folder("mirabelle-network-");
    const XServer server(XServer::Kind::picture, {1280, 720}, folder.path());
    auto environment = server.environment();
    environment["SDL_AUDIODRIVER"] = ""; // whatever sound system there is
    Process program(
        {without_network("local", {program_path(), "--data", (folder.path() / "data").string(), "--report"}),
         environment,
         {}},
        folder.path());
    CHECK(program.wait_for_line(
        [](const std::string& line) { return line.find("who_is_here") != std::string::npos; },
        std::chrono::seconds(30)));
    CHECK_FALSE(program.wait(std::chrono::seconds(5)));
    program.signal(SIGTERM);
    const auto end = program.wait(std::chrono::seconds(20));
    INFO(program.errors());
    REQUIRE(end);
    CHECK(end->exit_code == 0);
}

TEST_CASE("the program is linked to no network library and calls no function of one") {
    const ScratchFolder folder("mirabelle-network-");
    const auto libraries = run_process({{"objdump", "-p", program_path()}, {}, {}}, folder.path());
    const auto functions =
        run_process({{"nm", "--dynamic", "--undefined-only", program_path()}, {}, {}}, folder.path());
    REQUIRE(libraries.output.find("NEEDED") != std::string::npos);
    REQUIRE(functions.output.find(" U ") != std::string::npos);
    for (const char* library : {"libcurl", "libssl", "libgnutls", "libnghttp", "libsoup", "SDL2_net"})
        CHECK(libraries.output.find(library) == std::string::npos);
    for (const char* function : {" socket", " connect", " bind", " listen", " accept", " getaddrinfo",
                                 " gethostbyname", " sendto", " recvfrom"})
        for (const std::string& line : lines_of(functions.output))
            CHECK_MESSAGE(line.find(std::string("U") + function + "@") == std::string::npos, line);
}
