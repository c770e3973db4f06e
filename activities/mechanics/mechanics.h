// The mechanics, each in a file of its own; the task of an exercise names the one that plays it.
#pragma once

#include "engine/mechanic.h"

namespace mirabelle {

std::unique_ptr<Mechanic> make_choose(const MechanicParts& parts, const Choose& task);
std::unique_ptr<Mechanic> make_tap_count(const MechanicParts& parts, const TapCount& task);
std::unique_ptr<Mechanic> make_drag(const MechanicParts& parts, const Drag& task);
std::unique_ptr<Mechanic> make_trace(const MechanicParts& parts, const Trace& task);
std::unique_ptr<Mechanic> make_order(const MechanicParts& parts, const Order& task);
std::unique_ptr<Mechanic> make_sort(const MechanicParts& parts, const Sort& task);
std::unique_ptr<Mechanic> make_pairs(const MechanicParts& parts, const Pairs& task);
std::unique_ptr<Mechanic> make_strip(const MechanicParts& parts, const Strip& task);
std::unique_ptr<Mechanic> make_rhythm(const MechanicParts& parts, const Rhythm& task);
std::unique_ptr<Mechanic> make_story(const MechanicParts& parts, const Story& task);

/// The mechanic that plays this exercise.
std::unique_ptr<Mechanic> make_mechanic(const MechanicParts& parts);

} // namespace mirabelle
