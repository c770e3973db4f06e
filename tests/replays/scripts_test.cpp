// Touch scripts as anyone can write them, and what the journal keeps of them.
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace mirabelle;

namespace {

/// Plays tests/replays/<name>.touch; gives one line for each answer: lane, question, number, right or wrong,
/// help.
std::vector<std::string> played(const std::string& name, const AppSettings& settings) {
    const auto file = std::filesystem::path(MIRABELLE_SOURCE_FOLDER) / "tests/replays" / (name + ".touch");
    AppScene scene(settings, 6, nullptr, same_four_activities());
    play_touch_script(
        scene.app, read_touch_script(file), file, [] {}, [](const std::string&) {});
    scene.wait(500);
    std::vector<std::string> lines;
    const auto children = scene.school.journal.children();
    for (const Attempt& attempt : scene.school.attempts()) {
        std::size_t child = 0;
        while (children[child].id != attempt.child)
            ++child;
        lines.push_back(fmt::format("child {} lane {} try {}: {}, help {}, heard again {}, stray {}",
                                    child + 1, attempt.lane + 1, attempt.attempt_number,
                                    attempt.correct ? "right" : "wrong", static_cast<int>(attempt.help),
                                    attempt.prompts_replayed, attempt.stray_touches));
    }
    return lines;
}

void check_lines(const std::vector<std::string>& lines, const std::vector<std::string>& expected) {
    CHECK_MESSAGE(lines == expected, fmt::format("\n{}", fmt::join(lines, "\n")));
}

} // namespace

TEST_SUITE("replays") {
    TEST_CASE("a first day: right, wrong, right, and out by the door") {
        check_lines(played("first_day", settings_for(1, 1)),
                    {"child 1 lane 1 try 1: right, help 0, heard again 0, stray 0",
                     "child 1 lane 1 try 1: wrong, help 0, heard again 0, stray 0",
                     "child 1 lane 1 try 2: right, help 0, heard again 0, stray 0"});
    }

    TEST_CASE("a workshop of two: each answer in its own lane, with its own help") {
        check_lines(played("workshop_of_two", settings_for(2, 1)),
                    {"child 3 lane 1 try 1: wrong, help 0, heard again 0, stray 0",
                     "child 3 lane 1 try 2: wrong, help 0, heard again 1, stray 0",
                     "child 2 lane 2 try 1: right, help 0, heard again 0, stray 0",
                     "child 3 lane 1 try 3: right, help 2, heard again 0, stray 0",
                     "child 2 lane 2 try 1: right, help 0, heard again 0, stray 0"});
    }

    TEST_CASE("wrists on the edges count as stray, and the answer as right") {
        const auto lines = played("wrists_and_stray_fingers", settings_for(1, 1));
        REQUIRE(lines.size() == 1);
        CHECK_MESSAGE(lines[0].find(": right") != std::string::npos, lines[0]);
    }

    TEST_CASE("the same script on the same seed leaves the same journal") {
        CHECK(played("workshop_of_two", settings_for(2, 5)) == played("workshop_of_two", settings_for(2, 5)));
    }
}
