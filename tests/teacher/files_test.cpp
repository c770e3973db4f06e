// The files a teacher can choose by finger, and the names that new ones get.
#include "teacher/panel/files.h"

#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <array>
#include <fstream>

using namespace mirabelle;

namespace {

void write(const std::filesystem::path& file, int minutes_ago) {
    std::ofstream(file) << "x";
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() -
                                               std::chrono::minutes(minutes_ago));
}

} // namespace

TEST_SUITE("teacher/files") {
    TEST_CASE("lists of all folders are found, newest first, whatever the case of their ending") {
        const ScratchFolder documents("mirabelle_documents"), key("mirabelle_key");
        write(documents.path() / "old.csv", 90);
        write(key.path() / "CSVExtraction.CSV", 5);
        write(documents.path() / "notes.txt", 1);
        write(documents.path() / "csv", 1);
        std::filesystem::create_directories(documents.path() / "deeper.csv");
        write(documents.path() / "deeper.csv" / "hidden.csv", 1);
        const std::array folders{documents.path(), key.path(), std::filesystem::path("nowhere")};
        const auto files = files_in(folders, ".csv");
        REQUIRE(files.size() == 2);
        CHECK(files[0].filename() == "CSVExtraction.CSV");
        CHECK(files[1].filename() == "old.csv");
        CHECK(files_in({}, ".csv").empty());
    }

    TEST_CASE("of very many files the fifty newest are shown") {
        const ScratchFolder folder("mirabelle_many");
        for (int i = 0; i < 60; ++i)
            write(folder.path() / (std::to_string(i) + ".csv"), i);
        const std::array folders{folder.path()};
        const auto files = files_in(folders, ".csv");
        REQUIRE(files.size() == 50);
        CHECK(files.front().filename() == "0.csv");
        CHECK(files.back().filename() == "49.csv");
    }

    TEST_CASE("an export never takes the name of a file that is there") {
        const ScratchFolder folder("mirabelle_names");
        const auto name = [&] { return free_name(folder.path(), "mirabelle-2026-11-24", ".csv"); };
        CHECK(name().filename() == "mirabelle-2026-11-24.csv");
        write(name(), 0);
        CHECK(name().filename() == "mirabelle-2026-11-24-2.csv");
        write(name(), 0);
        CHECK(name().filename() == "mirabelle-2026-11-24-3.csv");
    }
}
