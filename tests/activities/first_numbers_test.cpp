// The youngest put small numbers together and compare: what lies there is what is asked.
#include "engine/lint/programme.h"
#include "tests/support/real_content.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>

using namespace mirabelle;

namespace {

/// Every level of an activity with many seeds: check(exercise, level).
template <typename Check>
void each_question(std::string_view activity, Check check) {
    for (const Level& level : real_content().levels(activity))
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            CAPTURE(level.id);
            CAPTURE(seed);
            check(exercise_of(activity_named(activity), level, seed), level);
        }
}

std::map<PictureId, int> counts_of(const Face& face) {
    std::map<PictureId, int> counts;
    for (const PlacedPicture& placed : std::get<SceneFace>(face).pictures)
        ++counts[placed.picture];
    return counts;
}

/// Of all things in the scene, without the guest, as shares of the card.
double area_of(const Face& face) {
    double area = 0;
    for (const PlacedPicture& placed : std::get<SceneFace>(face).pictures)
        area += placed.where.width * placed.where.height;
    return area - std::get<SceneFace>(face).pictures.front().where.width *
                      std::get<SceneFace>(face).pictures.front().where.height;
}

bool inside(const Face& face) {
    const auto& pictures = std::get<SceneFace>(face).pictures;
    return std::all_of(pictures.begin(), pictures.end(), [](const PlacedPicture& placed) {
        return Rect{0, 0, 1, 1}.grown(1e-9).contains(placed.where);
    });
}

} // namespace

TEST_SUITE("activities/first_numbers") {
    TEST_CASE("of the flowers exactly one bunch makes the number, and a bunch is what it is called") {
        each_question("flower_bunches", [](const Exercise& exercise, const Level& level) {
            const int whole = std::stoi(exercise.item);
            int right = 0;
            for (const Piece& piece : exercise.pieces) {
                const int upper = std::stoi(piece.label), lower = std::stoi(piece.label.substr(2));
                const auto counts = counts_of(piece.face);
                REQUIRE(counts.size() == 2);
                CHECK(counts.begin()->second + counts.rbegin()->second == upper + lower);
                CHECK(std::get<SceneFace>(piece.face).pictures.size() ==
                      static_cast<std::size_t>(upper + lower));
                CHECK(inside(piece.face));
                right += upper + lower == whole ? 1 : 0;
                if (upper + lower == whole)
                    CHECK(piece.label == exercise.expected);
                else if (level.settings.word("foils") == "far")
                    CHECK(std::abs(upper + lower - whole) >= 2);
                else
                    CHECK(std::abs(upper + lower - whole) == 1);
            }
            CHECK(right == 1);
        });
    }

    TEST_CASE("who has more has more, also where fewer things are larger") {
        each_question("who_has_more", [](const Exercise& exercise, const Level& level) {
            REQUIRE(exercise.pieces.size() == 2);
            const Piece* fewer = &exercise.pieces[0];
            const Piece* more = &exercise.pieces[1];
            if (std::stoi(fewer->label) > std::stoi(more->label))
                std::swap(fewer, more);
            for (const Piece* piece : {fewer, more}) {
                CHECK(std::get<SceneFace>(piece->face).pictures.size() ==
                      static_cast<std::size_t>(std::stoi(piece->label)) + 1); // and the guest
                CHECK(inside(piece->face));
            }
            const bool ask_more = level.settings.word("ask") == "more";
            CHECK(exercise.expected == (ask_more ? more : fewer)->label);
            const auto thing = [](const Piece* piece) {
                return std::get<SceneFace>(piece->face).pictures.back().where.width;
            };
            if (level.settings.word("fewer_are") == "larger")
                CHECK(thing(fewer) > 1.5 * thing(more));
            else
                CHECK(area_of(fewer->face) < area_of(more->face));
        });
    }

    TEST_CASE("each of the first skills with numbers is met in two games at least") {
        for (const char* const skill : {"build_collection_ps", "compose_ps", "compare_ps"}) {
            CAPTURE(skill);
            ProgrammeCell cell;
            cell.skills = {skill};
            const auto by = covering(cell, real_content(), all_activities());
            CHECK(by.size() >= 2);
            for (const auto& covered : by)
                CHECK(covered.levels.size() >= 1);
        }
    }
}
