#include "engine/touch_script.h"

#include "engine/content/content_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 4> phase_names{"down", "move", "up", "cancel"};
constexpr std::array<std::string_view, 2> switch_names{"first", "second"};
constexpr Milliseconds longest_wait = 60'000;
constexpr FingerId script_finger{1'000'000}; // none that a device gives
constexpr std::string_view remedy = "write '<ms> <finger> down|move|up|cancel <x> <y>', '<ms> switch "
                                    "first|second', '<ms> shot <name>' or '<ms> tap <target>'";

using ScriptAction = std::variant<Touch, ScriptShot, ScriptTap, ScriptSwitch>;

std::optional<ScriptAction> read_what(std::istringstream& words) {
    std::string first;
    words >> first;
    if (first == "shot") {
        ScriptShot shot;
        words >> shot.name;
        return shot.name.empty() ? std::nullopt : std::optional(ScriptAction(shot));
    }
    if (first == "switch") {
        std::string key;
        words >> key;
        if (key != switch_names[0] && key != switch_names[1])
            return std::nullopt;
        return ScriptSwitch{key == switch_names[0] ? SwitchKey::first : SwitchKey::second};
    }
    if (first == "tap") {
        ScriptTap tap;
        for (std::string word; words >> word;) {
            if (word == "lane") {
                int number = 0;
                if (!(words >> number) || number < 1)
                    return std::nullopt;
                tap.lane = number - 1;
            } else {
                tap.target += (tap.target.empty() ? "" : " ") + word;
            }
        }
        return tap.target.empty() ? std::nullopt : std::optional(ScriptAction(tap));
    }
    Touch touch;
    std::istringstream finger(first);
    int number = 0;
    std::string phase;
    if (!(finger >> number) || !(words >> phase >> touch.at.x >> touch.at.y))
        return std::nullopt;
    const auto found = std::find(phase_names.begin(), phase_names.end(), phase);
    if (found == phase_names.end())
        return std::nullopt;
    touch.finger = FingerId{number};
    touch.phase = static_cast<TouchPhase>(found - phase_names.begin());
    return touch;
}

} // namespace

std::vector<ScriptLine> read_touch_script(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in)
        throw ContentError(file, 0, "the touch script cannot be read", "check its name and its rights");
    std::vector<ScriptLine> script;
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
        if (text.find_first_not_of(" \t\r") == std::string::npos || text[0] == '#')
            continue;
        std::istringstream words(text);
        words.imbue(std::locale::classic());
        ScriptLine line;
        line.line = number;
        if (!(words >> line.at) || line.at < 0)
            throw ContentError(file, number, "this line does not begin with a time in ms",
                               std::string(remedy));
        if (!script.empty() && line.at < script.back().at)
            throw ContentError(file, number, "this line is earlier than the one before",
                               "put the lines in order of time");
        const auto what = read_what(words);
        if (!what)
            throw ContentError(file, number, fmt::format("'{}' is not understood", text),
                               std::string(remedy));
        line.what = *what;
        if (auto* touch = std::get_if<Touch>(&line.what))
            touch->time = line.at;
        script.push_back(std::move(line));
    }
    return script;
}

std::string script_line(const Touch& touch) {
    return fmt::format("{} {} {} {:.1f} {:.1f}", touch.time, static_cast<int>(touch.finger),
                       phase_names[static_cast<std::size_t>(touch.phase)], touch.at.x, touch.at.y);
}

std::string script_line(SwitchKey key, Milliseconds at) {
    return fmt::format("{} switch {}", at, switch_names[static_cast<std::size_t>(key)]);
}

void GesturePlayer::start(Gesture gesture, FingerId finger) {
    gesture_ = std::move(gesture);
    finger_ = finger;
    next_ = 0;
    now_ = 0;
}

void GesturePlayer::tick(App& app, const Lane& lane) {
    now_ += tick_length;
    for (; next_ < gesture_.size() && gesture_[next_].at <= now_; ++next_)
        app.touch({now_, finger_, gesture_[next_].phase, lane.on_screen(gesture_[next_].point)});
}

namespace {

/// Plays one script; the parts of play_touch_script.
class ScriptRun {
  public:
    ScriptRun(App& app, const std::filesystem::path& file, const std::function<void()>& each_tick,
              const std::function<void(const std::string&)>& shot)
        : app_(app), file_(file), each_tick_(each_tick), shot_(shot) {}

    void play(const ScriptLine& line) {
        while (now_ < line.at)
            tick_clock();
        std::visit([&](const auto& what) { perform(what, line.line); }, line.what);
    }

  private:
    void tick_app() {
        app_.advance(tick_length);
        each_tick_();
    }
    void tick_clock() {
        now_ += tick_length;
        tick_app();
    }

    void perform(const Touch& touch, int) { app_.touch(touch); }
    void perform(const ScriptSwitch& pressed, int) { app_.press_switch(pressed.key); }
    void perform(const ScriptShot& shot, int) { shot_(shot.name); }
    void perform(const ScriptTap& tap, int line) {
        if (static_cast<std::size_t>(tap.lane) >= app_.lanes().size())
            throw ContentError(file_, line, fmt::format("there is no lane {}", tap.lane + 1),
                               fmt::format("this run has {}", app_.lanes().size()));
        const Lane& lane = *app_.lanes()[static_cast<std::size_t>(tap.lane)];
        GesturePlayer player;
        for (Milliseconds waited = 0;; waited += tick_length) {
            if (Gesture gesture = gesture_for(tap.target, lane); !gesture.empty()) {
                player.start(std::move(gesture), script_finger);
                break;
            }
            if (waited > longest_wait)
                throw ContentError(file_, line, fmt::format("'{}' does not appear", tap.target),
                                   fmt::format("the screen is '{}'", lane.screen().name()));
            tick_app();
        }
        while (player.busy()) {
            player.tick(app_, lane);
            tick_app();
        }
    }

    Gesture gesture_for(const std::string& target, const Lane& lane) {
        if (target == "answer")
            return lane.screen().answer();
        if (target == "mistake")
            return lane.screen().mistake(chance_);
        Gesture gesture;
        for (const NamedTarget& named : lane.screen().targets())
            if (named.name == target)
                add_tap(gesture, named.where.centre());
        return gesture;
    }

    App& app_;
    const std::filesystem::path& file_;
    const std::function<void()>& each_tick_;
    const std::function<void(const std::string&)>& shot_;
    Milliseconds now_ = 0;
    Random chance_{1};
};

} // namespace

void play_touch_script(App& app, const std::vector<ScriptLine>& script, const std::filesystem::path& file,
                       const std::function<void()>& each_tick,
                       const std::function<void(const std::string&)>& shot) {
    ScriptRun run(app, file, each_tick, shot);
    for (const ScriptLine& line : script)
        run.play(line);
}

} // namespace mirabelle
