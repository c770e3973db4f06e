#include "platform/paths.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace mirabelle;

TEST_CASE("the bundle is found beside the program, or where it is installed") {
    const ScratchFolder scratch("mirabelle_paths");
    const std::filesystem::path programs = scratch.path() / "bin",
                                installed = scratch.path() / "share/mirabelle";
    std::filesystem::create_directories(programs);
    std::filesystem::create_directories(installed);
    CHECK(bundle_folder(programs / "", {}) == installed);
    CHECK(bundle_folder(programs, {}) == installed);
    std::filesystem::create_directories(programs / "share/mirabelle");
    CHECK(bundle_folder(programs / "", {}) == programs / "share/mirabelle");
    CHECK(bundle_folder(programs / "", installed) == installed);
}

TEST_CASE("a bundle that is not there is reported with the places that were looked at") {
    const ScratchFolder scratch("mirabelle_paths");
    CHECK_THROWS_WITH_AS(bundle_folder(scratch.path() / "", {}),
                         doctest::Contains(scratch.path().string().c_str()), BundleMissing);
    CHECK_THROWS_WITH_AS(bundle_folder(scratch.path(), scratch.path() / "nowhere"),
                         doctest::Contains("nowhere"), BundleMissing);
}

TEST_CASE("answers are kept in the user's own data folder") {
    const ScratchFolder scratch("mirabelle_paths");
    setenv("XDG_DATA_HOME", scratch.path().string().c_str(), 1);
    CHECK(data_folder() == scratch.path() / "mirabelle");
    CHECK(std::filesystem::is_directory(scratch.path() / "mirabelle"));
    unsetenv("XDG_DATA_HOME");
}
