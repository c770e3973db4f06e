// Several lanes that a teacher lets play together, and what their children's hands do there.
#pragma once

#include "tests/support/teacher_scene.h"

#include <array>

namespace mirabelle {

inline Launch launch_of(std::string_view activity, BoardMode mode,
                        std::vector<std::optional<std::size_t>> lanes, int open_lanes = 0) {
    Launch launch = TeacherScene::launch_of(activity, "", std::move(lanes));
    launch.mode = mode;
    launch.open_lanes = open_lanes;
    return launch;
}

inline bool waits(const TeacherScene& teacher, std::size_t lane) {
    return teacher.scene.play(lane) != nullptr && teacher.scene.play(lane)->waits();
}

inline std::vector<std::size_t> bright_lanes(const TeacherScene& teacher) {
    std::vector<std::size_t> bright;
    for (std::size_t lane = 0; lane < teacher.app.lanes().size(); ++lane)
        if (teacher.scene.play(lane) != nullptr && !teacher.scene.play(lane)->waits())
            bright.push_back(lane);
    return bright;
}

/// Everybody who is asked answers right, all hands at once.
inline void answer_at_once(TeacherScene& teacher) {
    std::array<GesturePlayer, most_lanes> hands;
    for (std::size_t lane = 0; lane < teacher.app.lanes().size(); ++lane)
        hands[lane].start(teacher.scene.screen(lane).answer(), static_cast<FingerId>(lane));
    const auto busy = [](const GesturePlayer& hand) { return hand.busy(); };
    while (std::any_of(hands.begin(), hands.end(), busy)) {
        for (std::size_t lane = 0; lane < teacher.app.lanes().size(); ++lane)
            hands[lane].tick(teacher.app, *teacher.app.lanes()[lane]);
        teacher.app.advance(tick_length);
    }
}

/// The first half of a drag: the finger holds its piece.
inline std::size_t begin_drag(TeacherScene& teacher, const Gesture& gesture, std::size_t lane,
                              FingerId finger) {
    const auto up = std::find_if(gesture.begin(), gesture.end(),
                                 [](const GestureStep& step) { return step.phase == TouchPhase::up; });
    const auto half = static_cast<std::size_t>(up - gesture.begin()) / 2;
    for (std::size_t step = 0; step < half; ++step) {
        teacher.app.touch(
            {0, finger, gesture[step].phase, teacher.app.lanes()[lane]->on_screen(gesture[step].point)});
        teacher.scene.wait(tick_length);
    }
    return half;
}
inline void end_drag(TeacherScene& teacher, const Gesture& gesture, std::size_t from, std::size_t lane,
                     FingerId finger) {
    for (std::size_t step = from; step < gesture.size(); ++step) {
        if (step > 0)
            teacher.scene.wait(std::max<Milliseconds>(gesture[step].at - gesture[step - 1].at, tick_length));
        teacher.app.touch(
            {0, finger, gesture[step].phase, teacher.app.lanes()[lane]->on_screen(gesture[step].point)});
    }
    teacher.scene.wait(400);
}

} // namespace mirabelle
