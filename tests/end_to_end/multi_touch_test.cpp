// Children who play at the same time on one screen, with real fingers on the real program.
#include "tests/end_to_end/real_screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace mirabelle;

namespace {

constexpr PixelSize screen_pixels{1280, 720};

constexpr int comfortable_lanes = 0; // as many as suit the display

/// A class display of 65 inches with its children.
struct Display {
    explicit Display(int lanes, std::vector<std::string> more = {})
        : folder("mirabelle-touch-"),
          children(enrol_class(folder.path() / "data", 6, "give_me")),
          server(XServer::Kind::touch, screen_pixels, folder.path()),
          hands(server, folder.path()),
          program(arguments(lanes, std::move(more)), server.environment(), folder.path()) {}

    std::vector<std::string> arguments(int lanes, std::vector<std::string> more) const {
        std::vector<std::string> words{"--data",        (folder.path() / "data").string(),
                                       "--seed",        "7",
                                       "--diagonal-cm", "165",
                                       "--reach-mm",    "560",
                                       "--announce",    "--report"};
        if (lanes == comfortable_lanes)
            words.emplace_back("--board");
        else
            words.insert(words.end(), {"--lanes", std::to_string(lanes)});
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    /// Everybody touches at once, each in its own lane.
    void touch_everywhere(const std::vector<Scene>& scenes, const std::vector<std::string>& targets) {
        std::vector<Hands::Finger> fingers;
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            REQUIRE(scenes[i].targets.count(targets[i]) == 1);
            fingers.push_back({static_cast<int>(i), tap_at(scenes[i].targets.at(targets[i]).centre())});
        }
        hands.perform(fingers, scenes.front().screen);
    }

    std::vector<Scene> everybody_at(int lanes, const std::string& scene) {
        std::vector<Scene> scenes;
        for (int lane = 1; lane <= lanes; ++lane)
            scenes.push_back(program.wait_for_scene(lane, scene));
        return scenes;
    }

    /// The children of lanes 1, 2… touch the portraits numbered here, then their first card.
    void sit_down(const std::vector<int>& portraits) {
        const int lanes = static_cast<int>(portraits.size());
        std::vector<std::string> targets;
        for (const int portrait : portraits)
            targets.push_back("portrait " + std::to_string(portrait));
        touch_everywhere(everybody_at(lanes, "who_is_here"), targets);
        const auto gardens = everybody_at(lanes, "garden");
        std::this_thread::sleep_for(Duration(600)); // the cards come down on their strings
        touch_everywhere(gardens, std::vector<std::string>(portraits.size(), "card 1"));
    }

    std::vector<Scene> questions(int lanes) {
        std::vector<Scene> scenes;
        for (int lane = 1; lane <= lanes; ++lane)
            scenes.push_back(program.wait_for_question(lane, "give_me"));
        std::this_thread::sleep_for(Duration(700)); // what touches at once is meant for what was there before
        return scenes;
    }

    void answer_together(const std::vector<Scene>& scenes) {
        std::vector<Hands::Finger> fingers;
        for (const Scene& scene : scenes)
            fingers.push_back({scene.lane, scene.answer});
        hands.perform(fingers, scenes.front().screen);
    }

    /// What the children answered in this session, read after the program has closed.
    std::vector<Attempt> answers(int lane) {
        JournalOptions options;
        options.now = before;
        Journal journal = Journal::open(folder.path() / "data", options);
        std::vector<Attempt> own;
        for (const Attempt& attempt : journal.attempts(std::nullopt, before))
            if (attempt.lane == lane - 1) {
                own.push_back(attempt);
                traces.push_back(journal.trace(attempt.id).value_or(TouchTrace{}));
            }
        return own;
    }

