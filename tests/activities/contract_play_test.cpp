// What every exercise promises once a child plays it: it can be solved, nobody is ever stuck, everything to
// touch is big enough and apart, and looking changes nothing.
#include "tests/support/allocation_counter.h"
#include "tests/support/question_scene.h"
#include "tests/support/recording_canvas.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr std::uint64_t seeds = 6;
constexpr Milliseconds longest_question = 180'000;

template <typename Each>
void for_each_level(const Each& each) {
    for (const Activity& activity : every_activity())
        for (const Level& level : real_content().levels(activity.id))
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                CAPTURE(activity.id);
                CAPTURE(level.id);
                CAPTURE(seed);
                each(activity, level, seed);
            }
}

bool is_known_error(const std::string& name) {
    for (const ErrorDescription& error : real_content().errors())
        if (error.id == name)
            return true;
    return false;
}

/// Millimetres between two rectangles; negative when they overlap.
double apart(const Rect& a, const Rect& b) {
    const double x = std::max(a.x - b.right(), b.x - a.right());
    const double y = std::max(a.y - b.bottom(), b.y - a.bottom());
    return x > 0 && y > 0 ? std::hypot(x, y) : std::max(x, y);
}

/// What of a stage small hands would struggle with, one sentence each.
std::set<std::string> struggles(const Stage& stage, const Mechanic& mechanic, const std::string& where) {
    constexpr double tolerance = 0.05; // mm
    std::set<std::string> found;
    std::vector<Target> targets = mechanic.targets();
    const std::size_t pieces = targets.size();
    targets.push_back({stage.ear, Target::Kind::control});
    targets.push_back({stage.door, Target::Kind::control});
    const auto kind = [&](std::size_t i) {
        constexpr std::array<std::string_view, 3> kinds{"piece", "place", "control"};
        return i < pieces ? kinds[static_cast<std::size_t>(targets[i].kind)] : "ear or door";
    };
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Rect& box = targets[i].drawn;
        if (i < pieces && box.shorter_side() < stage.sizes.target - tolerance)
            found.insert(fmt::format("{}: a {} is {:.1f} mm instead of {:.1f} mm", where, kind(i),
                                     box.shorter_side(), stage.sizes.target));
        if (!stage.lane.contains(box))
            found.insert(fmt::format("{}: a {} leaves the lane", where, kind(i)));
        if (i < pieces && box.bottom() > stage.lane.bottom() - palm_zone_bottom + tolerance)
            found.insert(fmt::format("{}: a {} lies where wrists rest", where, kind(i)));
        for (std::size_t j = i + 1; j < targets.size(); ++j) {
            const double gap = apart(box, targets[j].drawn) - 2 * stage.sizes.margin;
            const double needed = i < pieces && j < pieces ? stage.sizes.gap : 0;
            if (gap < needed - tolerance)
                found.insert(fmt::format("{}: a {} and a {} are {:.1f} mm apart instead of {:.1f} mm", where,
                                         kind(i), kind(j), gap, needed));
        }
    }
    return found;
}

/// What feels fingers outside the lane or where something else feels them.
std::set<std::string> collisions(const Exercise& exercise, Band band, Size lane, double reach) {
    SilentAudio silence;
    PromptQueue queue(silence, real_content().voices());
    LaneSpeaker speaker(queue, 0);
    const Stage stage = stage_for(band, lane, reach);
    const auto mechanic = make_mechanic({exercise, stage, real_content(), speaker});
    std::vector<Target> targets = mechanic->targets();
    targets.push_back({stage.ear, Target::Kind::control});
    targets.push_back({stage.door, Target::Kind::control});
    std::set<std::string> found;
    constexpr double tolerance = 0.05; // mm
    constexpr double smallest = 8;     // mm; less is no target for any finger
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Rect& box = targets[i].drawn;
        if (!stage.lane.contains(box) || box.y < lane.height - std::min(reach, lane.height) - tolerance)
            found.insert("something is out of reach");
        if (box.shorter_side() < smallest)
            found.insert(fmt::format("something is only {:.0f} mm", box.shorter_side()));
        for (std::size_t j = i + 1; j < targets.size(); ++j)
            if (apart(box, targets[j].drawn) < 2 * stage.sizes.margin - tolerance)
                found.insert("two things feel the same finger");
    }
    return found;
}

} // namespace

