// The program is killed at any moment: whatever it said is on disk is there when it starts again.
#include "engine/journal/journal_check.h"
#include "tests/end_to_end/real_screen.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <set>
#include <thread>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

constexpr int demo_deaths = 8;
constexpr int play_deaths = 39;
constexpr int touch_deaths = 3;

std::set<std::string> announced_in(const Process& process) {
    std::set<std::string> ids;
    for (const std::string& line : lines_of(process.output()))
        if (line.rfind("attempt ", 0) == 0)
            ids.insert(line.substr(8));
    return ids;
}

/// Kills the program a little after its `count`th announcement.
void kill_after(Process& process, std::size_t count, Random& chance) {
    std::size_t heard = 0;
    const auto enough = process.wait_for_line(
        [&](const std::string& line) { return line.rfind("attempt ", 0) == 0 && ++heard == count; },
        std::chrono::seconds(60));
    REQUIRE_MESSAGE(enough, "the program did not come so far: " << process.errors());
    std::this_thread::sleep_for(std::chrono::microseconds(chance.below(4000)));
    process.signal(SIGKILL);
    const auto end = process.wait(std::chrono::seconds(20));
    REQUIRE(end);
    REQUIRE(end->signal == SIGKILL);
}

int recovered_runs(const fs::path& file) {
    const SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement query(database, "SELECT count(*) FROM run WHERE ending = 'recovered_after_crash'");
    query.executeStep();
    return query.getColumn(0).getInt();
}

/// How many runs had to be closed; fails when anything announced is lost or anything is left open.
int check_survival(const fs::path& folder, const std::set<std::string>& announced) {
    JournalOptions options;
    options.now = std::chrono::duration_cast<std::chrono::milliseconds>(
                      std::chrono::system_clock::now().time_since_epoch())
                      .count();
    fs::path file;
    std::set<std::string> kept;
    {
        Journal journal = Journal::open(folder, options);
        file = journal.file();
        for (const Notice& notice : journal.notices())
            CHECK(notice.code.rfind("database", 0) != 0);
        for (const Attempt& attempt : journal.attempts(std::nullopt, 0))
            kept.insert(std::string(attempt.id.text()));
    }
    CHECK(std::includes(kept.begin(), kept.end(), announced.begin(), announced.end()));
    const JournalReport report = check_journal(folder);
    for (const std::string& problem : report.problems)
        FAIL_CHECK(problem);
    CHECK(report.open_runs == 0);
    return recovered_runs(file);
}

} // namespace

TEST_CASE("a class that plays fast is cut off at many moments, and no announced answer is lost") {
    Random chance(20'261'101);
    int recovered = 0;
    for (int death = 0; death < demo_deaths; ++death) {
        const ScratchFolder folder("mirabelle-death-");
        const fs::path data = folder.path() / "demo";
        Process program({{program_path(), "demo", "--out", data.string(), "--weeks", "1", "--seed",
                          std::to_string(death), "--announce"},
                         {},
                         {}},
                        folder.path());
        kill_after(program, static_cast<std::size_t>(chance.between(1, 60)), chance);
        recovered += check_survival(data, announced_in(program)) > 0 ? 1 : 0;
    }
    // Only between two rounds there is none to close.
    CHECK(recovered > 0);
}

TEST_CASE("a child's session is cut off between and within its answers, and none is lost") {
    const ScratchFolder folder("mirabelle-death-");
    const fs::path script = folder.path() / "script";
    std::ofstream lines(script);
    for (int child = 1; child <= 3; ++child) {
        lines << "500 tap portrait " << child << "\n500 tap card 1\n";
        for (int answer = 0; answer < 4; ++answer)
            lines << "500 tap answer\n";
        lines << "500 tap door\n500 tap door\n";
    }
    lines << "900000 shot end" << std::endl;
    Random chance(5);
    int recovered = 0;
    for (int death = 0; death < play_deaths; ++death) {
        const fs::path data = folder.path() / ("data" + std::to_string(death));
        enrol_class(data, 4, "give_me");
        Process program({{program_path(), "play", "--script", script.string(), "--data", data.string(),
                          "--seed", std::to_string(death), "--announce"},
                         {},
                         {}},
                        folder.path());
        kill_after(program, static_cast<std::size_t>(chance.between(1, 11)), chance);
        recovered += check_survival(data, announced_in(program)) > 0 ? 1 : 0;
    }
    CHECK(recovered > play_deaths / 2);
}

TEST_CASE("the display loses its power while a child drags; the next morning everything is there") {
    const ScratchFolder folder("mirabelle-death-");
    const fs::path data = folder.path() / "data";
    enrol_class(data, 3, "give_me");
    const XServer server(XServer::Kind::touch, {1280, 720}, folder.path());
    Hands hands(server, folder.path());
    std::set<std::string> announced;
    for (int death = 1; death <= touch_deaths; ++death) {
        RealProgram program({"--data", data.string(), "--diagonal-cm", "40", "--announce", "--report"},
                            server.environment(), folder.path());
        hands.tap(program.wait_for_scene(1, "who_is_here"), "portrait " + std::to_string(death));
        const Scene garden = program.wait_for_scene(1, "garden");
        std::this_thread::sleep_for(Duration(600));
        hands.tap(garden, "card 1");
        const Scene question = program.wait_for_question(1, "give_me");
        hands.perform({{1, question.answer}}, question.screen);
        program.wait_for_announced(1);
        const Scene next = program.wait_for_question(1, "give_me");
        const auto middle = next.answer.begin() + static_cast<std::ptrdiff_t>(next.answer.size() / 2);
        hands.perform({{1, Gesture(next.answer.begin(), middle)}}, next.screen);
        for (const std::string& id : program.announced())
            announced.insert(id);
        program.process().signal(SIGKILL);
        REQUIRE(program.process().wait(std::chrono::seconds(20)));
        hands.up(1);
        CHECK(check_survival(data, announced) == death);
    }
}
