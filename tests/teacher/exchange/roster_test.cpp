#include "teacher/exchange/roster.h"
#include "tests/support/process.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

using namespace mirabelle;

namespace {

RosterPreview read_sample(const std::string& name) {
    const auto file = std::filesystem::path(MIRABELLE_SOURCE_FOLDER) / "tests/support/rosters" / name;
    REQUIRE(std::filesystem::exists(file));
    return read_roster(text_of(file));
}

std::string described(const RosterChild& child) {
    return fmt::format("{}|{}|{}|{}", child.first_name, child.initial,
                       child.band ? name_of(*child.band) : "?", child.class_name);
}

std::vector<std::string> described(const RosterPreview& preview) {
    std::vector<std::string> children;
    for (const RosterChild& child : preview.children)
        children.push_back(described(child));
    return children;
}

/// The lines that were remarked upon for one reason.
std::vector<int> lines_with(const RosterPreview& preview, RosterProblem problem) {
    std::vector<int> lines;
    for (const RosterRemark& remark : preview.remarks)
        if (remark.problem == problem)
            lines.push_back(remark.line);
    return lines;
}

std::vector<std::string> columns_of(const RosterPreview& preview, RosterData data) {
    for (const DiscardedColumns& discarded : preview.discarded)
        if (discarded.data == data)
            return discarded.columns;
    return {};
}

void check_refused(const RosterPreview& preview, RosterProblem problem) {
    REQUIRE(preview.refusal);
    CHECK(preview.refusal->problem == problem);
    CHECK(preview.children.empty());
}

using Words = std::vector<std::string>;
using Lines = std::vector<int>;

} // namespace

