#include "tools/simulate/policy.h"

namespace mirabelle::simulate {

std::string_view name_of(PolicyKind kind) {
    constexpr std::array<std::string_view, 7> names{"random",    "fixed order", "staircase",  "ZPDES",
                                                    "Mirabelle", "oracle",      "free oracle"};
    return names[static_cast<std::size_t>(kind)];
}

std::unique_ptr<Policy> make_policy(PolicyKind kind, const World& world, const SimulatedChild& child) {
    return kind == PolicyKind::ours ? make_ours(world) : make_baseline(kind, world, child);
}

} // namespace mirabelle::simulate
