// The export as a job in small steps, and what becomes of files when it goes wrong.
#include "engine/civil_time.h"
#include "engine/content/content_error.h"
#include "tests/engine/journal/journal_posix.h"
#include "tests/support/export_scene.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

struct FullScene : ExportScene {
    explicit FullScene(int answers = 500) {
        const Session morning = session(school_morning);
        const Run of_zoe = run(morning, zoe.id, school_morning);
        for (int question = 0; question < answers; ++question)
            give(of_zoe, question % 100);
        journal.end_run(of_zoe.id, RunEnding::time_up, school_morning + 500'000);
    }
    ExportRequest request(const fs::path& file, ExportFormat format = ExportFormat::xapi) const {
        return {format, file, 0, now};
    }
    fs::path target = folder.path() / "export.jsonl";
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), {}));
    }
};

std::string message_of(FullScene& scene, const fs::path& file) {
    try {
        ExportJob job(scene.journal, real_content(), all_activities(), scene.request(file));
        while (!job.step().is_done) {
        }
    } catch (const ExportError& error) {
        return error.what();
    }
    return {};
}

std::vector<std::string> timestamps_in(const std::string& xapi) {
    std::vector<std::string> stamps;
    for (const std::string& line : lines_of(xapi))
        stamps.push_back(nlohmann::json::parse(line)["timestamp"]);
    return stamps;
}

} // namespace

