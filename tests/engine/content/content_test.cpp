#include "engine/content/content_error.h"
#include "tests/support/question_scene.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

/// A bundle whose content can be spoiled; its pictures and voices are those of the real one.
class SpoiltBundle {
  public:
    SpoiltBundle() {
        const fs::path real(MIRABELLE_BUNDLE_FOLDER);
        for (const char* folder : {"art", "pictures", "voice", "fonts", "sounds"})
            fs::create_directory_symlink(real / folder, path() / folder);
        fs::copy(real / "content", path() / "content", fs::copy_options::recursive);
    }
    const fs::path& path() const { return folder_.path(); }

    /// Replaces the first `from` of a content file; gives the line it stands on.
    int replace(const std::string& file, const std::string& from, const std::string& to) {
        std::string text = read(file);
        const auto at = text.find(from);
        REQUIRE_MESSAGE(at != std::string::npos, file, " has no ", from);
        const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        text.replace(at, from.size(), to);
        std::ofstream(path() / "content" / file, std::ios::trunc) << text;
        return static_cast<int>(lines) + 1;
    }
    std::string read(const std::string& file) const {
        std::ifstream in(path() / "content" / file);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    /// What loading complains about; empty when it does not.
    std::string complaint() const {
        try {
            Content::load(path(), every_activity());
        } catch (const ContentError& error) {
            return error.what();
        }
        return {};
    }

  private:
    ScratchFolder folder_{"mirabelle_bundle"};
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

struct Spoiling {
    std::string file, from, to, what, remedy;
};

const std::string counting = "activities/count_objects/levels.toml";
const std::string listening = "activities/listen_and_touch/levels.toml";
const std::string tracing = "activities/trace_digit/levels.toml";

} // namespace

TEST_SUITE("engine/content") {
    TEST_CASE("an unspoilt copy of the bundle is read without a problem, and has the same version") {
        const SpoiltBundle bundle;
        CHECK(bundle.complaint() == "");
        const Content copy = Content::load(bundle.path(), every_activity());
        CHECK(copy.problems().empty());
        CHECK(copy.version() == real_content().version());
        CHECK(copy.version().size() == 16);
    }

    TEST_CASE("each mistake in a content file is told with its file, its line and how to mend it") {
        const std::vector<Spoiling> spoilings{
            {counting, "choices = 2", "choices = 12", "'choices' is 12", "from 2 to 5"},
            {counting, "choices = 2", "choices = \"two\"", "not a whole number", "from 2 to 5"},
            {counting, "choices = 2", "choices = 2.5", "not a whole number", "from 2 to 5"},
            {counting, "choices = 2", "choises = 2", "'choices' is missing", "write choices"},
            {counting, "choices = 2", "choices = 2\ncolour = \"red\"", "'colour' is not a setting",
             "take it out"},
            {counting, "arrangement = \"row\"", "arrangement = \"heap\"", "says 'heap'",
             "row, scattered, circle"},
            {counting, "number = [1, 2]", "number = [2, 1]", "goes from 2 to 1", "[low, high]"},
            {counting, "number = [1, 2]", "number = [1, 99]", "goes from 1 to 99", "from 1 to 10"},
            {counting, "number = [1, 2]", "number = [1, 2, 3]", "not a pair", "[low, high]"},
            {counting, "skill = \"count_ps\"", "skill = \"juggling\"", "unknown skill 'juggling'",
             "skills.toml"},
            {counting, "band = \"PS\"", "band = \"CP\"", "'CP'", "PS, MS or GS"},
            {counting, "difficulty = -2.0", "difficulty = \"hard\"", "not a number", "write difficulty"},
            {counting, "id = \"ps-2\"", "id = \"ps-1\"", "'ps-1' is there twice", "an id of its own"},
            {counting, "difficulty = -2.0", "difficulty = = 2", "", "mend this line"},
            {listening, "letters = [\"a\", \"o\"]", "letters = [\"a\", \"ø\"]", "unknown letter 'ø'",
             "letters.toml"},
            {listening, "foils = [\"a\", \"o\"]", "foils = [\"a\", \"a\"]", "the same thing twice",
             "each once"},
            {listening, "foils = [\"a\", \"o\"]", "foils = []", "missing or empty", "write foils"},
            {listening, "foils = [\"a\", \"o\"]", "foils = [1]", "not a text", "write foils"},
            {tracing, "digits = [\"1\", \"4\"]", "digits = [\"1\", \"x\"]", "unknown glyph 'x'",
             "glyphs/digits.toml"},
            {"letters.toml", "kind = \"vowel\"", "kind = \"noisy\"", "'noisy'", "write vowel"},
            {"letters.toml", "sound_may_be_asked = true", "sound_may_be_asked = \"yes\"",
             "neither true nor false", "= true"},
            {"letters.toml", "neighbours = [\"e_acute\"]", "neighbours = [\"zz\"]", "unknown letter 'zz'",
             "by their id"},
            {"letters.toml", "order = 1", "order = 0", "is 0", "from 1 to 100"},
            {"objects.toml", "picture = \"1f34e\"", "picture = \"0000\"", "picture '0000'",
             "bundled picture"},
            {"objects.toml", "id = \"pear\"", "id = \"apple\"", "'apple' is there twice", "an id of its own"},
            {"skills.toml", "strand = \"literacy\"", "strand = \"art\"", "is 'art'", "literacy or numeracy"},
            {"errors.toml", "id = \"near_sound\"", "id = \"mirror\"", "'mirror' is there twice",
             "of its own"},
            {"bands.toml", "target_mm = 25", "target_mm = 2", "is 2", "from 10 to 60"},
            {"bands.toml", "guard_ms = 380", "guard_ms = 4000", "'guard_ms' is 4000", "from 100 to 1000"},
            {"bands.toml", "choices = 2", "choices = 9", "'choices' is 9", "from 2 to 6"},
            {"bands.toml", "choices = [3, 4]", "choices = [4, 3]", "goes from 4 to 3", "[low, high]"},
            {"bands.toml", "palm_bottom_mm = 12", "palm_bottom = 12", "'palm_bottom_mm' is missing",
             "write palm_bottom_mm"},
            {"bands.toml", "palm_side_mm = 6", "palm_side_mm = -6", "is -6", "from 0 to 20"},
            {"bands.toml", "tap_travel_mm = 4", "tap_travel_mm = 40", "is 40", "from 1 to 15"},
            {"bands.toml", "bounce_ms = 300", "bounce_ms = \"long\"", "not a whole number", "from 0 to 1000"},
            {"bands.toml", "lost_contact_ms = 200", "lost_contact_ms = 2", "is 2", "from 50 to 1000"},
            {"bands.toml", "lost_contact_mm = 15", "lost_contact_mm = 150", "is 150", "from 5 to 40"},
            {"bands.toml", "resting_ms = 2500", "resting_ms = 25", "is 25", "from 1000 to 10000"},
            {"bands.toml", "idle_seconds = 7.5", "idle_seconds = 75", "is 75", "from 3 to 30"},
            {"bands.toml", "large_targets = 1.4", "large_targets = 14", "is 14", "from 1 to 2"},
            {"bands.toml", "slow = 1.75", "slow = 0.5", "is 0.5", "from 1 to 4"},
            {"bands.toml", "scan_step_ms = 2000", "scan_step_ms = 20", "is 20", "from 600 to 8000"},
            {"bands.toml", "[for_one_child]", "[for_nobody]", "'for_one_child' is missing",
             "begin it with [for_one_child]"},
            {"bands.toml", "[MS]", "[CE1]", "'MS' is missing", "begin it with [MS]"},
            {"portraits.toml", "colour = \"#", "colour = \"x", "", "#RRGGBB"},
        };
        for (const Spoiling& spoiling : spoilings) {
            CAPTURE(spoiling.file);
            CAPTURE(spoiling.to);
            SpoiltBundle bundle;
            const int line = bundle.replace(spoiling.file, spoiling.from, spoiling.to);
            const std::string complaint = bundle.complaint();
            CAPTURE(complaint);
            const std::string name = fs::path(spoiling.file).filename().string();
            CHECK(contains(complaint, name + ":"));
            CHECK(contains(complaint, spoiling.what));
            const auto dash = complaint.find(" — ");
            REQUIRE(dash != std::string::npos);
            CHECK(contains(complaint.substr(dash), spoiling.remedy));
            // The line itself, or for what is missing the entry it is missing from.
            const auto at = complaint.find(name + ":");
            const int told = std::atoi(complaint.c_str() + at + name.size() + 1);
            const bool elsewhere = spoiling.file == "bands.toml"; // a whole table is missing
            CHECK((elsewhere || (told >= line - 10 && told <= line + 1)));
            CHECK(told > 0);
        }
    }

    TEST_CASE("a level that asks for a glyph nobody drew is told where it asks") {
        SpoiltBundle bundle;
        bundle.replace("glyphs/digits.toml", "id = \"4\"", "id = \"four\"");
        const std::string complaint = bundle.complaint();
        CHECK(contains(complaint, "trace_digit/levels.toml:"));
        CHECK(contains(complaint, "unknown glyph '4' — draw it in assets/glyphs/digits.toml"));
    }

    TEST_CASE("a market with nothing to eat is told before a child goes there") {
        SpoiltBundle bundle;
        while (contains(bundle.read("objects.toml"), "food = true"))
            bundle.replace("objects.toml", "food = true", "food = false");
        CHECK(contains(bundle.complaint(), "objects.toml:"));
        CHECK(contains(bundle.complaint(), "fewer than two things to eat"));
    }

    TEST_CASE("a file that is missing is told by its name") {
        for (const char* file : {"bands.toml", "skills.toml", "errors.toml", "letters.toml", "objects.toml",
                                 "portraits.toml", "glyphs/cursive.toml", "activities/give_me/levels.toml"}) {
            CAPTURE(file);
            const SpoiltBundle bundle;
            fs::remove(bundle.path() / "content" / file);
            CHECK(contains(bundle.complaint(),
                           fs::path(file).filename().string() + ": the file is missing — "));
        }
        for (const char* folder : {"art", "pictures", "voice"}) {
            CAPTURE(folder);
            const SpoiltBundle bundle;
            fs::remove(bundle.path() / folder);
            CHECK(contains(bundle.complaint(), folder));
        }
        CHECK_THROWS_AS(Content::load("nowhere", every_activity()), ContentError);
    }

    TEST_CASE("a drawing that got lost is told, and a blank stands for it") {
        const SpoiltBundle bundle;
        const fs::path real = fs::path(MIRABELLE_BUNDLE_FOLDER) / "art";
        fs::remove(bundle.path() / "art");
        fs::create_directory(bundle.path() / "art");
        for (const auto& entry : fs::directory_iterator(real))
            if (entry.path().filename() != "plate.svg")
                fs::create_symlink(entry.path(), bundle.path() / "art" / entry.path().filename());
        const Content content = Content::load(bundle.path(), every_activity());
        REQUIRE(content.problems().size() == 1);
        CHECK(contains(content.problems()[0], "plate.svg: the drawing is missing"));
        CHECK(content.pictures()[static_cast<std::size_t>(content.picture("plate"))].filename() ==
              "plate.svg");
    }

    TEST_CASE("a voice line without its recording is told, and the children play all the same") {
        const SpoiltBundle bundle;
        const fs::path real = fs::path(MIRABELLE_BUNDLE_FOLDER) / "voice";
        fs::remove(bundle.path() / "voice");
        fs::create_directory(bundle.path() / "voice");
        for (const auto& entry : fs::directory_iterator(real))
            if (entry.path().filename() != "number_3.ogg")
                fs::create_symlink(entry.path(), bundle.path() / "voice" / entry.path().filename());
        const Content content = Content::load(bundle.path(), every_activity());
        REQUIRE(content.problems().size() == 1);
        CHECK(contains(content.problems()[0], "number_3.ogg"));
        CHECK(contains(content.problems()[0], "build again"));
        CHECK(content.voice("number_3") != VoiceId{});
        CHECK(content.voice("nobody_says_this") == VoiceId{});
    }

    TEST_CASE("a damaged list of voices is told with its line") {
        const SpoiltBundle bundle;
        fs::remove(bundle.path() / "voice");
        fs::create_directory(bundle.path() / "voice");
        std::ofstream(bundle.path() / "voice" / "index.tsv") << "yes\t500\tline\tOui\nno tabs here\n";
        CHECK(contains(bundle.complaint(), "index.tsv:2: "));
    }

    TEST_CASE("the content version changes with what shapes exercises, not with words for teachers") {
        const std::string version(real_content().version());
        SpoiltBundle harder;
        harder.replace(counting, "number = [1, 2]", "number = [1, 3]");
        CHECK(Content::load(harder.path(), every_activity()).version() != version);
        SpoiltBundle reworded;
        reworded.replace("errors.toml", "Un de trop", "Un en trop");
        CHECK(Content::load(reworded.path(), every_activity()).version() == version);
    }

    TEST_CASE("what does not exist is refused or replaced, as its header says") {
        const Content& content = real_content();
        CHECK_THROWS_AS(content.letter("zz"), ContentError);
        CHECK_THROWS_AS(content.skill("zz"), ContentError);
        CHECK_THROWS_AS(content.model(Alphabet::script, "zz"), ContentError);
        CHECK_THROWS_AS(content.picture("zz"), ContentError);
        CHECK(content.portrait("zz").id == content.portraits().front().id);
        CHECK(content.levels("zz").empty());
    }
}
