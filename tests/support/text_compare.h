// Files that were looked at once and must come out the same for ever.
#pragma once

#include <string>
#include <string_view>

namespace mirabelle {

struct TextComparison {
    bool same = false;
    std::string message; ///< the first line that differs, and what to do
};

/// Compares with tests/golden/<name>; with MIRABELLE_REBASELINE=1 in the environment it is written instead.
TextComparison compare_with_golden_text(std::string_view text, std::string_view name);

} // namespace mirabelle
