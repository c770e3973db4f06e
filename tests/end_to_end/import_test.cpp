// A teacher imports a class list with the real program: who is enrolled, what is said, and what is nowhere.
#include "teacher/exchange/roster_sentences.h"
#include "tests/end_to_end/real_screen.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

// What must not be found anywhere afterwards.
constexpr const char* canary_ine = "998877665ZZ";
constexpr const char* canary_birth = "31/12/2021";
constexpr const char* canary_address = "42 IMPASSE DU CANARI";
constexpr const char* canary_name = "Barnabulle";
constexpr const char* canary_family = "CANARISSIMO";

const std::string onde_list =
    "Nom élève;Nom d'usage élève;Prénom élève;Date "
    "naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;"
    "Commune2;Pays2; Cycle;Niveau;Libellé classe\n"
    "CANARISSIMO;;Barnabulle;31/12/2021;M;998877665ZZ;42 IMPASSE DU CANARI;13090;AIX;FR;;;;;I;MS;Étoiles\n"
    "CANARISSIMO;;Zoé;31/12/2021;F;998877665ZZ;42 IMPASSE DU CANARI;13090;AIX;FR;;;;;I;GS;Étoiles\n"
    "CANARISSIMO;;;31/12/2021;F;998877665ZZ;42 IMPASSE DU CANARI;13090;AIX;FR;;;;;I;GS;Étoiles\n"
    "CANARISSIMO;;Tom;31/12/2021;F;998877665ZZ;42 IMPASSE DU; CANARI;13090;AIX;FR;;;;;I;GS;Étoiles\n"
    "CANARISSIMO;;42 IMPASSE DU CANARI;31/12/2021;F;998877665ZZ;;;;;;;;;I;998877665ZZ;Étoiles\n";

struct School {
    School() : folder("mirabelle-import-"), data(folder.path() / "data"), list(folder.path() / "liste.csv") {}

    ProcessStory import(const std::string& text, std::vector<std::string> options = {}) {
        std::ofstream(list, std::ios::binary) << text;
        std::vector<std::string> words{program_path(), "import", list.string(), "--data", data.string()};
        words.insert(words.end(), options.begin(), options.end());
        return run_process({words, {}, {}}, folder.path());
    }
    std::vector<Child> children() const { return Journal::open(data, JournalOptions()).children(); }

    ScratchFolder folder;
    fs::path data, list;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void check_silent_about_the_child(const ProcessStory& story) {
    for (const char* canary : {canary_ine, canary_birth, canary_address, canary_name, canary_family}) {
        CHECK_FALSE(has(story.output, canary));
        CHECK_FALSE(has(story.errors, canary));
    }
}

std::string sentence(RosterProblem problem, int line = 0) {
    static const RosterSentences sentences(MIRABELLE_BUNDLE_FOLDER);
    return sentences.sentence(RosterRemark{problem, line, {}});
}

} // namespace

TEST_CASE("a class list is imported; INE, birth date, address and names are in no byte that is left") {
    School school;
    const auto story = school.import(onde_list);
    CHECK_MESSAGE(story.end.exit_code == 0, story.errors);
    CHECK(has(story.output, "Inscrits : 2."));
    CHECK(has(story.output, "INE"));
    CHECK(has(story.output, sentence(RosterProblem::row_without_first_name, 4)));
    CHECK(has(story.output, sentence(RosterProblem::damaged_row, 5)));
    CHECK(has(story.output, sentence(RosterProblem::not_a_first_name, 6)));
    check_silent_about_the_child(story);

    const auto children = school.children();
    REQUIRE(children.size() == 2);
    CHECK(children[0].first_name == canary_name);
    CHECK(children[0].initial == "C");
    CHECK(children[0].band == Band::MS);
    CHECK(children[0].class_name == "Étoiles");
    CHECK(children[0].portrait != children[1].portrait);

    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(school.data)) {
        if (!entry.is_regular_file())
            continue;
        const std::string bytes = text_of(entry.path());
        for (const char* canary : {canary_ine, canary_birth, canary_address, canary_name, canary_family})
            CHECK_MESSAGE(!has(bytes, canary), entry.path().string());
        ++files;
    }
    CHECK(files >= 2); // the journal and the key, at least
}

TEST_CASE("the same list a second time changes nothing, and says so") {
    School school;
    school.import(onde_list);
    const auto before = school.children();
    const auto story = school.import(onde_list);
    CHECK(story.end.exit_code == 0);
    CHECK(has(story.output, "Inscrits : 0."));
    CHECK(has(story.output, "sans changement : 2."));
    CHECK(school.children().size() == before.size());
}

TEST_CASE("a dry run says what would be done and leaves nothing behind") {
    School school;
    const auto story = school.import(onde_list, {"--dry-run"});
    CHECK(story.end.exit_code == 0);
    CHECK(has(story.output, "Seraient inscrits : 2."));
    check_silent_about_the_child(story);
    CHECK_FALSE(fs::exists(school.data));
    school.import("Zoé");
    CHECK(school.import(onde_list, {"--dry-run"}).end.exit_code == 0);
    CHECK(school.children().size() == 1);
}

TEST_CASE("pasted first names take the band that is asked for") {
    School school;
    const auto story = school.import("1. Alice\n2. Basile\n", {"--band", "gs"});
    CHECK(story.end.exit_code == 0);
    const auto children = school.children();
    REQUIRE(children.size() == 2);
    CHECK(children[1].first_name == "Basile");
    CHECK(children[1].band == Band::GS);
}

TEST_CASE("a list that is refused is told with its reason, and the class stays as it was") {
    School school;
    school.import("Alice");
    const std::pair<std::string, RosterProblem> lists[]{
        {"Nom responsable;Prénom responsable;Prénom élève\nCANARISSIMO;X;Barnabulle\n",
         RosterProblem::parents_file},
        {"", RosterProblem::empty},
        {"Nom élève;INE;Adresse1;Niveau\nCANARISSIMO;998877665ZZ;42 IMPASSE DU CANARI;MS\n",
         RosterProblem::no_first_name_column},
        {std::string(largest_roster + 1, 'a'), RosterProblem::too_large},
        {std::string("PK\x03\x04") + canary_name, RosterProblem::spreadsheet}};
    for (const auto& [text, problem] : lists) {
        const auto story = school.import(text);
        CHECK(story.end.exit_code == 1);
        CHECK_MESSAGE(has(story.output, sentence(problem)), story.output);
        check_silent_about_the_child(story);
        CHECK(school.children().size() == 1);
    }
}

TEST_CASE("without a list, the command line is not understood") {
    School school;
    const auto story =
        run_process({{program_path(), "import", "/no/such/list.csv"}, {}, {}}, school.folder.path());
    CHECK(story.end.exit_code == 2);
}