    ScratchFolder folder;
    UtcMilliseconds before = std::chrono::duration_cast<std::chrono::milliseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count();
    std::vector<Child> children;
    XServer server;
    Hands hands;
    RealProgram program;
    std::vector<TouchTrace> traces; ///< of answers(), in its order
};

std::size_t count_of(const Gesture& gesture, TouchPhase phase) {
    return static_cast<std::size_t>(std::count_if(
        gesture.begin(), gesture.end(), [&](const GestureStep& step) { return step.phase == phase; }));
}
std::size_t count_of(const TouchTrace& trace, TouchPhase phase) {
    return static_cast<std::size_t>(std::count_if(trace.touches.begin(), trace.touches.end(),
                                                  [&](const Touch& touch) { return touch.phase == phase; }));
}

/// The answers of a lane are the child's own, right, and with every touch that made them and no other.
void check_own_answers(Display& display, int lane, int portrait, const std::vector<Gesture>& gestures) {
    display.traces.clear();
    const auto answers = display.answers(lane);
    REQUIRE(answers.size() == gestures.size());
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const Attempt& answer = answers[i];
        CAPTURE(lane);
        CAPTURE(answer.response);
        CHECK(answer.child == display.children[static_cast<std::size_t>(portrait - 1)].id);
        CHECK(answer.activity == "give_me");
        CHECK(answer.correct);
        CHECK(answer.response == answer.expected);
        CHECK(answer.attempt_number == 1);
        CHECK(answer.stray_touches == 0);
        CHECK(answer.touches == static_cast<int>(count_of(gestures[i], TouchPhase::down)));
        const TouchTrace& trace = display.traces[i];
        CHECK(count_of(trace, TouchPhase::down) == count_of(gestures[i], TouchPhase::down));
        CHECK(count_of(trace, TouchPhase::move) >= 10);
        for (const Touch& touch : trace.touches) {
            CHECK(touch.at.x >= 0);
            CHECK(touch.at.x <= trace.lane.width);
        }
    }
}

bool were_at_it_together(const std::vector<Attempt>& answers) {
    UtcMilliseconds last_begin = 0, first_end = answers.front().when;
    for (const Attempt& answer : answers) {
        last_begin = std::max(last_begin, answer.when - answer.duration + answer.latency);
        first_end = std::min(first_end, answer.when);
    }
    return last_begin < first_end;
}

void play_together(Display& display, const std::vector<int>& portraits, int questions) {
    const int lanes = static_cast<int>(portraits.size());
    display.sit_down(portraits);
    std::vector<std::vector<Gesture>> gestures(portraits.size());
    for (int question = 1; question <= questions; ++question) {
        const auto scenes = display.questions(lanes);
        display.answer_together(scenes);
        for (const Scene& scene : scenes)
            gestures[static_cast<std::size_t>(scene.lane - 1)].push_back(scene.answer);
        display.program.wait_for_announced(static_cast<std::size_t>(question) * portraits.size());
    }
    display.program.close();
    std::vector<Attempt> first_answers;
    for (int lane = 1; lane <= lanes; ++lane) {
        const auto place = static_cast<std::size_t>(lane - 1);
        check_own_answers(display, lane, portraits[place], gestures[place]);
        first_answers.push_back(display.answers(lane).front());
    }
    CHECK(were_at_it_together(first_answers));
}

/// What a finger does until it lets go for the first time, and all that comes then.
std::pair<Gesture, Gesture> parted_where_it_lets_go(const Gesture& whole) {
    const auto lets_go = std::find_if(whole.begin(), whole.end(),
                                      [](const GestureStep& step) { return step.phase == TouchPhase::up; });
    REQUIRE(lets_go != whole.end());
    Gesture carried(whole.begin(), lets_go), rest(lets_go, whole.end());
    for (GestureStep& step : rest)
        step.at -= carried.back().at;
    return {std::move(carried), std::move(rest)};
}

} // namespace

TEST_CASE("two children drag at the same time, and each answer is filed under its own child") {
    Display display(2);
    play_together(display, {1, 5}, 2);
}

TEST_CASE("four children drag at the same time, and each answer is filed under its own child") {
    Display display(4, {"--size", "1280x720"});
    play_together(display, {4, 1, 2, 6}, 2);
}

