// What every exercise promises once a child plays it: it can be solved, nobody is ever stuck, everything to
// touch is big enough and apart, and looking changes nothing.
#include "engine/board.h"
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
constexpr Size class_display_lane{715, 805}; // mm, one of two

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
        if (i < pieces && box.bottom() > stage.lane.bottom() - stage.sizes.palm_bottom + tolerance)
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

/// A screen, and how high above its bottom edge children reach, mm.
struct Display {
    const char* pixels;
    Size size;
    double reach = 1e9;
    /// What small hands get at least of what its lanes ask for, where the lane is one that the program
    /// offers: things that are many are a little smaller on two tablets, which are less high than most.
    double share = 1;
};
constexpr std::array screens{
    Display{"800x480", {152, 91}, 1e9, 0.85}, Display{"1024x600", {222, 130}, 1e9, 0.85},
    Display{"1280x800", {217, 136}},          Display{"800x1280", {136, 217}},
    Display{"1920x1080", {1439, 809}, 560},   Display{"1080x1920", {299, 531}},
    Display{"2560x1440", {597, 336}},         Display{"3840x2160", {1660, 934}, 500}};

struct Way {
    const char* name;
    Access access;
};
const std::array ways{Way{"as usual", {}}, Way{"left-handed", left_handed()}, Way{"large", large_targets()},
                      Way{"in every mode", every_mode()}};

/// Of the wished gap, where things are enlarged or many.
constexpr double least_gap = 0.8;
/// Of a target, the drawn side of ear and door, which nobody drags and which feel far beyond their drawing.
constexpr double control_share = 0.9;
/// In a lane that is narrower than it should be: less is no target for any finger, mm.
constexpr double smallest_of_all = 4;

struct Laid {
    Stage stage;
    std::vector<Target> targets;
    double smallest = 1e9; ///< of the pieces, as it feels fingers, mm
};

/// To the eye: arithmetic may end a millionth of a millimetre beside.
bool is_at(const Rect& one, const Rect& other) {
    return one.grown(0.001).contains(other) && other.grown(0.001).contains(one);
}

Laid lay(const Exercise& exercise, Band band, const Access& access, Size lane, double reach) {
    SilentSpeaker silence;
    const Exercise asked = eased(exercise, access, real_content().sizes(band));
    Laid laid{stage_for(band, asked, access, lane, reach), {}};
    const auto mechanic = make_mechanic({asked, laid.stage, real_content(), silence});
    laid.targets = mechanic->targets();
    for (const Target& target : laid.targets)
        if (target.kind == Target::Kind::piece)
            laid.smallest =
                std::min(laid.smallest, target.drawn.shorter_side() + 2 * laid.stage.sizes.margin);
    for (const SwitchStop& stop : mechanic->switch_stops())
        CHECK(laid.stage.lane.contains(stop.where));
    return laid;
}

/// What of a stage is cut off, overlaps or is too small, one sentence each.
std::set<std::string> offences(const Laid& laid, double reach, double least_target) {
    constexpr double tolerance = 0.05; // mm
    const Stage& stage = laid.stage;
    const double top = stage.lane.height - std::min(reach, stage.lane.height);
    std::vector<Target> targets = laid.targets;
    const std::size_t pieces = targets.size();
    targets.push_back({stage.ear, Target::Kind::control});
    targets.push_back({stage.door, Target::Kind::control});
    std::set<std::string> found;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Rect& box = targets[i].drawn;
        if (!stage.lane.contains(box) || box.y < top - tolerance)
            found.insert("something is cut off or out of reach");
        const double least = (i < pieces ? 1 : control_share) * least_target;
        if (box.shorter_side() < least - tolerance)
            found.insert(
                fmt::format("something is {:.1f} mm instead of {:.1f} mm", box.shorter_side(), least));
        for (std::size_t j = i + 1; j < targets.size(); ++j) {
            const double gap = apart(box, targets[j].drawn) - 2 * stage.sizes.margin;
            const double needed = i < pieces && j < pieces ? least_gap * stage.sizes.gap : 0;
            if (gap < needed - tolerance)
                found.insert(fmt::format("two things are {:.1f} mm apart instead of {:.1f} mm", gap, needed));
        }
    }
    return found;
}

