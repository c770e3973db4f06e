// The drawn models: all there, in their boxes, with what the alphabets promise; and words joined from them.
#include "engine/content/content_error.h"
#include "engine/writing/capital_row.h"
#include "engine/writing/line.h"
#include "tests/support/models.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>

using namespace mirabelle;

namespace {

std::string ids_of(Alphabet alphabet) {
    std::string ids;
    for (const WritingModel& model : models_of(alphabet))
        if (model.id.size() == 1)
            ids += model.id;
    std::sort(ids.begin(), ids.end());
    return ids;
}

WritingModel word(std::string_view text) {
    const auto letters = models_of(Alphabet::cursive);
    const auto marks = read_marks(glyph_file(MIRABELLE_BUNDLE_FOLDER, Alphabet::cursive));
    return joined_cursive(text, {letters, marks});
}

/// The largest step between two neighbouring points, in small letters' heights.
double largest_step(const WritingModel& model) {
    double largest = 0;
    for (const Stroke& stroke : model.glyph.strokes)
        for (std::size_t i = 1; i < stroke.size(); ++i)
            largest = std::max(largest, distance(stroke[i - 1], stroke[i]) / model.interline);
    return largest;
}

std::string complaint_about(const std::string& text) {
    const ScratchFolder folder("mirabelle_glyphs");
    const auto file = folder.path() / "made.toml";
    std::ofstream(file) << text;
    try {
        read_models(file);
    } catch (const ContentError& error) {
        return error.what();
    }
    return {};
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("engine/writing") {
    TEST_CASE("26 capitals, 26 script and 26 cursive letters, ten digits and twelve patterns are drawn") {
        CHECK(ids_of(Alphabet::digits) == "0123456789");
        CHECK(ids_of(Alphabet::capitals) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        CHECK(ids_of(Alphabet::script) == "abcdefghijklmnopqrstuvwxyz");
        CHECK(ids_of(Alphabet::cursive) == "abcdefghijklmnopqrstuvwxyz");
        CHECK(models_of(Alphabet::patterns).size() == 12);
    }

    TEST_CASE("each digit has eight ways of being written or more") {
        for (const WritingModel& model : models_of(Alphabet::digits))
            if (model.id != "10")
                CHECK_MESSAGE(model.variants.size() >= 8, model.id);
    }

    TEST_CASE("patterns go from left to right") {
        for (const WritingModel& model : models_of(Alphabet::patterns)) {
            const auto& strokes = model.glyph.strokes;
            const bool inwards = model.id == "circles" || model.id == "spiral";
            if (!inwards)
                CHECK_MESSAGE(strokes.front().front().x <= strokes.back().back().x + 0.001, model.id);
        }
    }

    TEST_CASE("cursive letters begin on the base line and end low, or high after b o v w") {
        for (const WritingModel& model : models_of(Alphabet::cursive)) {
            CAPTURE(model.id);
            const auto& strokes = model.glyph.strokes;
            CHECK(std::abs(strokes.front().front().y - model.base_line) < 0.01);
            const Point end = model.id == "x" ? strokes[1].back() : strokes[0].back();
            const double risen = (model.base_line - end.y) / model.interline;
            const bool high = std::string("bovw").find(model.id) != std::string::npos;
            CHECK(risen == doctest::Approx(high ? 0.92 : 0.42).epsilon(0.06));
        }
    }

    TEST_CASE("a first name is one line, and dots and accents follow it") {
        CHECK(word("lou").glyph.strokes.size() == 1);
        CHECK(word("Lou").glyph.strokes.size() == 1);
        const WritingModel chloe = word("Chloé");
        REQUIRE(chloe.glyph.strokes.size() == 2);
        CHECK(chloe.glyph.strokes[1].front().y < chloe.base_line - chloe.interline);
        CHECK(word("Tim").glyph.strokes.size() == 3);      // bar and dot
        CHECK(word("Éloïse").glyph.strokes.size() == 4);   // no dot under the two points
        CHECK(word("Jean-Luc").glyph.strokes.size() == 4); // a dot, a hyphen, two lines
        CHECK(word("Max").glyph.strokes.size() == 2);      // the x is left and begun anew
        CHECK(word("N'Golo").glyph.strokes.size() == 3);   // n, the apostrophe, golo
        CHECK(word("Noe\u0301").glyph.strokes.size() == 2);
        CHECK(word("123").glyph.strokes.empty());
        CHECK(word("").glyph.strokes.empty());
    }

    TEST_CASE("a name in capitals is a row of letters, each with its accent") {
        const auto letters = models_of(Alphabet::capitals);
        const auto marks = read_marks(glyph_file(MIRABELLE_BUNDLE_FOLDER, Alphabet::cursive));
        const auto row = [&](std::string_view text) { return capital_row(text, {letters, marks}); };
        const auto strokes = [&](std::string_view id) {
            return model_named(letters, id).glyph.strokes.size();
        };
        CHECK(row("Léa").glyph.strokes.size() == strokes("L") + strokes("E") + 1 + strokes("A"));
        const WritingModel zoe = row("ZOÉ");
        const Stroke& accent = zoe.glyph.strokes.back();
        CHECK(accent.front().y < zoe.base_line - zoe.interline); // above its capital
        CHECK(box_of(zoe.glyph.strokes).height == doctest::Approx(1));
        CHECK(box_of(zoe.glyph.strokes).width == doctest::Approx(zoe.glyph.width));
        CHECK(row("Zoe").interline == doctest::Approx(1));
        const WritingModel golo = row("N'Golo");
        const Rect apostrophe = box_of(std::span(golo.glyph.strokes).subspan(strokes("N"), 1));
        CHECK(apostrophe.y == doctest::Approx(0).epsilon(0.05)); // hangs from the upper edge
        CHECK(apostrophe.height < 0.5);
        for (const char* const name : {"Jean-Luc", "Abel", "Wassim", "Kévin Xavier"}) {
            const WritingModel model = row(name);
            double right = 0;
            for (const Stroke& stroke : model.glyph.strokes) {
                CHECK(box_of(std::span(&stroke, 1)).right() > right - 1); // never back by a whole letter
                right = box_of(std::span(&stroke, 1)).right();
            }
        }
        CHECK(row("12").glyph.strokes.empty());
    }

    TEST_CASE("what has a written form is known") {
        for (const char* const name :
             {"Zoé", "N'Golo", "D’Artagnan", "Jean-Baptiste", "Œdipe", "Noe\u0301mie", "ÿ"})
            CHECK_MESSAGE(has_written_form(name), name);
        for (const char* const name : {"", "Łukasz", "محمد", "Zoé2", "\u0301a", "Gülşen"})
            CHECK_FALSE_MESSAGE(has_written_form(name), name);
    }

    TEST_CASE("letters are joined without a gap, from left to right, in any pair") {
        for (char a = 'a'; a <= 'z'; ++a)
            for (char b = 'a'; b <= 'z'; ++b) {
                const std::string pair{a, b};
                CAPTURE(pair);
                const WritingModel model = word(pair);
                REQUIRE_FALSE(model.glyph.strokes.empty());
                CHECK(largest_step(model) < 0.1);
                const WritingModel alone = word(std::string(1, a));
                CHECK(model.glyph.width / model.interline > alone.glyph.width / alone.interline);
                const Rect box = box_of(model.glyph.strokes);
                CHECK(box.height == doctest::Approx(1));
                CHECK(box.width == doctest::Approx(model.glyph.width));
            }
    }

    TEST_CASE("a mistake in a file of glyphs is told with its line and a remedy") {
        const std::string good = "unit = \"height\"\n\n[[glyph]]\nid = \"l\"\nwidth = 0.2\n";
        CHECK(complaint_about(good + "strokes = [[[0.1, 0], [0.1, 1]]]\n").empty());
        struct Case {
            std::string text, what;
        };
        for (const Case& made : {
                 Case{"[[glyph]]\nid = \"l\"\n", "'unit' is missing"},
                 Case{"unit = \"inch\"\n[[glyph]]\nid = \"l\"\n", "'unit' is 'inch' — write height"},
                 Case{good + "strokes = [[[0.1, 0]]]\n", "'strokes' has a stroke with fewer"},
                 Case{good + "strokes = [[[0.1, 0], [0.3, 1]]]\n", "'strokes' reaches out of its box"},
                 Case{good + "strokes = []\n", "'strokes' is empty"},
                 Case{good + "strokes = [[[0.1, 0], [0.1, 1]]]\n[[glyph.variant]]\nstrokes = [[[0, 0], [0, "
                             "1]]]\n",
                      "'as' is missing"},
                 Case{good + "strokes = [[[0.1, 0], [0.1, 1]]]\n[[glyph]]\nid = \"l\"\nwidth = 0.2\n"
                             "strokes = [[[0.1, 0], [0.1, 1]]]\n",
                      "'id' 'l' is there twice"},
             }) {
            CAPTURE(made.text);
            const std::string complaint = complaint_about(made.text);
            CHECK_MESSAGE(contains(complaint, made.what), complaint);
            CHECK_MESSAGE(contains(complaint, "made.toml:"), complaint);
        }
    }
}
