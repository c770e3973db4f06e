// A teacher takes in a pack of the next school level on the command line, and asks what is covered now.
#include "tests/support/pack_files.h"
#include "tests/support/process.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

ProcessStory mirabelle_says(const ScratchFolder& scratch, std::vector<std::string> words) {
    words.insert(words.begin(), std::string(MIRABELLE_BUILD_FOLDER) + "/mirabelle");
    return run_process({std::move(words), {}, {}}, scratch.path());
}

bool says(const ProcessStory& story, std::string_view words) {
    return story.output.find(words) != std::string::npos;
}

} // namespace

TEST_SUITE("end to end/packs") {
    TEST_CASE("a sound pack is taken in without a word of blame, and its school level is covered") {
        const ScratchFolder scratch("mirabelle_pack");
        const std::string data = (scratch.path() / "data").string();
        const auto source = folder_with(scratch.path() / "made", sound_pack());
        const ProcessStory before = mirabelle_says(scratch, {"coverage", "--data", data});
        CHECK(before.end.exit_code == 0);
        CHECK_FALSE(says(before, "from content packs"));

        const ProcessStory added = mirabelle_says(scratch, {"pack", "--data", data, "add", source.string()});
        CAPTURE(added.output);
        CHECK(added.end.exit_code == 0);
        CHECK_FALSE(says(added, "findings"));

        const ProcessStory after = mirabelle_says(scratch, {"coverage", "--data", data});
        CHECK(after.end.exit_code == 0);
        CHECK(says(after, "CP, from content packs"));
        CHECK(says(after, "rhymes (forest.cp-1)"));
    }
}
