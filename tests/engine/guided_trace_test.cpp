#include "engine/guided_trace.h"
#include "tests/support/question_scene.h"

#include <doctest/doctest.h>

#include <numbers>

using namespace mirabelle;

namespace {

constexpr double height = 80;  // mm, a digit on a small tablet's slate
constexpr double corridor = 7; // mm, the narrowest
const std::array<std::string, 10> digits{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};

std::vector<Stroke> strokes_of(const std::string& digit) {
    std::vector<Stroke> strokes;
    for (const Stroke& stroke : real_content().model(Alphabet::digits, digit).glyph.strokes) {
        Stroke& placed = strokes.emplace_back();
        for (const Point p : stroke)
            placed.push_back(Point{20, 20} + p * height);
    }
    return strokes;
}

/// As a hand draws: a point about every 2 mm, now left, now right of the line by up to `wobble` mm.
Stroke by_hand(const Stroke& stroke, double wobble, Random& random) {
    Stroke drawn;
    const double phase = random.share() * 6;
    const Stroke even = resampled(stroke, 2);
    for (std::size_t i = 0; i < even.size(); ++i) {
        const double angle = phase + static_cast<double>(i) * 0.35;
        drawn.push_back(even[i] + Point{std::cos(angle), std::sin(angle * 1.3)} * (wobble / std::sqrt(2.0)));
    }
    return drawn;
}

void draw(GuidedTrace& trace, std::span<const Point> line) {
    trace.pen_down(line.front());
    for (const Point p : line.subspan(1))
        trace.pen_moved(p);
    trace.pen_up();
}

std::optional<TraceFault> fault_of(GuidedTrace& trace, std::span<const Point> line) {
    draw(trace, line);
    return trace.take_fault();
}

} // namespace

TEST_SUITE("engine/guided trace") {
    TEST_CASE("every digit drawn by a child's unsteady hand is accepted") {
        Random random(4);
        for (const std::string& digit : digits)
            for (int child = 0; child < 30; ++child) {
                CAPTURE(digit);
                CAPTURE(child);
                GuidedTrace trace(strokes_of(digit), corridor);
                for (const Stroke& stroke : strokes_of(digit)) {
                    draw(trace, by_hand(stroke, 0.04 * height, random));
                    CHECK_FALSE(trace.take_fault());
                }
                CHECK(trace.finished());
            }
    }

    TEST_CASE("a finger that lifts goes on where it stopped") {
        for (const std::string& digit : digits) {
            CAPTURE(digit);
            GuidedTrace trace(strokes_of(digit), corridor);
            for (const Stroke& stroke : strokes_of(digit)) {
                const std::span<const Point> line(stroke);
                for (std::size_t from = 0; from < line.size(); from += 12)
                    draw(trace, line.subspan(from, std::min<std::size_t>(13, line.size() - from)));
                CHECK_FALSE(trace.take_fault());
            }
            CHECK(trace.finished());
        }
    }

    TEST_CASE("a stroke drawn from its end is told as the other direction") {
        for (const std::string& digit : digits) {
            CAPTURE(digit);
            const auto strokes = strokes_of(digit);
            GuidedTrace trace(strokes, corridor);
            for (const Stroke& stroke : strokes) {
                const Stroke back(stroke.rbegin(), stroke.rend());
                CAPTURE(trace.stroke());
                const auto fault = fault_of(trace, back);
                REQUIRE(fault);
                CHECK(static_cast<int>(*fault) == static_cast<int>(TraceFault::direction));
                draw(trace, stroke); // and then the right way round
                CHECK_FALSE(trace.take_fault());
            }
            CHECK(trace.finished());
        }
    }

    TEST_CASE("a stroke begun elsewhere is told as the wrong start") {
        for (const std::string& digit : digits) {
            CAPTURE(digit);
            const auto strokes = strokes_of(digit);
            GuidedTrace trace(strokes, corridor);
            const Point start = strokes[0].front();
            const Stroke elsewhere{start + Point{40, 60}, start + Point{45, 40}, start + Point{45, 0},
                                   start + Point{50, -10}};
            const auto fault = fault_of(trace, resampled(elsewhere, 2));
            REQUIRE(fault);
            CHECK(*fault == TraceFault::start);
            CHECK(trace.ink().empty());
            CHECK(trace.progress() == doctest::Approx(0));
        }
    }

    TEST_CASE("a scribble that begins at the start leaves the path") {
        for (const std::string& digit : digits) {
            CAPTURE(digit);
            const auto strokes = strokes_of(digit);
            GuidedTrace trace(strokes, corridor);
            Stroke scribble{strokes[0].front()};
            for (int i = 1; i < 12; ++i)
                scribble.push_back(strokes[0].front() + Point{i % 2 == 0 ? -30.0 : 45.0, i * 4.0 - 20});
            CHECK(fault_of(trace, resampled(scribble, 2)) == TraceFault::off_path);
        }
    }

    TEST_CASE("the second stroke before the first is not accepted") {
        for (const std::string& digit : digits) {
            const auto strokes = strokes_of(digit);
            CAPTURE(digit);
            if (strokes.size() < 2)
                continue;
            GuidedTrace trace(strokes, corridor);
            draw(trace, strokes[1]);
            CHECK(trace.stroke() == 0);
            CHECK(trace.progress() < 0.5);
        }
    }

    TEST_CASE("a dot, a short hesitation or a tap is no fault") {
        GuidedTrace trace(strokes_of("3"), corridor);
        const Point start = strokes_of("3")[0].front();
        draw(trace, std::vector<Point>{start});
        draw(trace, std::vector<Point>{start, start + Point{1, 0}, start});
        draw(trace, std::vector<Point>{start + Point{0, 50}, start + Point{1, 51}});
        CHECK_FALSE(trace.take_fault());
        CHECK_FALSE(trace.finished());
        draw(trace, strokes_of("3")[0]);
        CHECK(trace.finished());
    }

    TEST_CASE("a child who goes over a stretch twice is not stopped") {
        GuidedTrace trace(strokes_of("1"), corridor);
        for (const Stroke& stroke : strokes_of("1")) {
            Stroke twice(stroke.begin(), stroke.begin() + static_cast<std::ptrdiff_t>(stroke.size() / 2));
            const Stroke once = twice;
            twice.insert(twice.end(), once.rbegin() + 1,
                         once.rbegin() + static_cast<std::ptrdiff_t>(once.size() / 3));
            twice.insert(twice.end(), stroke.begin() + static_cast<std::ptrdiff_t>(stroke.size() / 3),
                         stroke.end());
            draw(trace, twice);
        }
        CHECK_FALSE(trace.take_fault());
        CHECK(trace.finished());
    }
}