TEST_SUITE("teacher/exchange/roster: tables") {
    TEST_CASE("ONDE's extraction becomes first names, initials, levels and classes") {
        const RosterPreview preview = read_sample("onde_latin1.csv");
        CHECK_FALSE(preview.refusal);
        CHECK(preview.form == RosterForm::table);
        CHECK(preview.encoding == RosterEncoding::latin1);
        CHECK(preview.separator == ';');
        CHECK(described(preview) == Words{"Chloé|M|MS|MS de Claire", "Jean-Baptiste|L|MS|MS de Claire",
                                          "N'Golo|D|GS|GS de Paul", "Léa|B|GS|GS de Paul",
                                          "Léa|M|GS|GS de Paul", "Maëlys|É|PS|PS de Nadia",
                                          "Zoé|D|PS|PS de Nadia"});
        CHECK(lines_with(preview, RosterProblem::toute_petite) == Lines{9}); // an address goes over two lines
        CHECK(lines_with(preview, RosterProblem::footer_line) == Lines{10});
        CHECK(preview.remarks.size() == 2);
    }

    TEST_CASE("the teacher is told which columns are not kept") {
        const RosterPreview preview = read_sample("onde_latin1.csv");
        CHECK(columns_of(preview, RosterData::national_id) == Words{"INE"});
        CHECK(columns_of(preview, RosterData::birth) == Words{"Date naissance"});
        CHECK(columns_of(preview, RosterData::sex) == Words{"Sexe"});
        CHECK(columns_of(preview, RosterData::address) ==
              Words{"Adresse1", "Cp1", "Commune1", "Pays1", "Adresse2", "Cp2", "Commune2", "Pays2"});
        CHECK(columns_of(preview, RosterData::family_name) == Words{"Nom élève", "Nom d'usage élève"});
        CHECK(columns_of(preview, RosterData::other) ==
              Words{"Cycle", "Identifiant classe", "Attestation fournie", "Autorisation associations",
                    "Autorisation photo", "Décision de passage"});
    }

    TEST_CASE("columns are known in any order, with other accents, capitals and spaces") {
        const RosterPreview preview = read_sample("onde_utf8_mark.csv");
        CHECK(preview.encoding == RosterEncoding::utf8_with_mark);
        CHECK(described(preview) == Words{"Éloïse|G|MS|Les Coccinelles", "D'Artagnan|B|MS|Les Coccinelles",
                                          "Zoé|N|PS|Les Coccinelles", "Inès|P|?|Les Coccinelles"});
        CHECK(lines_with(preview, RosterProblem::row_without_first_name) == Lines{6});
        CHECK(lines_with(preview, RosterProblem::unknown_level) == Lines{7});
        REQUIRE(lines_with(preview, RosterProblem::left_out_elementary) == Lines{0});
        CHECK(preview.remarks.front().detail == "1");
        CHECK(columns_of(preview, RosterData::contact) == Words{"Téléphone"});
        CHECK(columns_of(preview, RosterData::birth) == Words{"Née le"});
        CHECK(columns_of(preview, RosterData::national_id) == Words{"I.N.E."});
    }

    TEST_CASE("commas, quotes and Windows' letters") {
        const RosterPreview preview = read_sample("commas_windows1252.csv");
        CHECK(preview.encoding == RosterEncoding::windows1252);
        CHECK(preview.separator == ',');
        CHECK(described(preview) ==
              Words{"Cœurentin|L|PS|Classe de Cœur, salle 3", "M’Hamed|Š|GS|Classe de Cœur, salle 3"});
    }

    TEST_CASE("Excel's Unicode text, in both byte orders") {
        for (const char* name : {"tabs_utf16_le.txt", "tabs_utf16_be.txt"}) {
            const RosterPreview preview = read_sample(name);
            CHECK(described(preview) == Words{"Noé|G|PS|Étoiles", "Æneas|L|MS|Étoiles"});
            CHECK(preview.separator == '\t');
        }
        CHECK(read_sample("tabs_utf16_le.txt").encoding == RosterEncoding::utf16_le);
        CHECK(read_sample("tabs_utf16_be.txt").encoding == RosterEncoding::utf16_be);
    }

    TEST_CASE("when an address has moved the cells, nothing of it becomes a child") {
        const RosterPreview preview = read_sample("onde_moved_cells.csv");
        CHECK(described(preview) == Words{"Chloé|M|MS|MS de Claire"});
        CHECK(lines_with(preview, RosterProblem::damaged_row) == Lines{3, 4, 5});
        CHECK(lines_with(preview, RosterProblem::same_child_twice) == Lines{6});
    }

    TEST_CASE("two Léa: the initial tells them apart, and if it does not both stay") {
        const RosterPreview apart =
            read_roster("Prénom;Nom;Classe\nLéa;Martin;A\nLéa;Durand;A\nLéa;Martin;B");
        CHECK(apart.children.size() == 3);
        CHECK(lines_with(apart, RosterProblem::same_name_twice).empty());
        const RosterPreview alike = read_roster("Prénom;Nom\nLéa;Martin\nLEA;Moreau\nLéa;Martin");
        CHECK(alike.children.size() == 3);
        CHECK(lines_with(alike, RosterProblem::same_name_twice) == Lines{3, 4});
    }

    TEST_CASE("every way to write a level") {
        const auto band_of = [](const std::string& level) {
            const RosterPreview preview = read_roster("Prénom;Niveau\nLéa;" + level);
            return preview.children.empty()   ? std::string("nobody")
                   : preview.children[0].band ? std::string(name_of(*preview.children[0].band))
                                              : std::string("?");
        };
        for (const char* petite : {"PS", "ps", "Petite section", "PETITE SECTION (PS)", "TPS",
                                   "Toute petite section", "Très petite section", "Petits"})
            CHECK_MESSAGE(band_of(petite) == "PS", petite);
        for (const char* moyenne : {"MS", "Moyenne Section", "les moyens", "MS - Moyenne section"})
            CHECK_MESSAGE(band_of(moyenne) == "MS", moyenne);
        for (const char* grande : {"GS", "G.S. / GS", "Grande section", "GRANDE  SECTION"})
            CHECK_MESSAGE(band_of(grande) == "GS", grande);
        for (const char* unknown : {"", "PS/MS", "GS-CP", "ULIS", "?"})
            CHECK_MESSAGE(band_of(unknown) == "?", unknown);
        for (const char* elementary : {"CP", "ce1", "CM2 - Cours moyen 2"})
            CHECK_MESSAGE(band_of(elementary) == "nobody", elementary);
    }

    TEST_CASE("the class tells the level where no column does") {
        const RosterPreview preview =
            read_roster("Prénom;Classe\nLéa;MS de Claire\nTom;PS-MS\nAya;Les Grands");
        REQUIRE(preview.children.size() == 3);
        CHECK(preview.children[0].band == Band::MS);
        CHECK_FALSE(preview.children[1].band);
        CHECK_FALSE(preview.children[2].band);
        REQUIRE(lines_with(preview, RosterProblem::no_level) == Lines{0});
        CHECK(preview.remarks.front().detail == "2");
    }

    TEST_CASE("a title above the header, blank lines and separators at the ends do no harm") {
        const RosterPreview preview =
            read_roster("École Jean Moulin\r\n\r\nPrénom;Nom;\r\n;;\r\nLéa;Martin;\r\nTom;Durand;\r\n\r\n");
        CHECK(described(preview) == Words{"Léa|M|?|", "Tom|D|?|"});
        CHECK(preview.children[0].line == 5);
        CHECK(preview.remarks.size() == 1); // that there are no levels
    }

    TEST_CASE("a quote that is never closed costs one child at most") {
        const RosterPreview preview = read_roster("Prénom;Nom\n\"Léa;Martin\nTom;Durand\nAya;Diop\n");
        CHECK(described(preview) == Words{"Tom|D|?|", "Aya|D|?|"});
        CHECK(lines_with(preview, RosterProblem::not_a_first_name) == Lines{2});
    }

    TEST_CASE("zero bytes in a text are passed over") {
        using namespace std::string_view_literals;
        CHECK(described(read_roster("Pr\u00e9nom;Nom\nL\u00e9a\0;Martin\nTom;Durand\0"sv)) ==
              Words{"Léa|M|?|", "Tom|D|?|"});
    }
}

