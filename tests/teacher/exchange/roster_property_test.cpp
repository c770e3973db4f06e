// Any bytes are read without a crash; a list that is well formed is read as it was written.
#include "engine/random.h"
#include "teacher/exchange/roster.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>

using namespace mirabelle;

namespace {

constexpr int tries = 600;

/// Whatever was read, the children can be shown and kept.
void check_sound(const RosterPreview& preview) {
    CHECK(preview.children.empty() == preview.refusal.has_value());
    CHECK(preview.children.size() <= static_cast<std::size_t>(most_roster_rows));
    for (const RosterChild& child : preview.children) {
        for (const std::string& text : {child.first_name, child.initial, child.class_name}) {
            const std::u32string characters = characters_of(text);
            CHECK(utf8_of(characters) == text); // valid, composed, without control characters
            CHECK(characters.find(U'\uFFFD') == characters.npos);
            CHECK(characters.find(U'\n') == characters.npos);
        }
        CHECK_FALSE(child.first_name.empty());
        CHECK(characters_of(child.first_name).size() <= 40);
        CHECK(characters_of(child.initial).size() <= 1);
        CHECK(std::none_of(child.first_name.begin(), child.first_name.end(),
                           [](char c) { return c >= '0' && c <= '9'; }));
        CHECK(child.line > 0);
    }
    int line = 0;
    for (const RosterRemark& remark : preview.remarks) {
        CHECK(remark.line >= line);
        line = remark.line;
    }
}

std::string random_bytes(Random& random) {
    std::string bytes(random.below(3000), '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random.below(256));
    return bytes;
}

/// Lines that are nearly those of a list.
std::string random_pieces(Random& random) {
    static const std::vector<std::string> cells{"Léa",
                                                "CHLOE\xCC\x81",
                                                "Zo\xC9",
                                                "N\xE2\x80\x99GOLO",
                                                "D'ARTAGNAN",
                                                "-",
                                                "1. Tom",
                                                "• Aya",
                                                "Tom (MS)",
                                                "DUPONT",
                                                "PS",
                                                "TPS",
                                                "CM2",
                                                "GS/CP",
                                                "Effectif : 3",
                                                "12/03/2021",
                                                "\xCC\x81",
                                                "\xF4\x90\x80\x80",
                                                "",
                                                "\"Léa\"",
                                                "\"a;b\"",
                                                "\"",
                                                "\"\"",
                                                std::string(1, '\0'),
                                                "\xEF\xBB\xBF",
                                                "\xC0\x80",
                                                "\xED\xA0\x80",
                                                ".",
                                                "Maximilienne-Alexandrine-Barnabette-Théodorine",
                                                "responsable",
                                                "œ"};
    static const std::vector<std::string> headers{"Prénom élève;Nom;Niveau;Classe",
                                                  "Classe;Prénom;Adresse;INE", "Nom;Niveau;INE;Classe",
                                                  "Prénom", "Prénom;Nom responsable;INE;Classe"};
    static const std::vector<std::string> ends{"\n", "\n", "\r\n", "\r", "\n\n", ";\n", " ", "\t", ","};
    const bool table = random.happens(0.6);
    std::string text = table ? random.pick(headers) + "\n" : "";
    const int lines = random.between(0, 12);
    for (int line = 0; line < lines; ++line) {
        const int count = random.happens(0.8) ? (table ? 4 : 1) : random.between(1, 6);
        for (int place = 0; place < count; ++place)
            text += (place == 0 ? "" : ";") + (random.happens(0.6) ? cells[0] : random.pick(cells));
        text += random.happens(0.8) ? "\n" : random.pick(ends);
    }
    return text;
}

struct Written {
    std::string first_name, family_name, level, class_name;
};

std::vector<Written> random_class(Random& random) {
    static const std::vector<std::string> names{"Chloé", "Jean-Baptiste", "N’Golo",    "D'Artagnan",
                                                "Léa",   "Tom",           "Éloïse",    "Maëlys",
                                                "Inès",  "Zoé",           "Marie Lou", "François"};
    static const std::vector<std::string> families{"Martin", "Étienne", "Dupont", "Öztürk", "Nguyen"};
    static const std::vector<std::string> levels{"PS", "MS", "GS"};
    static const std::vector<std::string> classes{"Les \"Coccinelles\"", "Classe 2; salle B", "Étoiles"};
    std::vector<Written> children;
    const int count = random.between(1, 60);
    for (int i = 0; i < count; ++i)
        children.push_back(
            {random.pick(names), random.pick(families), random.pick(levels), random.pick(classes)});
    return children;
}

std::string cell(const std::string& text, Random& random) {
    if (text.find_first_of(";\"") == text.npos && random.happens(0.7))
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string written_down(const std::vector<Written>& children, Random& random) {
    const std::string end = random.happens(0.5) ? "\r\n" : "\n";
    std::vector<int> order{0, 1, 2, 3, 4};
    random.shuffle(order);
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (const int place : order)
            text += (text.empty() ? "" : ";") + cells[static_cast<std::size_t>(place)];
        return text + end;
    };
    std::string text = line({"Prénom élève", "Nom élève", " Niveau", "Libellé classe", "Adresse1"});
    for (const Written& child : children)
        text += line({cell(child.first_name, random), cell(child.family_name, random),
                      cell(child.level, random), cell(child.class_name, random),
                      random.happens(0.2) ? "\"1 rue; haute" + end + "Bât. B\"" : "2 rue basse"});
    return text;
}

std::string in_latin1(const std::string& utf8) {
    std::string bytes;
    for (const char32_t character : characters_of(utf8))
        bytes += character == U'’' ? '\x92' : static_cast<char>(static_cast<unsigned char>(character));
    return bytes;
}

std::string in_utf16(const std::string& utf8) {
    std::string bytes = "\xFF\xFE";
    for (const char32_t character : characters_of(utf8)) {
        bytes += static_cast<char>(character & 0xFF);
        bytes += static_cast<char>(character >> 8);
    }
    return bytes;
}

} // namespace

TEST_SUITE("teacher/exchange/roster properties") {
    TEST_CASE("random bytes never crash, and nothing unsound comes out of them") {
        Random random(11);
        for (int i = 0; i < tries; ++i) {
            CAPTURE(i);
            check_sound(read_roster(random_bytes(random)));
            check_sound(read_roster("\xFF\xFE" + random_bytes(random)));
        }
    }

    TEST_CASE("a list in pieces never crashes, and nothing unsound comes out of it") {
        Random random(12);
        std::set<RosterProblem> met;
        int children = 0;
        for (int i = 0; i < 3 * tries; ++i) {
            CAPTURE(i);
            const RosterPreview preview = read_roster(random_pieces(random));
            check_sound(preview);
            children += static_cast<int>(preview.children.size());
            for (const RosterRemark& remark : preview.remarks)
                met.insert(remark.problem);
            if (preview.refusal)
                met.insert(preview.refusal->problem);
        }
        CHECK(children > 1000);  // or the pieces would try nothing
        CHECK(met.size() >= 14); // of the 20
    }

    TEST_CASE("the worst list of the largest size is refused in seconds, not in hours") {
        constexpr std::chrono::seconds patience{20}; // a slow machine that looks for faults needs one or two
        std::string quotes, cells, letters(largest_roster, 'e');
        while (quotes.size() + 4 <= largest_roster)
            quotes += ";\"a\n";
        while (cells.size() + 4 <= largest_roster)
            cells += ";,\t\n";
        for (const std::string& text : {quotes, cells, letters, "Prénom\n" + quotes.substr(16)}) {
            const auto began = std::chrono::steady_clock::now();
            const RosterPreview preview = read_roster(text);
            CHECK(std::chrono::steady_clock::now() - began < patience);
            check_sound(preview);
            CHECK((preview.refusal || preview.children.size() == 1)); // 'eee…' is cut to a name
        }
    }

    TEST_CASE("a well-formed list is read as it was written, in any encoding and order of columns") {
        Random random(13);
        for (int i = 0; i < 200; ++i) {
            CAPTURE(i);
            const std::vector<Written> children = random_class(random);
            std::string text = written_down(children, random);
            const auto encoding = random.below(4);
            text = encoding == 0   ? "\xEF\xBB\xBF" + text
                   : encoding == 1 ? in_latin1(text)
                   : encoding == 2 ? in_utf16(text)
                                   : text;
            const RosterPreview preview = read_roster(text);
            REQUIRE_FALSE(preview.refusal);
            REQUIRE(preview.children.size() == children.size());
            for (std::size_t child = 0; child < children.size(); ++child) {
                const RosterChild& read = preview.children[child];
                const Written& written = children[child];
                CHECK(read.first_name == written.first_name);
                CHECK(written.family_name.starts_with(read.initial));
                CHECK_FALSE(read.initial.empty());
                CHECK(read.band == band_named(written.level));
                CHECK(read.class_name == written.class_name);
            }
        }
    }
}
