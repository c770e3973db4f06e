#include "engine/gesture.h"

#include <array>

namespace mirabelle {

namespace {

constexpr Milliseconds tap_length = 80;
constexpr Milliseconds move_interval = 20;

} // namespace

void add_tap(Gesture& gesture, Point point, Milliseconds pause) {
    const Milliseconds start = duration(gesture) + pause;
    gesture.push_back({start, TouchPhase::down, point});
    gesture.push_back({start + tap_length, TouchPhase::up, point});
}

void add_drag(Gesture& gesture, Point from, Point to, Milliseconds pause) {
    add_stroke(gesture, std::array{from, to}, pause);
}

void add_stroke(Gesture& gesture, std::span<const Point> path, Milliseconds pause) {
    if (path.empty())
        return;
    double now = static_cast<double>(duration(gesture) + pause);
    gesture.push_back({static_cast<Milliseconds>(now), TouchPhase::down, path.front()});
    now += static_cast<double>(tap_length);
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double takes = distance(path[i - 1], path[i]) / hand_speed * 1000;
        const int moves = std::max(1, static_cast<int>(takes / static_cast<double>(move_interval)));
        for (int move = 1; move <= moves; ++move) {
            const double share = static_cast<double>(move) / moves;
            gesture.push_back({static_cast<Milliseconds>(now + takes * share), TouchPhase::move,
                               between(path[i - 1], path[i], share)});
        }
        now += takes;
    }
    gesture.push_back({duration(gesture) + tap_length, TouchPhase::up, path.back()});
}

} // namespace mirabelle