TEST_SUITE("teacher/exchange/roster: first names") {
    TEST_CASE("capitals become what one writes, and what is written well stays") {
        const auto read = [](const std::string& name) {
            const RosterPreview preview = read_roster("Prénom\n" + name);
            return preview.children.empty() ? std::string() : preview.children[0].first_name;
        };
        const std::pair<const char*, const char*> names[]{
            {"CHLOÉ", "Chloé"},
            {"JEAN-BAPTISTE", "Jean-Baptiste"},
            {"Jean - Baptiste", "Jean-Baptiste"},
            {"MARIE  LOU", "Marie Lou"},
            {"N’GOLO", "N’Golo"},
            {"N'GOLO", "N'Golo"},
            {"N´GOLO", "N’Golo"},
            {"D'ARTAGNAN", "D'Artagnan"},
            {"D' ARTAGNAN", "D'Artagnan"},
            {"YA'EL", "Ya'el"},
            {"JEAN DE DIEU", "Jean de Dieu"},
            {"JEANNE D’ARC", "Jeanne d’Arc"},
            {"ÆLIG", "Ælig"},
            {"CŒURENTIN", "Cœurentin"},
            {"ŞÜKRÜ", "Şükrü"},
            {"ŽOFIA", "Žofia"},
            {"élise", "Élise"},
            {"McKenzie", "McKenzie"},
            {"LouAnne", "LouAnne"},
            {"Zoe\u0308", "Zoë"},
            {"ZOE\u0301", "Zoé"},
            {"FRANC\u0327OIS", "François"},
            {"J.-B.", "J.-B."},
            {"Nguyễn", "Nguyễn"},
            {"李", "李"},
        };
        for (const auto& [written, usual] : names)
            CHECK(read(written) == usual);
        for (const char* none :
             {"12/03/2021", "Léa2", "3 RUE DES LILAS", "lea@exemple.fr", "-", "?", "L\uFFFDa"})
            CHECK_MESSAGE(read(none).empty(), none);
    }

    TEST_CASE("a first name of more than 40 characters is cut, and the teacher is told") {
        const std::string part = "Éléonore-"; // 9 characters
        std::string name;
        for (int i = 0; i < 5; ++i)
            name += part;
        const RosterPreview preview = read_roster("Prénom\nTom\n" + name + "Marie");
        REQUIRE(preview.children.size() == 2);
        CHECK(preview.children[1].first_name == "Éléonore-Éléonore-Éléonore-Éléonore-Éléo");
        CHECK(lines_with(preview, RosterProblem::first_name_cut) == Lines{3});
        // No hyphen is left hanging where it was cut.
        CHECK(read_roster("Prénom\nMaximilien-Alexandre-Barnabé-Théodore-Jr-X").children[0].first_name ==
              "Maximilien-Alexandre-Barnabé-Théodore-Jr");
    }
}

