#include "activities/mechanics/mechanics.h"

namespace mirabelle {

namespace {

struct MakeForTask {
    const MechanicParts& parts;
    std::unique_ptr<Mechanic> operator()(const Choose& task) const { return make_choose(parts, task); }
    std::unique_ptr<Mechanic> operator()(const TapCount& task) const { return make_tap_count(parts, task); }
    std::unique_ptr<Mechanic> operator()(const Drag& task) const { return make_drag(parts, task); }
    std::unique_ptr<Mechanic> operator()(const Trace& task) const { return make_trace(parts, task); }
    std::unique_ptr<Mechanic> operator()(const Order& task) const { return make_order(parts, task); }
    std::unique_ptr<Mechanic> operator()(const Sort& task) const { return make_sort(parts, task); }
    std::unique_ptr<Mechanic> operator()(const Pairs& task) const { return make_pairs(parts, task); }
    std::unique_ptr<Mechanic> operator()(const Strip& task) const { return make_strip(parts, task); }
    std::unique_ptr<Mechanic> operator()(const Rhythm& task) const { return make_rhythm(parts, task); }
    std::unique_ptr<Mechanic> operator()(const Story& task) const { return make_story(parts, task); }
};

} // namespace

std::unique_ptr<Mechanic> make_mechanic(const MechanicParts& parts) {
    return std::visit(MakeForTask{parts}, parts.exercise.task);
}

} // namespace mirabelle
