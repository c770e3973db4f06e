// A list cut into lines and cells, as spreadsheets write them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

struct RosterRow {
    int line = 0;                      ///< where it begins, from 1
    std::vector<std::u32string> cells; ///< without the quotes around them and the spaces at their ends
};

/// The first `most` rows that are not blank. Cells may stand in quotes (RFC 4180) and then go over several
/// lines; a quote that nothing closes is a character like any other.
std::vector<RosterRow> rows_of(std::u32string_view text, char32_t separator, std::size_t most);

} // namespace mirabelle