TEST_SUITE("teacher/exchange/roster: pasted lists") {
    TEST_CASE("first names one below the other, with numbers, bullets and initials") {
        const RosterPreview preview = read_sample("pasted_numbered.txt");
        CHECK_FALSE(preview.refusal);
        CHECK(preview.form == RosterForm::pasted);
        CHECK(described(preview) == Words{"Alice||?|", "Basile||?|", "Jean-Baptiste||?|", "Chloé|B|?|",
                                          "Chloé|M|?|", "N’Golo||?|", "Djibril||?|"});
        CHECK(preview.children.back().line == 9);
    }

    TEST_CASE("first names between commas") {
        const RosterPreview preview = read_sample("pasted_commas.txt");
        CHECK(described(preview) == Words{"Anaïs||?|", "Tom||?|", "Léa||?|", "Marie Lou||?|", "Aya||?|"});
        CHECK(preview.separator == ',');
        CHECK(read_roster("Anaïs\nTom").separator == '\n');
        CHECK(described(read_roster("Prénoms\nAnaïs, Tom")) == Words{"Anaïs||?|", "Tom||?|"});
        CHECK(described(read_roster("\nPrénoms\nAnaïs\nTom\n")) == Words{"Anaïs||?|", "Tom||?|"});
    }

    TEST_CASE("family names and notes are left aside, levels are understood") {
        const RosterPreview preview = read_sample("pasted_with_families.txt");
        CHECK(described(preview) == Words{"Léa|D|MS|", "Tom|L|MS|", "Inès||MS|", "Yanis||PS|"});
        REQUIRE(preview.discarded.size() == 2);
        CHECK(preview.discarded[0].data == RosterData::family_name);
        CHECK(preview.discarded[1].data == RosterData::other);
        CHECK(described(read_roster("DUPONT\tLéa\nMARTIN\tTom")) == Words{"Léa|D|?|", "Tom|M|?|"});
        CHECK(described(read_roster("Léa;DUPONT;GS\nTom;MARTIN;GS")) == Words{"Léa|D|GS|", "Tom|M|GS|"});
    }

    TEST_CASE("two children of one name are both listed, with a remark") {
        const RosterPreview preview = read_roster("Léa\nTom\nLéa");
        CHECK(preview.children.size() == 3);
        CHECK(lines_with(preview, RosterProblem::same_name_twice) == Lines{3});
    }
}

TEST_SUITE("teacher/exchange/roster: refused") {
    TEST_CASE("the parents' file, with nothing kept of it") {
        check_refused(read_sample("parents_latin1.csv"), RosterProblem::parents_file);
        check_refused(read_roster("Nom élève;Prénom élève;Nom du responsable légal 1\nMARTIN;LÉA;SOPHIE"),
                      RosterProblem::parents_file);
    }

    TEST_CASE("nothing in it") {
        check_refused(read_sample("empty.csv"), RosterProblem::empty);
        check_refused(read_sample("header_only.csv"), RosterProblem::empty);
        check_refused(read_roster(" \r\n\t\r\n"), RosterProblem::empty);
        check_refused(read_roster("\xEF\xBB\xBF"), RosterProblem::empty);
    }

    TEST_CASE("too much in it") {
        check_refused(read_roster(std::string(largest_roster + 1, 'a')), RosterProblem::too_large);
        std::string table = "Prénom;Nom\n", pasted;
        for (int child = 0; child < most_roster_rows; ++child) {
            table += "Léa;Martin\n";
            pasted += "Léa\n";
        }
        CHECK(read_roster(table).children.size() == most_roster_rows);
        CHECK(read_roster(pasted).children.size() == most_roster_rows);
        check_refused(read_roster(table + "Tom;Durand\n"), RosterProblem::too_large);
        check_refused(read_roster(pasted + "Tom\n"), RosterProblem::too_large);
    }

    TEST_CASE("not a list at all") {
        check_refused(read_sample("workbook.xlsx"), RosterProblem::spreadsheet);
        check_refused(read_sample("picture.png"), RosterProblem::not_text);
        check_refused(read_roster("Bonjour à toutes et à tous, voici la liste que vous attendiez.\n"
                                  "Je vous souhaite une très bonne rentrée dans notre école !\n"
                                  "Bien cordialement"),
                      RosterProblem::not_a_list);
    }

    TEST_CASE("no first names in it") {
        check_refused(read_roster("Nom élève;Niveau;Classe;INE\nMARTIN;MS;A;110443556AB"),
                      RosterProblem::no_first_name_column);
        // Pasted without its header, anything might be anything.
        check_refused(read_roster("MARTIN;CHLOÉ;14/02/2022;110443556AB;3 RUE DES LILAS"),
                      RosterProblem::no_first_name_column);
        check_refused(read_roster("Prénom;Niveau\nHugo;CM1\nLou;CE2"), RosterProblem::no_child);
    }
}