TEST_SUITE("activities/contract") {
    TEST_CASE("a child who answers right finishes, and the first answer counts as right") {
        for_each_level([](const Activity& activity, const Level& level, std::uint64_t seed) {
            QuestionScene scene(activity.id, level.id, seed);
            scene.wait(500);
            scene.answer_right();
            scene.wait_for_end(10'000);
            REQUIRE(scene.answers.size() == 1);
            CHECK(scene.answers[0].response.correct);
            CHECK(scene.answers[0].response.text == scene.question.exercise().expected);
            CHECK(scene.answers[0].attempt_number == 1);
            CHECK(scene.answers[0].help == HelpLevel::none);
            CHECK(scene.answers[0].stray_touches == 0);
            CHECK(scene.question.outcome() == QuestionOutcome::answered);
        });
    }

    TEST_CASE("a child who always answers wrong is helped until it is solved, and never stuck") {
        for_each_level([](const Activity& activity, const Level& level, std::uint64_t seed) {
            QuestionScene scene(activity.id, level.id, seed);
            scene.wait(500);
            while (scene.question.outcome() == QuestionOutcome::playing && scene.now < longest_question) {
                scene.wait_for_turn();
                scene.answer_wrong();
                scene.wait(600);
            }
            CHECK(scene.question.outcome() != QuestionOutcome::playing);
            CHECK_FALSE(scene.answers.empty());
            int number = 1;
            for (const GivenAnswer& given : scene.answers) {
                CHECK(given.attempt_number == number++);
                if (!given.response.correct)
                    CHECK_MESSAGE((given.error.empty() || is_known_error(given.error)), given.error);
                CHECK(given.response.correct == given.error.empty());
            }
        });
    }

    TEST_CASE("a child who errs twice and then knows finishes by itself") {
        for_each_level([](const Activity& activity, const Level& level, std::uint64_t seed) {
            QuestionScene scene(activity.id, level.id, seed);
            scene.wait(500);
            for (int wrong = 0; wrong < 2; ++wrong) {
                scene.answer_wrong();
                scene.wait(600);
            }
            scene.answer_right();
            scene.wait_for_end(10'000);
            CHECK(scene.question.outcome() == QuestionOutcome::answered);
            CHECK(scene.answers.back().response.correct);
        });
    }

    TEST_CASE("a question that nobody touches shows how, glows, is solved, and ends as unattended") {
        for_each_level([](const Activity& activity, const Level& level, std::uint64_t seed) {
            if (seed > 2)
                return;
            QuestionScene scene(activity.id, level.id, seed);
            scene.wait_for_end(longest_question);
            CHECK(scene.question.outcome() == QuestionOutcome::unattended);
            CHECK(scene.answers.empty());
        });
    }

    TEST_CASE("the hand that shows a worked example solves it, and nothing is written down") {
        for_each_level([](const Activity& activity, const Level& level, std::uint64_t seed) {
            if (seed > 2)
                return;
            QuestionScene scene(exercise_of(activity, level, seed), level.band, QuestionMode::example);
            scene.wait_for_end(longest_question);
            CHECK(scene.question.outcome() != QuestionOutcome::playing);
            CHECK(scene.answers.empty());
        });
    }

    TEST_CASE("on a small tablet everything to touch is big enough, apart, and clear of wrists") {
        std::set<std::string> found;
        for (const Activity& activity : every_activity())
            for (const Level& level : real_content().levels(activity.id))
                for (std::uint64_t seed = 1; seed <= 15; ++seed) {
                    QuestionScene scene(activity.id, level.id, seed);
                    for (std::string struggle :
                         struggles(scene.question.stage(), scene.question.mechanic(),
                                   fmt::format("{} {} with {} pieces", activity.id, level.id,
                                               scene.question.exercise().pieces.size())))
                        found.insert(std::move(struggle));
                }
        CHECK_MESSAGE(found.empty(), fmt::format("{} things:\n{}", found.size(), fmt::join(found, "\n")));
    }

    TEST_CASE("on every other screen nothing to touch leaves the lane or lies on something else") {
        struct Place {
            const char* name;
            Size lane;
            double reach;
        };
        std::set<std::string> found;
        for (const Place& place :
             {Place{"upright tablet", {136, 217}, 1e9}, Place{"8 inch tablet", {172, 107}, 1e9},
              Place{"two lanes of a display", {715, 805}, 560},
              Place{"four lanes of a display", {357, 805}, 560},
              Place{"three lanes of a small display", {295, 498}, 1e9}})
            for (const Activity& activity : every_activity())
                for (const Level& level : real_content().levels(activity.id))
                    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
                        const Exercise exercise = exercise_of(activity, level, seed);
                        for (const auto& offence : collisions(exercise, level.band, place.lane, place.reach))
                            found.insert(
                                fmt::format("{} {} on {}: {}", activity.id, level.id, place.name, offence));
                    }
        CHECK_MESSAGE(found.empty(), fmt::format("{} things:\n{}", found.size(), fmt::join(found, "\n")));
    }

    TEST_CASE("looking at a question changes nothing and takes no memory") {
        for_each_level([](const Activity& activity, const Level& level, std::uint64_t seed) {
            if (seed > 2)
                return;
            QuestionScene watched(activity.id, level.id, seed);
            QuestionScene alone(activity.id, level.id, seed);
            RecordingCanvas canvas;
            const Gesture gesture = watched.question.mechanic().mistake(watched.chance);
            for (QuestionScene* scene : {&watched, &alone}) {
                std::size_t next = 0;
                for (Milliseconds now = 0; now < 25'000; now += tick_length) {
                    for (; now > 1000 && next < gesture.size() && gesture[next].at <= now - 1000; ++next)
                        scene->touch(gesture[next].phase, gesture[next].point);
                    if (scene == &watched && now % 100 == 0) {
                        const AllocationCounter taken;
                        scene->question.draw(canvas);
                        CHECK(taken.count() == 0);
                    }
                    scene->wait(tick_length);
                }
            }
            CHECK(look_of(watched.question) == look_of(alone.question));
            CHECK(look_of(watched.question) == look_of(watched.question));
            CHECK(watched.answers.size() == alone.answers.size());
            CHECK(canvas.calls() > 100);
        });
    }
}
