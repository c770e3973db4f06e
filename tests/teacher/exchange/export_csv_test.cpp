// Answers as a table for a French spreadsheet.
#include "teacher/exchange/csv_answers.h"
#include "tests/support/export_scene.h"
#include "tests/support/text_compare.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

/// Every kind of cell: plain, French, quoted, dangerous; two children, the class, a wrong clock.
std::string golden_csv() {
    ExportScene scene;
    const Session morning = scene.session(school_morning),
                  board = scene.session(school_morning, SessionMode::board);
    const Run of_zoe = scene.run(morning, scene.zoe.id, school_morning);
    scene.give(of_zoe, 0);
    Attempt right = scene.answer(of_zoe, 1);
    right.response = "b";
    right.correct = true;
    right.error = "";
    right.help = HelpLevel::fewer_choices;
    right.scaffold = Scaffold::guided;
    right.attempt_number = 2;
    right.duration = 61'005;
    scene.journal.add(right, std::nullopt);
    for (const char* response :
         {"=1+1", "+1", "-1", "@A1", "a;b", "say \"b\"", "two\nlines", "œ à 3,5", "\tb", ""}) {
        Attempt strange = scene.answer(of_zoe, 2);
        strange.response = response;
        scene.journal.add(strange, std::nullopt);
    }
    Attempt of_adam =
        scene.answer(scene.run(board, scene.adam.id, school_morning + 60'000, "count_objects", "gs-1"), 0);
    of_adam.skill = "count_gs";
    of_adam.lane = 1;
    of_adam.error = "counted_twice";
    scene.journal.add(of_adam, std::nullopt);
    scene.give(scene.run(board, std::nullopt, school_morning + 120'000), 0);
    scene.give(scene.run(scene.session(86'400'000), scene.adam.id, 86'400'000), 0);
    return scene.csv();
}

/// RFC 4180 with semicolons, read with no help from the writer.
std::vector<std::vector<std::string>> cells_of(std::string_view csv) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t place = 0; place < csv.size(); ++place) {
        const char letter = csv[place];
        if (letter == '"' && quoted && place + 1 < csv.size() && csv[place + 1] == '"')
            rows.back().back() += csv[++place];
        else if (letter == '"')
            quoted = !quoted;
        else if (letter == ';' && !quoted)
            rows.back().emplace_back();
        else if (letter == '\r' && !quoted && csv.substr(place, 2) == "\r\n") {
            rows.push_back({""});
            ++place;
        } else
            rows.back().back() += letter;
    }
    rows.pop_back();
    return rows;
}

/// Line ends within a cell stay as they are.
std::string with_our_line_ends(const std::string& text) {
    std::string ended;
    bool quoted = false;
    for (const char letter : text) {
        quoted = quoted != (letter == '"');
        ended += letter == '\n' && !quoted ? "\r\n" : std::string(1, letter);
    }
    return ended;
}

bool is_decimal(const std::string& cell) {
    return cell.find(',') != std::string::npos && cell.find_first_not_of("0123456789,") == std::string::npos;
}

/// "1,80" as "1.8".
std::string without_comma(std::string decimal) {
    decimal[decimal.find(',')] = '.';
    decimal.erase(decimal.find_last_not_of('0') + 1);
    return decimal.back() == '.' ? decimal.substr(0, decimal.size() - 1) : decimal;
}

bool is_there(const char* program) {
    return std::system(("command -v " + std::string(program) + " > /dev/null 2>&1").c_str()) == 0;
}

} // namespace

TEST_SUITE("teacher/exchange csv") {
    TEST_CASE("a small journal gives exactly this table") {
        const std::string csv = golden_csv();
        CHECK(csv == golden_csv()); // and every time the same
        const TextComparison comparison = compare_with_golden_text(csv, "export.csv");
        CHECK_MESSAGE(comparison.same, comparison.message);
    }

    TEST_CASE("the table is what a French spreadsheet takes: mark, semicolons, line ends, as many cells in "
              "all rows") {
        const std::string csv = golden_csv();
        REQUIRE(csv.substr(0, 3) == "\xEF\xBB\xBF");
        const auto rows = cells_of(std::string_view(csv).substr(3));
        REQUIRE(rows.size() == 1 + 2 + 10 + 1 + 1 + 1);
        for (const auto& row : rows)
            CHECK(row.size() == rows[0].size());
        CHECK(rows[1][0] == "2026-11-30");
        CHECK(rows[1][1] == "08:00:04");
        CHECK(rows[1][12] == "d");
        CHECK(rows[1][19] == "1,80");
        CHECK(rows[1][20] == "4,27");
        CHECK(rows[2][20] == "61,01");
        CHECK(rows[9][12] == "two\nlines");
        CHECK(rows[10][12] == "œ à 3,5");
        // Children are told apart by their pseudonyms, and have the same one in every row.
        CHECK(rows[1][2] == rows[12][2]);
        CHECK(rows[1][2] != rows[13][2]);
        CHECK(rows[13][2] != rows[14][2]);
    }

    TEST_CASE("no cell is taken for a formula, whatever it begins with") {
        for (const char* text : {"=1+1", "+1", "-1", "@A1", "\tb", "\rb", "=HYPERLINK(\"x\";\"y\")"}) {
            const auto cells = cells_of(csv_cell(text) + "\r\n");
            CHECK(cells[0][0] == "'" + std::string(text));
        }
        for (const char* text : {"b", "1+1", "a=b", "", "é", "a\"b", "x;y"})
            CHECK(cells_of(csv_cell(text) + "\r\n")[0][0] == text);
        const auto rows = cells_of(golden_csv().substr(3));
        for (const auto& row : rows)
            for (const std::string& cell : row)
                CHECK((cell.empty() || std::string_view("=+-@\t\r").find(cell[0]) == std::string_view::npos));
    }

    TEST_CASE("seconds have a decimal comma whatever the size of the number") {
        CHECK(csv_seconds(0) == "0,00");
        CHECK(csv_seconds(4) == "0,00");
        CHECK(csv_seconds(5) == "0,01");
        CHECK(csv_seconds(994) == "0,99");
        CHECK(csv_seconds(995) == "1,00");
        CHECK(csv_seconds(123'456'780) == "123456,78");
        CHECK(csv_seconds(-5000) == "0,00");
    }

    TEST_CASE("a spreadsheet opens the table and shows the same cells") {
        if (!is_there("soffice")) {
            MESSAGE("skipped: there is no LibreOffice here to open the table with");
            return;
        }
        const ScratchFolder folder("mirabelle_spreadsheet");
        const std::string csv = golden_csv();
        std::ofstream(folder.path() / "table.csv", std::ios::binary) << csv;
        // Opened as in France: semicolons, UTF-8; written again with every text in quotes.
        const auto story =
            run_process({{"soffice", "-env:UserInstallation=file://" + (folder.path() / "user").string(),
                          "--headless", "--infilter=CSV:59,34,76,1,,1036,false,true", "--convert-to",
                          "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,true,false", "--outdir",
                          (folder.path() / "out").string(), (folder.path() / "table.csv").string()},
                         {},
                         {}},
                        folder.path());
        INFO(story.errors);
        const std::string shown = text_of(folder.path() / "out" / "table.csv");
        REQUIRE(!shown.empty());
        const auto rows = cells_of(with_our_line_ends(shown.substr(shown.find('"'))));
        const auto ours = cells_of(std::string_view(csv).substr(3));
        REQUIRE(rows.size() == ours.size());
        int numbers = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            REQUIRE(rows[row].size() == ours[row].size());
            for (std::size_t column = 0; column < rows[row].size(); ++column)
                if (is_decimal(ours[row][column])) {
                    // Told with a point: the spreadsheet has understood that it is a number.
                    CHECK(rows[row][column] == without_comma(ours[row][column]));
                    ++numbers;
                } else
                    CHECK(rows[row][column] == ours[row][column]);
        }
        CHECK(numbers == 2 * static_cast<int>(rows.size() - 1));
    }
}