TEST_CASE("one child alone answers with one finger, then with the mouse") {
    Display display(1);
    display.sit_down({2});
    const Scene first = display.questions(1).front();
    display.answer_together({first});
    display.program.wait_for_announced(1);
    const Scene second = display.questions(1).front();
    display.hands.mouse(second.answer, second.screen);
    display.program.wait_for_announced(2);
    display.program.close();
    check_own_answers(display, 1, 2, {first.answer, second.answer});
}

TEST_CASE("while one finger holds a piece, two more in the same lane are strays and spoil nothing") {
    Display display(1);
    display.sit_down({1});
    const Scene scene = display.questions(1).front();
    Gesture other_hand;
    // The first piece is taken at once and is on its way for a second at least.
    for (const GestureStep& step : scene.answer)
        if (step.phase == TouchPhase::down) {
            const Milliseconds while_held = step.at + 300;
            other_hand = {{while_held, TouchPhase::down, scene.targets.at("door").centre()}};
            break;
        }
    const Milliseconds begins = other_hand.front().at;
    const Point piece = scene.answer.front().point;
    const Point beside{scene.screen.width / 2, scene.screen.height * 0.93};
    display.hands.perform(
        {{1, scene.answer},
         {2, {{begins, TouchPhase::down, piece}, {begins + 250, TouchPhase::up, piece}}},
         {3, {{begins + 50, TouchPhase::down, beside}, {begins + 200, TouchPhase::up, beside}}}},
        scene.screen);
    display.program.wait_for_announced(1);
    display.program.close();
    const auto answers = display.answers(1);
    REQUIRE(answers.size() == 1);
    CHECK(answers.front().correct);
    CHECK(answers.front().stray_touches == 2);
    CHECK(answers.front().touches == static_cast<int>(count_of(scene.answer, TouchPhase::down)));
    CHECK(count_of(display.traces.front(), TouchPhase::down) == count_of(scene.answer, TouchPhase::down) + 2);
}

TEST_CASE("a child may hold its piece as long as it likes while its neighbour answers") {
    Display display(2);
    display.sit_down({3, 4});
    const auto scenes = display.questions(2);
    const Gesture& mine = scenes[0].answer;
    const auto [carried, rest] = parted_where_it_lets_go(mine);
    display.hands.perform({{1, carried}}, scenes[0].screen);
    display.hands.perform({{2, scenes[1].answer}}, scenes[1].screen);
    display.program.wait_for_announced(1);
    display.hands.perform({{1, rest}}, scenes[0].screen);
    display.program.wait_for_announced(2);
    display.program.close();
    check_own_answers(display, 1, 3, {mine});
    check_own_answers(display, 2, 4, {scenes[1].answer});
    CHECK(were_at_it_together({display.answers(1).front(), display.answers(2).front()}));
}

TEST_CASE("on a board one tap of the teacher's changes a lane's child while its neighbour drags on") {
    Display display(comfortable_lanes);
    display.sit_down({1, 2, 3, 4});
    const auto scenes = display.questions(4);
    const Gesture& mine = scenes[0].answer;
    const auto [carried, rest] = parted_where_it_lets_go(mine);
    display.hands.perform({{1, carried}}, scenes[0].screen);
    display.hands.tap(display.program.wait_for_panel("strip", "lane 2"), "lane 2", 9);
    const Scene free = display.program.wait_for_scene(2, "who_is_here");
    display.hands.perform({{1, rest}, {2, tap_at(free.targets.at("portrait 6").centre())}}, free.screen);
    display.program.wait_for_announced(1);
    display.program.wait_for_scene(2, "garden");
    display.hands.perform({{3, scenes[2].answer}}, scenes[2].screen); // the others have not noticed
    display.program.wait_for_announced(2);
    display.program.close();
    check_own_answers(display, 1, 1, {mine});
    check_own_answers(display, 3, 3, {scenes[2].answer});
    CHECK(display.answers(2).empty());
}