/// How much smaller than on a tablet of 10 inches a lane may make things: as much as it is smaller itself.
double allowed_shrink(const Stage& stage) {
    const Size room = stage.reachable.size();
    return std::min(
        {1.0, std::min(room.width, room.height) / 130, std::sqrt(room.width * room.height) / 170});
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
            if (scene.question.exercise().scoring == Scoring::counts)
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

    TEST_CASE("on every screen, in every lane and mode, all is within reach, apart, and as large as fits") {
        std::set<std::string> found;
        std::uint64_t seed = 0;
        for (const Display& screen : screens)
            for (int lanes = 1; lanes <= 4; ++lanes) {
                const Size lane{screen.size.width / lanes, screen.size.height};
                const bool offered = lanes <= suitable_lanes(screen.size.width);
                for (const Activity& activity : every_activity())
                    for (const Level& level : real_content().levels(activity.id)) {
                        if (++seed % 7 != 0) // each screen and lane meets some of the levels
                            continue;
                        const Exercise exercise = exercise_of(activity, level, 1 + seed % 53);
                        double usual = 0;
                        for (const Way& way : ways) {
                            const Laid laid = lay(exercise, level.band, way.access, lane, screen.reach);
                            const TouchSizes& wished = real_content().sizes(level.band);
                            const double target = laid.stage.sizes.target / laid.stage.sizes.enlarged;
                            auto offence = offences(laid, screen.reach,
                                                    offered ? screen.share * target : smallest_of_all);
                            if (target < wished.target * allowed_shrink(laid.stage) - 0.05)
                                offence.insert("targets are smaller than the lane asks for");
                            if (&way == &ways.front())
                                usual = laid.smallest;
                            else if (way.access.targets == TargetSize::large &&
                                     laid.smallest <
                                         std::min(usual, 1.4 * (target + 2 * wished.margin)) - 0.1)
                                offence.insert(
                                    fmt::format("large is {:.1f} mm, usual {:.1f} mm", laid.smallest, usual));
                            for (const std::string& what : offence)
                                found.insert(fmt::format("{} {} {}, {} lanes of {}: {}", activity.id,
                                                         level.id, way.name, lanes, screen.pixels, what));
                        }
                    }
            }
        std::vector<std::string> first(found.begin(), found.end());
        first.resize(std::min<std::size_t>(first.size(), 40));
        CHECK_MESSAGE(found.empty(), fmt::format("{} things:\n{}", found.size(), fmt::join(first, "\n")));
    }

    TEST_CASE("large targets are 1.4 times what suits the age, where there is room") {
        int reached = 0, all = 0;
        for (const Activity& activity : all_activities())
            for (const Level& level : real_content().levels(activity.id)) {
                const Exercise exercise = exercise_of(activity, level, 3);
                if (std::holds_alternative<Trace>(exercise.task))
                    continue;
                CAPTURE(activity.id);
                CAPTURE(level.id);
                const TouchSizes& sizes = real_content().sizes(level.band);
                const double wished = 1.4 * (sizes.target + 2 * sizes.margin) - 0.1;
                CHECK(lay(exercise, level.band, large_targets(), class_display_lane, 560).smallest >= wished);
                ++all;
                reached += lay(exercise, level.band, large_targets(), small_tablet, 1e9).smallest >= wished;
            }
        MESSAGE("on a tablet of 10 inches: ", reached, " of ", all, " levels");
        CHECK(reached * 2 > all);
    }

    TEST_CASE(
        "ear, door and mascot stand still from question to question, whatever finds room between them") {
        for (const Way& way : ways) {
            std::optional<Stage> first;
            for (const Activity& activity : all_activities())
                for (const Level& level : real_content().levels(activity.id)) {
                    if (level.band != Band::PS)
                        continue;
                    const Laid laid =
                        lay(exercise_of(activity, level, 4), level.band, way.access, small_tablet, 1e9);
                    first = first.value_or(laid.stage);
                    CAPTURE(activity.id);
                    CAPTURE(level.id);
                    CHECK(is_at(laid.stage.ear, first->ear));
                    CHECK(is_at(laid.stage.door, first->door));
                    CHECK(is_at(laid.stage.mascot, first->mascot));
                }
        }
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
