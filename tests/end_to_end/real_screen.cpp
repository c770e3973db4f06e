#include "tests/end_to_end/real_screen.h"

#include "activities/activities.h"
#include "engine/uuid.h"
#include "tests/support/real_content.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <thread>

namespace mirabelle {

namespace {

constexpr UtcMilliseconds day = 24 * 60 * 60 * 1000;
constexpr Duration close_takes_at_most{30'000};

UtcMilliseconds wall_clock_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::vector<std::string> command_line(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), program_path());
    return arguments;
}

TouchPhase phase_named(const std::string& name) {
    return name == "down" ? TouchPhase::down : name == "move" ? TouchPhase::move : TouchPhase::up;
}

Scene read_line(const std::string& line) {
    const auto json = nlohmann::json::parse(line);
    Scene scene;
    const bool of_teacher = json.contains("panel");
    scene.lane = of_teacher ? 0 : json.at("lane").get<int>();
    scene.name = json.at(of_teacher ? "panel" : "scene");
    scene.screen = {json.at("screen").at(0), json.at("screen").at(1)};
    for (const auto& [name, box] : json.at("targets").items())
        scene.targets[name] = {box.at(0), box.at(1), box.at(2), box.at(3)};
    if (json.contains("answer"))
        for (const auto& step : json.at("answer"))
            scene.answer.push_back({step.at(0), phase_named(step.at(1)), Point{step.at(2), step.at(3)}});
    return scene;
}

std::string place(Point at, Size screen) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.6f %.6f", at.x / screen.width, at.y / screen.height);
    return text.data();
}

std::string finger_line(int number, const GestureStep& step, Size screen) {
    const std::string finger = std::to_string(number);
    if (step.phase == TouchPhase::up)
        return "up " + finger + "\n";
    return (step.phase == TouchPhase::down ? "down " : "move ") + finger + " " + place(step.point, screen) +
           "\n";
}

} // namespace

std::string program_path() { return std::string(MIRABELLE_BUILD_FOLDER) + "/mirabelle"; }

std::filesystem::path bundle_to_damage(const std::filesystem::path& scratch) {
    const auto copy = scratch / "bundle";
    const std::filesystem::path original = MIRABELLE_BUNDLE_FOLDER;
    std::filesystem::create_directories(copy);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(original)) {
        const auto there = copy / std::filesystem::relative(entry.path(), original);
        if (entry.is_directory())
            std::filesystem::create_directories(there);
        else
            std::filesystem::create_symlink(entry.path(), there);
    }
    return copy;
}

RealProgram::RealProgram(std::vector<std::string> arguments, std::map<std::string, std::string> environment,
                         const std::filesystem::path& scratch, std::optional<std::uint64_t> largest_file)
    : process_({command_line(std::move(arguments)), std::move(environment), largest_file}, scratch) {}

bool RealProgram::read_scene(int lane, Scene& scene) const {
    return read_newest("{\"lane\":" + std::to_string(lane) + ",", scene);
}
bool RealProgram::read_panel(Scene& scene) const { return read_newest("{\"panel\":", scene); }

bool RealProgram::read_newest(const std::string& start, Scene& scene) const {
    const auto lines = lines_of(process_.output());
    const auto newest = std::find_if(lines.rbegin(), lines.rend(),
                                     [&](const std::string& line) { return line.rfind(start, 0) == 0; });
    if (newest == lines.rend())
        return false;
    scene = read_line(*newest);
    return true;
}

void RealProgram::wait_a_little(std::chrono::steady_clock::time_point until, int lane) {
    if (!process_.running())
        FAIL("the program ended early; it said: ", process_.errors());
    if (std::chrono::steady_clock::now() > until) {
        Scene last;
        read_scene(lane, last);
        FAIL("lane ", lane, " does not come to what the test waits for; it is at '", last.name,
             "'; the program said: ", process_.errors());
    }
    std::this_thread::sleep_for(Duration(10));
}

Scene RealProgram::wait_for_scene(int lane, const std::string& name) {
    return wait_for(lane, [&](const Scene& scene) { return scene.name == name; });
}

