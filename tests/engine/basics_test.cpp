// The small things everything is built from: chance, identifiers, spelling, lines, layouts, colours.
#include "engine/french.h"
#include "engine/glyph.h"
#include "engine/layout.h"
#include "engine/palette.h"
#include "engine/uuid.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

using namespace mirabelle;

namespace {

bool lie_apart(const std::vector<Rect>& boxes, double gap) {
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = i + 1; j < boxes.size(); ++j)
            if (boxes[i].grown(gap / 2 - 0.01).overlaps(boxes[j].grown(gap / 2 - 0.01)))
                return false;
    return true;
}

} // namespace

TEST_SUITE("engine/basics") {
    TEST_CASE("the same seed draws the same; every number of a range comes about as often") {
        Random one(7);
        Random other(7);
        for (int i = 0; i < 1000; ++i)
            CHECK(one.bits() == other.bits());
        std::map<int, int> drawn;
        for (int i = 0; i < 60'000; ++i)
            ++drawn[one.between(3, 8)];
        CHECK(drawn.size() == 6);
        for (const auto& [number, times] : drawn)
            CHECK(std::abs(times - 10'000) < 500);
        for (int i = 0; i < 1000; ++i) {
            const double share = one.share();
            CHECK(share >= 0);
            CHECK(share < 1);
        }
        CHECK(Random(1).bits() == 0x910a2dec89025cc1u); // SplitMix64's own first number for seed 1
    }

    TEST_CASE("shuffling keeps everything, and every order is as likely") {
        Random random(2);
        std::map<std::string, int> orders;
        for (int i = 0; i < 12'000; ++i) {
            std::string cards = "abc";
            random.shuffle(cards);
            ++orders[cards];
        }
        CHECK(orders.size() == 6);
        for (const auto& [order, times] : orders)
            CHECK(std::abs(times - 2000) < 200);
    }

    TEST_CASE("identifiers are version 4 UUIDs in lower case, and read back only as such") {
        Random random(3);
        std::set<Uuid> made;
        for (int i = 0; i < 2000; ++i) {
            const Uuid uuid = Uuid::make(random);
            CHECK(made.insert(uuid).second);
            CHECK(uuid.text()[14] == '4');
            CHECK(std::string_view("89ab").find(uuid.text()[19]) != std::string_view::npos);
            CHECK(Uuid::parse(uuid.text()) == uuid);
        }
        CHECK(Uuid::parse("0b5d1c2e-7a3f-4c1d-9e2b-1a2b3c4d5e6f"));
        for (const char* wrong :
             {"", "0b5d1c2e7a3f4c1d9e2b1a2b3c4d5e6f", "0B5D1C2E-7A3F-4C1D-9E2B-1A2B3C4D5E6F",
              "0b5d1c2e-7a3f-4c1d-9e2b-1a2b3c4d5e6", "0b5d1c2e-7a3f-4c1d-9e2b-1a2b3c4d5e6f0",
              "0b5d1c2e-7a3f-4c1d-9e2b-1a2b3c4d5e6g", "0b5d1c2e-7a3f-4c1d-9e2b01a2b3c4d5e6f"})
            CHECK_FALSE(Uuid::parse(wrong));
    }

    TEST_CASE("a first name is shown in capitals with its accents") {
        CHECK(in_capitals("Chloé") == "CHLOÉ");
        CHECK(in_capitals("Anaïs-Zoë") == "ANAÏS-ZOË");
        CHECK(in_capitals("François") == "FRANÇOIS");
        CHECK(in_capitals("Œdipe cœur") == "ŒDIPE CŒUR");
        CHECK(in_capitals("ÉLISE") == "ÉLISE");
        CHECK(in_capitals("Nuño d'Arc 2") == "NUÑO D'ARC 2");
        CHECK(in_capitals("") == "");
        CHECK(in_capitals("÷") == "÷");                     // no letter, though among them
        CHECK(in_capitals("\xC3") == "\xC3");               // a name cut short stays as it is
        CHECK(in_capitals("Øystein Þór") == "ØYSTEIN ÞÓR"); // every letter of Latin-1
    }

    TEST_CASE("a stroke through points begins and ends at them and is evenly spaced") {
        const std::vector<Point> corners{{0, 0}, {1, 0}, {1, 0}, {1, 1}};
        const Stroke line = smooth_stroke(corners);
        CHECK(line.front() == Point{0, 0});
        CHECK(line.back() == Point{1, 1});
        CHECK(length(line) == doctest::Approx(2).epsilon(0.02));
        for (std::size_t i = 1; i < line.size(); ++i)
            CHECK(distance(line[i - 1], line[i]) < 0.025);
        CHECK(smooth_stroke(std::vector<Point>{}).empty());
        CHECK(resampled(std::vector<Point>{{0, 0}, {10, 0}}, 3).size() == 4);
        CHECK(resampled(std::vector<Point>{}, 3).empty());
        CHECK(length(std::vector<Point>{{1, 1}}) == 0);
    }

    TEST_CASE("pieces lie inside their field and apart, whatever their number") {
        Random random(5);
        for (const Size size : {Size{150, 90}, Size{90, 150}, Size{60, 40}})
            for (std::size_t count = 1; count <= 14; ++count) {
                CAPTURE(count);
                const Rect field{10, 20, size.width, size.height};
                for (const auto& boxes :
                     {in_rows(field, count, {20, 20}, 5),
                      in_one_row(field, std::min<std::size_t>(count, 6), {20, 20}, 3),
                      scattered(field, count, 18, 4, random), in_circle(field, count, 18, 2)}) {
                    for (const Rect& box : boxes) {
                        CHECK(field.grown(0.001).contains(box));
                        CHECK(box.width > 0);
                        CHECK(box.width <= 20.001);
                    }
                    CHECK(lie_apart(boxes, 1));
                }
                CHECK(in_rows(field, count, {20, 20}, 5).size() == count);
                CHECK(scattered(field, count, 18, 4, random).size() == count);
                CHECK(in_circle(field, count, 18, 2).size() == count);
            }
        CHECK(in_rows({0, 0, 10, 10}, 0, {5, 5}, 1).empty());
    }

    TEST_CASE("what must be read stands out from what it stands on") {
        CHECK(contrast(palette::white, rgb(0x000000)) == doctest::Approx(21));
        CHECK(contrast(palette::ink, palette::ink) == doctest::Approx(1));
        for (const Colour ground : {palette::paper, palette::white, palette::sky, palette::dusk,
                                    palette::hill, palette::far_hill, palette::mirabelle, palette::stone})
            CHECK(contrast(palette::ink, ground) >= 4.5);
        CHECK(contrast(palette::leaf_deep, palette::paper) >= 4.5);
        CHECK(contrast(palette::berry, palette::paper) >= 4.5);
        CHECK(contrast(palette::plum, palette::paper) >= 4.5);
        CHECK(contrast(palette::earth, palette::paper) >= 4.5);
        CHECK(mix(palette::ink, palette::white, 0) == palette::ink);
        CHECK(mix(palette::ink, palette::white, 1) == palette::white);
        CHECK(faded(palette::ink, 0.5).alpha == 128);
    }
}
