// Pretend children: they look at the lanes as a child would and answer with their fingers, through the same
// touches, now right, now wrong, as well as they can by then. They make the demonstration and try the program
// out.
#pragma once

#include "engine/touch_script.h"

#include <map>
#include <vector>

namespace mirabelle {

/// The children's abilities, which grow as they play.
class PretendClass {
  public:
    explicit PretendClass(std::uint64_t seed) : random_(seed) {}

    /// Plays one session of `length` ms on `app`, all lanes at once; `each_tick` runs after every tick.
    void play(App& app, Milliseconds length, const std::function<void()>& each_tick);

  private:
    struct Seat {
        GesturePlayer finger;
        Milliseconds rest = 0;
        int next_contact = 1;
    };
    void act(Seat& seat, App& app, std::size_t lane);
    Gesture decide(const Lane& lane, const ClassRoom& class_room);
    Gesture answer_question(const class Play& play);
    double& ability(const Uuid& child, const std::string& activity, Band band);

    Random random_;
    std::map<std::pair<Uuid, std::string>, double> abilities_; ///< logits
};

} // namespace mirabelle