Scene RealProgram::wait_for_question(int lane, const std::string& activity) {
    const Scene scene =
        wait_for(lane, [&](const Scene& seen) { return seen.name == "play " + activity && seen.asks(); });
    // Touches that were meant for the scene before are not taken in the first moment.
    std::this_thread::sleep_for(Duration(450));
    return scene;
}

Scene RealProgram::wait_for_panel(const std::string& name, const std::string& target) {
    Scene seen;
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!(read_panel(seen) && seen.name == name && (target.empty() || seen.targets.count(target) > 0))) {
        if (!process_.running() || std::chrono::steady_clock::now() > until)
            FAIL("the teacher does not see '", name, "' with '", target, "' but '", seen.name,
                 "'; the program said: ", process_.errors());
        std::this_thread::sleep_for(Duration(10));
    }
    return seen;
}

void RealProgram::wait_for_no_panel() { wait_for_panel(""); }

std::vector<std::string> RealProgram::announced() const {
    std::vector<std::string> ids;
    for (const std::string& line : lines_of(process_.output()))
        if (line.rfind("attempt ", 0) == 0)
            ids.push_back(line.substr(8));
    return ids;
}

void RealProgram::wait_for_announced(std::size_t count) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (announced().size() < count)
        wait_a_little(until, 1);
}

void RealProgram::close() {
    process_.signal(SIGTERM);
    const auto end = process_.wait(close_takes_at_most);
    REQUIRE_MESSAGE(end, "the program does not close");
    INFO(process_.errors());
    CHECK(end->signal == 0);
    CHECK(end->exit_code == 0);
}

Hands::Hands(const XServer& server, const std::filesystem::path& scratch)
    : injector_(
          {{std::string(MIRABELLE_BUILD_FOLDER) + "/touch_injector", server.sockets().string()}, {}, {}},
          scratch) {}

std::vector<std::int64_t> Hands::instants() const {
    std::vector<std::int64_t> all;
    for (const std::string& line : lines_of(injector_.output()))
        all.push_back(std::stoll(line));
    return all;
}

void Hands::send(const std::string& lines, std::size_t actions) {
    injector_.write(lines);
    sent_ += actions;
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (instants().size() < sent_) {
        if (!injector_.running() || std::chrono::steady_clock::now() > until)
            FAIL("the fingers do not reach the server: ", injector_.errors());
        std::this_thread::sleep_for(Duration(5));
    }
}

void Hands::perform(const std::vector<Finger>& fingers, Size screen) {
    struct Action {
        Milliseconds at = 0;
        std::string line;
    };
    std::vector<Action> actions;
    for (const Finger& finger : fingers)
        for (const GestureStep& step : finger.gesture)
            actions.push_back({step.at, finger_line(finger.number, step, screen)});
    std::stable_sort(actions.begin(), actions.end(),
                     [](const Action& a, const Action& b) { return a.at < b.at; });
    std::string script;
    Milliseconds now = 0;
    for (const Action& action : actions) {
        if (action.at > now)
            script += "sleep " + std::to_string(action.at - now) + "\n";
        now = action.at;
        script += action.line;
    }
    send(script, actions.size());
}

void Hands::tap(const Scene& scene, const std::string& target, int finger) {
    const auto found = scene.targets.find(target);
    if (found == scene.targets.end())
        FAIL("there is no '", target, "' to touch in '", scene.name, "'");
    perform({{finger, tap_at(found->second.centre())}}, scene.screen);
}

void Hands::mouse(const Gesture& gesture, Size screen) {
    std::string script;
    std::size_t actions = 0;
    Milliseconds now = 0;
    for (const GestureStep& step : gesture) {
        script += "sleep " + std::to_string(step.at - now) + "\n";
        now = step.at;
        if (step.phase == TouchPhase::up)
            script += "release\n";
        else
            script +=
                (step.phase == TouchPhase::down ? "press " : "drag ") + place(step.point, screen) + "\n";
        actions += step.phase == TouchPhase::down ? 2 : 1; // the mouse first goes there
    }
    send(script, actions);
}

