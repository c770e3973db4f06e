#include "activities/mechanics/mechanics.h"

#include "engine/ensure.h"

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
    template <typename Other>
    std::unique_ptr<Mechanic> operator()(const Other&) const {
        ENSURE(false && "no activity asks for this mechanic yet");
        return nullptr;
    }
};

} // namespace

std::unique_ptr<Mechanic> make_mechanic(const MechanicParts& parts) {
    return std::visit(MakeForTask{parts}, parts.exercise.task);
}

} // namespace mirabelle
