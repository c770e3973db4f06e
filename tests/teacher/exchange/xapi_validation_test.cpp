// What a judge that nobody here wrote says of the statements: Learning Locker's validation, in a process of
// its own.
#include "tests/support/xapi_class.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <cstring>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

bool is_on_ci() {
    const char* ci = std::getenv("CI");
    return ci != nullptr && std::strcmp(ci, "true") == 0;
}

/// The judge with what it needs, fetched once for this build folder; empty where that is not possible.
fs::path judge_folder() {
    const fs::path folder = fs::path(MIRABELLE_BUILD_FOLDER) / "xapi-validation";
    const fs::path source = fs::path(MIRABELLE_SOURCE_FOLDER) / "tests" / "support" / "xapi_validation";
    if (std::system("command -v node > /dev/null 2>&1 && command -v npm > /dev/null 2>&1") != 0)
        return {};
    fs::create_directories(folder);
    fs::copy(source, folder, fs::copy_options::overwrite_existing | fs::copy_options::recursive);
    const fs::path installed = folder / "installed";
    const std::string lock = text_of(source / "package-lock.json");
    if (text_of(installed) == lock)
        return folder;
    const auto story = run_process({{"npm", "ci", "--prefix", folder.string(), "--ignore-scripts",
                                     "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1"},
                                    {},
                                    {}},
                                   folder);
    if (story.end.exit_code != 0) {
        MESSAGE(story.errors);
        return {};
    }
    std::ofstream(installed, std::ios::binary) << lock;
    return folder;
}

std::string verdict_on(const std::string& statements, const fs::path& judge) {
    Process process({{"node", (judge / "judge.js").string()}, {}, {}}, judge);
    process.write(statements);
    process.close_input();
    process.wait(std::chrono::minutes(2));
    return process.output() + process.errors();
}

} // namespace

TEST_SUITE("teacher/exchange xapi validation") {
    TEST_CASE("Learning Locker's validation accepts every statement, and refuses broken ones") {
        const fs::path judge = judge_folder();
        if (judge.empty()) {
            if (is_on_ci())
                FAIL("the statements must be judged here, and node or npm could not do it");
            MESSAGE("SKIPPED: without node and npm, Learning Locker's validation judged nothing");
            return;
        }
        const std::string& statements = statements_of_a_class();
        const std::size_t count = lines_of(statements).size();
        CHECK(verdict_on(statements, judge) == std::to_string(count) + " statements, 0 refused\n");

        std::string broken;
        for (const std::pair<const char*, const char*>& damage :
             {std::pair{"\"timestamp\":\"2026", "\"timestamp\":\"26"},
              std::pair{"\"duration\":\"PT", "\"duration\":\""},
              std::pair{"\"objectType\":\"Agent\"", "\"objectType\":\"Pupil\""}}) {
            std::string line = lines_of(statements).front();
            const std::size_t place = line.find(damage.first);
            REQUIRE(place != std::string::npos);
            broken += line.replace(place, std::strlen(damage.first), damage.second) + "\n";
        }
        const std::string verdict = verdict_on(broken, judge);
        CHECK_MESSAGE(verdict.find("3 statements, 3 refused") != std::string::npos, verdict);
    }
}
