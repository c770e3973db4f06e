// Nothing but the number tells which of two arrays has more dots.
#include "engine/dot_arrays.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

using namespace mirabelle;

namespace {

double pearson(const std::vector<double>& a, const std::vector<double>& b) {
    const auto mean = [](const std::vector<double>& values) {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    };
    const double middle_a = mean(a), middle_b = mean(b);
    double both = 0, of_a = 0, of_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - middle_a) * (b[i] - middle_b);
        of_a += (a[i] - middle_a) * (a[i] - middle_a);
        of_b += (b[i] - middle_b) * (b[i] - middle_b);
    }
    return both / std::sqrt(of_a * of_b);
}

double number(const DotsFace& dots) { return static_cast<double>(dots.dots.size()); }

struct Cue {
    std::string name;
    std::function<double(const DotsFace&)> of;
};
const std::array<Cue, 4> cues{
    Cue{"area", total_area}, Cue{"radius", [](const DotsFace& dots) { return dots.dots.front().radius; }},
    Cue{"hull", hull_area},
    Cue{"density", [](const DotsFace& dots) { return number(dots) / hull_area(dots); }}};

constexpr std::array<std::pair<int, int>, 11> numbers{
    {{4, 8}, {5, 10}, {4, 6}, {6, 9}, {8, 12}, {6, 8}, {9, 12}, {8, 10}, {5, 6}, {10, 12}, {4, 7}}};

} // namespace

TEST_SUITE("engine/dot arrays") {
    TEST_CASE("over a thousand pairs the number goes with no other cue") {
        Random random(20);
        std::vector<double> of_numbers;
        std::array<std::vector<double>, cues.size()> of_cues;
        for (int i = 0; i < 1000; ++i) {
            const auto [fewer, more] = random.pick(numbers);
            const DotPair pair =
                dots_to_compare(fewer, more, i % 2 == 0 ? Cues::congruent : Cues::incongruent, random);
            const bool turned = random.happens(0.5); // either lies on the left
            const DotsFace& left = turned ? pair.more : pair.fewer;
            const DotsFace& right = turned ? pair.fewer : pair.more;
            of_numbers.push_back(std::log(number(left) / number(right)));
            for (std::size_t cue = 0; cue < cues.size(); ++cue)
                of_cues[cue].push_back(std::log(cues[cue].of(left) / cues[cue].of(right)));
        }
        for (std::size_t cue = 0; cue < cues.size(); ++cue) {
            CAPTURE(cues[cue].name);
            const double r = pearson(of_numbers, of_cues[cue]);
            MESSAGE(cues[cue].name, ": r = ", r);
            CHECK(std::abs(r) < 0.2);
        }
    }

    TEST_CASE("where the cues mislead, fewer dots are larger, cover more and reach further") {
        Random random(3);
        for (const auto& [fewer, more] : numbers) {
            CAPTURE(fewer);
            CAPTURE(more);
            const DotPair fair = dots_to_compare(fewer, more, Cues::congruent, random);
            CHECK(total_area(fair.more) > total_area(fair.fewer));
            CHECK(hull_area(fair.more) > hull_area(fair.fewer));
            const DotPair unfair = dots_to_compare(fewer, more, Cues::incongruent, random);
            CHECK(unfair.more.dots.front().radius < unfair.fewer.dots.front().radius);
            CHECK(total_area(unfair.more) < total_area(unfair.fewer));
            CHECK(hull_area(unfair.more) < hull_area(unfair.fewer));
        }
    }

    TEST_CASE("dots lie on their card and never touch each other") {
        Random random(8);
        const auto check = [](const DotsFace& face) {
            for (std::size_t i = 0; i < face.dots.size(); ++i) {
                const Dot& dot = face.dots[i];
                CHECK(Rect{0, 0, 1, 1}.contains(square_on(dot.at, 2 * dot.radius)));
                for (std::size_t j = 0; j < i; ++j)
                    CHECK(distance(dot.at, face.dots[j].at) > 2.1 * dot.radius);
            }
        };
        for (int times = 0; times < 50; ++times)
            for (const auto& [fewer, more] : numbers)
                for (const Cues kind : {Cues::congruent, Cues::incongruent}) {
                    const DotPair pair = dots_to_compare(fewer, more, kind, random);
                    CHECK(static_cast<int>(pair.fewer.dots.size()) == fewer);
                    CHECK(static_cast<int>(pair.more.dots.size()) == more);
                    check(pair.fewer);
                    check(pair.more);
                }
        for (const DotPattern pattern :
             {DotPattern::die, DotPattern::line, DotPattern::ten_frame, DotPattern::scattered})
            for (int count = 1; count <= 6; ++count) {
                const DotsFace face = dots_in(pattern, count, random);
                CHECK(static_cast<int>(face.dots.size()) == count);
                check(face);
            }
        for (int count = 7; count <= 10; ++count) {
            check(dots_in(DotPattern::ten_frame, count, random));
            check(dots_in(DotPattern::scattered, count, random));
        }
    }
}
