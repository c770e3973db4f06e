#include "platform/commands/report.h"

#include "teacher/panel/widgets.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdio>

namespace mirabelle {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 4> phase_names{"down", "move", "up", "cancel"};

double rounded(double mm) { return std::round(mm * 100) / 100; }

Json what_is_there(const Lane& lane, std::size_t number, Size screen) {
    Json line{{"lane", number + 1},
              {"scene", lane.screen().name()},
              {"screen", {rounded(screen.width), rounded(screen.height)}}};
    Json& targets = line["targets"] = Json::object();
    for (const NamedTarget& target : lane.screen().targets()) {
        const Point corner = lane.on_screen({target.where.x, target.where.y});
        targets[target.name] = {rounded(corner.x), rounded(corner.y), rounded(target.where.width),
                                rounded(target.where.height)};
    }
    return line;
}

Json on_screen(const Gesture& gesture, const Lane& lane) {
    Json steps = Json::array();
    for (const GestureStep& step : gesture) {
        const Point at = lane.on_screen(step.point);
        steps.push_back(
            {step.at, phase_names[static_cast<std::size_t>(step.phase)], rounded(at.x), rounded(at.y)});
    }
    return steps;
}

} // namespace

void Reporter::look(const App& app) {
    if (report_ == Report::nothing)
        return;
    const auto lanes = app.lanes();
    const Size screen{lanes.back()->area().right(), lanes.back()->area().bottom()};
    told_.resize(lanes.size());
    for (std::size_t number = 0; number < lanes.size(); ++number) {
        const Lane& lane = *lanes[number];
        Json line = what_is_there(lane, number, screen);
        const Gesture answer = lane.screen().answer();
        // Pieces wander while a child answers; the first way to the answer is the one to tell.
        std::string known = line.dump() + (answer.empty() ? " waits" : " asks");
        if (known == told_[number])
            continue;
        told_[number] = std::move(known);
        if (!answer.empty())
            line["answer"] = on_screen(answer, lane);
        std::printf("%s\n", line.dump().c_str());
        std::fflush(stdout);
    }
}

void Reporter::look_at_panel(const std::string& what, Size screen, double pixels_per_millimetre) {
    if (report_ == Report::nothing || (what.empty() && told_of_panel_.empty()))
        return;
    Json line{{"panel", what}, {"screen", {rounded(screen.width), rounded(screen.height)}}};
    Json& targets = line["targets"] = Json::object();
    if (!what.empty())
        for (const PanelTarget& target : panel_targets()) {
            std::string name = target.name;
            for (int again = 2; targets.contains(name); ++again)
                name = fmt::format("{} {}", target.name, again);
            targets[name] = {rounded(target.from.x / pixels_per_millimetre),
                             rounded(target.from.y / pixels_per_millimetre),
                             rounded((target.to.x - target.from.x) / pixels_per_millimetre),
                             rounded((target.to.y - target.from.y) / pixels_per_millimetre)};
        }
    std::string known = line.dump();
    if (known == told_of_panel_)
        return;
    std::printf("%s\n", known.c_str());
    std::fflush(stdout);
    told_of_panel_ = what.empty() ? std::string() : std::move(known);
}

} // namespace mirabelle
