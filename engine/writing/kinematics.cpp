#include "engine/writing/kinematics.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr Milliseconds pause = 150;
constexpr Milliseconds window = 40;  // over which a speed is taken
constexpr double rest_share = 0.2;   // of the mean speed: slower is resting
constexpr double valley_share = 0.8; // of the peaks beside it: a shallower one parts no peaks

/// Speed in units a millisecond at steps of `window`, from the ink's length so far.
std::vector<double> speeds(const TimedStroke& stroke) {
    std::vector<double> found;
    if (stroke.empty())
        return found;
    double way = 0, way_then = 0;
    Milliseconds next = stroke.front().time + window;
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        const Milliseconds from = stroke[i - 1].time, to = stroke[i].time;
        const double step = distance(stroke[i - 1].at, stroke[i].at);
        for (; to > from && next <= to; next += window) {
            const double here =
                way + step * static_cast<double>(next - from) / static_cast<double>(to - from);
            found.push_back((here - way_then) / static_cast<double>(window));
            way_then = here;
        }
        way += step;
    }
    return found;
}

int peaks(const std::vector<double>& speed) {
    int count = 0;
    double high = 0, low = 0;
    bool climbing = true;
    for (const double now : speed) {
        if (climbing) {
            high = std::max(high, now);
            if (now < valley_share * high) {
                ++count;
                climbing = false;
                low = now;
            }
        } else {
            low = std::min(low, now);
            if (now * valley_share > low) {
                climbing = true;
                high = now;
            }
        }
    }
    return count + (climbing && high > 0 ? 1 : 0);
}

int rests(const std::vector<double>& speed, double slow) {
    int count = 0;
    Milliseconds still = 0;
    for (const double now : speed) {
        still = now < slow ? still + window : 0;
        if (still >= pause && still - window < pause)
            ++count;
    }
    return count;
}

} // namespace

Kinematics kinematics_of(std::span<const TimedStroke> strokes) {
    Kinematics found;
    std::vector<TimedStroke> drawn;
    std::copy_if(strokes.begin(), strokes.end(), std::back_inserter(drawn),
                 [](const TimedStroke& stroke) { return !stroke.empty(); });
    if (drawn.empty())
        return found;
    found.duration = drawn.back().back().time - drawn.front().front().time;
    found.lifts = static_cast<int>(drawn.size()) - 1;
    for (std::size_t i = 1; i < drawn.size(); ++i)
        found.in_air += drawn[i].front().time - drawn[i - 1].back().time;
    for (const TimedStroke& stroke : drawn)
        for (std::size_t i = 1; i < stroke.size(); ++i)
            found.length += distance(stroke[i - 1].at, stroke[i].at);
    const auto moving = static_cast<double>(found.duration - found.in_air);
    const double mean = moving > 0 ? found.length / moving : 0;
    for (const TimedStroke& stroke : drawn) {
        const std::vector<double> speed = speeds(stroke);
        found.speed_peaks += peaks(speed);
        found.pauses += rests(speed, rest_share * mean);
    }
    return found;
}

std::vector<Stroke> shapes_of(std::span<const TimedStroke> strokes) {
    std::vector<Stroke> shapes;
    for (const TimedStroke& stroke : strokes) {
        Stroke& shape = shapes.emplace_back();
        for (const InkPoint& point : stroke)
            shape.push_back(point.at);
    }
    return shapes;
}

} // namespace mirabelle