TEST_SUITE("teacher/exchange export") {
    TEST_CASE("an export goes on in small steps, and the file appears at its end") {
        FullScene scene;
        ExportJob job(scene.journal, real_content(), all_activities(), scene.request(scene.target));
        double share = 0;
        int steps = 1;
        bool was_saved = false;
        for (ExportProgress progress = job.step(); !progress.is_done; progress = job.step(), ++steps) {
            CHECK(progress.share >= share);
            CHECK(progress.share < 1);
            share = progress.share;
            was_saved = was_saved || progress.is_being_saved;
            CHECK((was_saved || !fs::exists(scene.target)));
        }
        CHECK(was_saved); // no step waits for the disk
        CHECK(steps >= 8);
        CHECK(job.step().is_done);
        CHECK(job.answers() == 500);
        CHECK(job.children() == 1);
        CHECK(lines_of(text_of(scene.target)).size() == 501);
        CHECK(scene.files() == 2); // the data folder and the export
    }

    TEST_CASE("a job that is given up leaves nothing behind, and an older file as it was") {
        FullScene scene;
        std::ofstream(scene.target) << "older";
        {
            ExportJob job(scene.journal, real_content(), all_activities(), scene.request(scene.target));
            for (int step = 0; step < 4; ++step)
                job.step();
            CHECK(text_of(scene.target) == "older");
        }
        CHECK(text_of(scene.target) == "older");
        CHECK(scene.files() == 2);
    }

    TEST_CASE("what is answered while the export runs waits for the next one") {
        FullScene scene(200);
        ExportJob job(scene.journal, real_content(), all_activities(), scene.request(scene.target));
        job.step();
        scene.give(scene.run(scene.session(school_morning), scene.adam.id, school_morning), 0);
        while (!job.step().is_done) {
        }
        CHECK(job.answers() == 200);
        CHECK(lines_of(scene.xapi()).size() == 202);
    }

    TEST_CASE("a target that cannot be written is told with its name and the remedy") {
        FullScene scene(3);
        const std::string lost = message_of(scene, scene.folder.path() / "nowhere" / "export.csv");
        CHECK(lost.find("nowhere") != std::string::npos);
        CHECK(lost.find("make its folder") != std::string::npos);
        const std::string folder = message_of(scene, scene.folder.path());
        CHECK(folder.find("name a file") != std::string::npos);
        CHECK(scene.files() == 1);
    }

#ifdef MIRABELLE_TESTS_CAN_LIMIT_FILES
    TEST_CASE("on a full disk the export fails aloud, and an older file stays as it was") {
        FullScene scene;
        std::ofstream(scene.target) << "older";
        std::string told;
        {
            const FullDisk full(100'000);
            told = message_of(scene, scene.target);
        }
        CHECK(told.find("export.jsonl") != std::string::npos);
        CHECK(told.find("free some space") != std::string::npos);
        CHECK(text_of(scene.target) == "older");
        CHECK(scene.files() == 2);
    }
#endif

    TEST_CASE("since a day: what was done before is left out, erased children never are") {
        ExportScene scene;
        const UtcMilliseconds tuesday = *midnight_of("2026-12-01");
        const Session monday_session = scene.session(school_morning);
        const Run on_monday = scene.run(monday_session, scene.zoe.id, school_morning);
        scene.give(on_monday, 0);
        scene.journal.end_run(on_monday.id, RunEnding::completed, school_morning + 60'000);
        const Run on_tuesday = scene.run(monday_session, scene.adam.id, tuesday);
        scene.give(on_tuesday, 0);
        scene.give(on_tuesday, 1);
        scene.journal.end_run(on_tuesday.id, RunEnding::left, tuesday + 60'000);
        scene.journal.erase_child(scene.zoe.id, school_morning + 120'000);
        scene.now = tuesday + 3'600'000;
        const fs::path file = scene.folder.path() / "out";
        CHECK(lines_of(exported(scene.journal, ExportFormat::xapi, file, scene.now, tuesday)).size() ==
              2 + 1 + 1);
        CHECK(lines_of(exported(scene.journal, ExportFormat::xapi, file, scene.now, tuesday + 8000)).size() ==
              1 + 1 + 1);
        CHECK(lines_of(exported(scene.journal, ExportFormat::csv, file, scene.now, tuesday)).size() == 1 + 2);
    }

    TEST_CASE(
        "statements keep their bytes for ever: after a restart, under a later clock, with more answers") {
        FullScene scene(100);
        const std::string first = scene.xapi();
        scene.now += 86'400'000;
        CHECK(scene.xapi() == first);
        scene.give(scene.run(scene.session(school_morning), scene.adam.id, school_morning), 0);
        const std::vector<std::string> before = lines_of(first), after = lines_of(scene.xapi());
        REQUIRE(after.size() == before.size() + 1);
        for (const std::string& line : before)
            CHECK(std::find(after.begin(), after.end(), line) != after.end());
    }

    TEST_CASE(
        "no statement is later than its first export, and it stays there once the clock has caught up") {
        ExportScene scene;
        const UtcMilliseconds in_2099 = *midnight_of("2099-01-01");
        const Session of_wrong_clock = scene.session(in_2099);
        CHECK(of_wrong_clock.clock_check == ClockCheck::far_future);
        const Run run = scene.run(of_wrong_clock, scene.zoe.id, in_2099);
        scene.give(run, 0);
        scene.journal.end_run(run.id, RunEnding::completed, in_2099 + 60'000);
        const Session plausible = scene.session(school_morning);
        scene.give(scene.run(plausible, scene.zoe.id, scene.now + 60'000), 0); // the clock was set back since
        const std::string first = scene.xapi();
        for (const std::string& stamp : timestamps_in(first))
            CHECK(stamp == iso_instant(scene.now));
        const std::string base = "https://mirabelle.example/xapi/extension/";
        const auto lines = lines_of(first);
        const auto wrong = nlohmann::json::parse(lines[0])["context"]["extensions"];
        CHECK(wrong[base + "clock"] == "far_future");
        CHECK(wrong[base + "device-instant"] == "2099-01-01T00:00:04.000Z");
        const auto ahead = nlohmann::json::parse(lines[1])["context"]["extensions"];
        CHECK(ahead[base + "clock"] == "later_than_export");
        scene.now = in_2099 + 86'400'000;
        CHECK(scene.xapi() == first);
    }

    TEST_CASE("an erased child is told in the next export, always with the same statement") {
        FullScene scene(3);
        const auto before = nlohmann::json::parse(lines_of(scene.xapi())[0]);
        scene.journal.erase_child(scene.zoe.id, school_morning + 600'000);
        const std::string after = scene.xapi();
        REQUIRE(lines_of(after).size() == 1);
        const auto deleted = nlohmann::json::parse(lines_of(after)[0]);
        CHECK(deleted["verb"]["id"] == "http://activitystrea.ms/schema/1.0/delete");
        CHECK(deleted["actor"] == before["actor"]);
        const std::string about = deleted["object"]["id"];
        const std::string pseudonym = before["actor"]["account"]["name"];
        CHECK(about.substr(about.size() - pseudonym.size()) == pseudonym);
        CHECK(deleted["timestamp"] == iso_instant(school_morning + 600'000));
        CHECK(scene.xapi() == after);
        CHECK(lines_of(scene.csv()).size() == 1);
    }

    TEST_CASE("how a child plays leaves no byte in any export") {
        std::array<std::string, 2> tables, statements;
        for (const std::size_t modes : {0, 1}) {
            ExportScene scene;
            if (modes == 1) {
                scene.zoe.access = every_mode();
                scene.journal.update_child(scene.zoe);
                REQUIRE(scene.journal.children()[0].access == every_mode());
            }
            const Session session = scene.session(school_morning);
            const Run run = scene.run(session, scene.zoe.id, school_morning);
            const Attempt answer = scene.answer(run, 0);
            TouchTrace trace{{217, 136}, {{10, FingerId{1}, TouchPhase::down, {50, 50}}}};
            trace.access = scene.zoe.access;
            scene.journal.add(answer, trace);
            CHECK(scene.journal.trace(answer.id)->access == scene.zoe.access);
            tables[modes] = scene.csv();
            statements[modes] = scene.xapi();
        }
        CHECK(tables[0] == tables[1]);
        CHECK(statements[0] == statements[1]);
        CHECK(statements[1].size() > 500);
    }
}
