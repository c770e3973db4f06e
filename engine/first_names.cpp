#include "engine/first_names.h"

namespace mirabelle {

FirstNames first_names(const Child& child, std::span<const Child> listed) {
    FirstNames names{child.first_name};
    for (const Child& other : listed)
        if (!(other.id == child.id))
            names.others.push_back(other.first_name);
    return names;
}

} // namespace mirabelle
