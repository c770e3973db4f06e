// Who a question is for, where it is about the child's own first name.
#pragma once

#include "engine/records.h"

#include <span>
#include <string>
#include <vector>

namespace mirabelle {

struct FirstNames {
    std::string own;                   ///< empty for nobody in particular: the content's example names serve
    std::vector<std::string> others{}; ///< of the class, in the order of its list
};

/// Nobody's where `child` has no name.
FirstNames first_names(const Child& child, std::span<const Child> listed);

} // namespace mirabelle