void Hands::down(int finger, Point at, Size screen) {
    send(finger_line(finger, {0, TouchPhase::down, at}, screen), 1);
}
void Hands::move(int finger, Point at, Size screen) {
    send(finger_line(finger, {0, TouchPhase::move, at}, screen), 1);
}
void Hands::hold_corners(Size screen) {
    constexpr Milliseconds long_enough = 3300;
    const Point left{4, 4}, right{screen.width - 4, 4};
    perform({{8, {{0, TouchPhase::down, left}, {long_enough, TouchPhase::up, left}}},
             {9, {{100, TouchPhase::down, right}, {long_enough + 20, TouchPhase::up, right}}}},
            screen);
}

void Hands::up(int finger) { send("up " + std::to_string(finger) + "\n", 1); }

namespace {

/// Answers of a child from before the test, written into its journal.
class EarlierAnswers {
  public:
    EarlierAnswers(Journal& journal, const Session& session, Random& ids)
        : journal_(journal), session_(session), ids_(ids) {}

    /// `count` right answers about a skill, which may be unknown to the program.
    void add(const Child& child, std::string_view activity, const std::string& skill, double difficulty,
             int count, UtcMilliseconds when) {
        const Run run{Uuid::make(ids_), session_.id, child.id, std::string(activity), "", 1, 0, when};
        journal_.begin_run(run);
        for (int answer = 0; answer < count; ++answer) {
            Attempt attempt;
            attempt.id = Uuid::make(ids_);
            attempt.run = run.id;
            attempt.child = child.id;
            attempt.activity = run.activity;
            attempt.skill = skill;
            attempt.difficulty = difficulty;
            attempt.question = answer;
            attempt.correct = true;
            attempt.latency = 2000; // it was no guess
            attempt.duration = 4000;
            attempt.when = when;
            journal_.add(attempt, std::nullopt);
        }
        journal_.end_run(run.id, RunEnding::left, when);
    }

  private:
    Journal& journal_;
    const Session& session_;
    Random& ids_;
};

/// The planner goes on with what is in work before it begins anything new; what that needs is known already.
void put_in_work(EarlierAnswers& earlier, const Child& child, std::string_view activity,
                 UtcMilliseconds yesterday) {
    constexpr int enough_to_know = 8, still_in_work = 4;
    constexpr double hard = 7; // logits
    const SkillGraph& graph = real_content().graph();
    const auto levels = real_content().levels(activity);
    const auto level =
        std::find_if(levels.begin(), levels.end(), [&](const Level& one) { return one.band == child.band; });
    const std::size_t skill = graph.find(level->skill).value();
    for (const std::size_t need : graph[skill].needs)
        if (graph[need].band == child.band)
            for (const UtcMilliseconds when :
                 {yesterday - 7 * day, yesterday}) // school days, whatever today is
                earlier.add(child, "earlier", graph[need].id, hard, enough_to_know, when);
    earlier.add(child, activity, level->skill, hard, still_in_work, yesterday);
}

} // namespace

std::vector<Child> enrol_class(const std::filesystem::path& folder, int count, const std::string& activity) {
    constexpr std::array portraits{"fox", "cat", "rabbit", "bear", "frog", "owl"};
    const UtcMilliseconds yesterday = wall_clock_now() - day;
    JournalOptions options;
    options.now = yesterday;
    options.random = Random(77);
    Journal journal = Journal::open(folder, options);
    Random ids(78);
    std::vector<Child> children;
    for (int number = 0; number < count; ++number) {
        Child child;
        child.id = Uuid::make(ids);
        child.first_name = "Enfant " + std::to_string(number + 1);
        child.portrait = portraits[static_cast<std::size_t>(number) % portraits.size()];
        child.band = all_bands[static_cast<std::size_t>(number) % all_bands.size()];
        journal.add_child(child);
        children.push_back(child);
    }
    const Session session = journal.begin_session("earlier", SessionMode::tablet, yesterday);
    EarlierAnswers earlier(journal, session, ids);
    for (const Child& child : children) {
        put_in_work(earlier, child, activity, yesterday);
        for (const Activity& played : all_activities())
            earlier.add(child, played.id, "", 0, 1, yesterday + 60'000);
    }
    journal.end_session(session.id, yesterday + 60'000);
    return children;
}

Gesture tap_at(Point point) {
    Gesture gesture;
    add_tap(gesture, point, 0);
    return gesture;
}

} // namespace mirabelle
